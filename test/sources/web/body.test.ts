import { deflateRawSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, packers } from '../faults.ts';
import { failsWith, openLoopback, signal } from './loopback.ts';

const { start, client } = openLoopback();
const text = 'The ferry sails at eight. '.repeat(100);
const bytes = new TextEncoder().encode(text);
const codings = ['gzip', 'br', 'zstd', 'deflate'] as const;

/** Sends these bytes as packed in this way, whatever they are. */
const claim = (encoding: string, body: Uint8Array) =>
  start((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));

describe('a packed body', () => {
  it.each([...codings.map((coding) => [coding]), ['gzip', 'br'], ['br', 'gzip', 'zstd']] as const)(
    'is unpacked: %s %s %s',
    async (...ways) => {
      const server = await start(packed(text, ...ways).listener);
      expect(await client().fetch(server.url, { signal })).toMatchObject({ bytes });
    },
  );

  it.each(['X-GZIP', ' gzip ', 'identity, gzip', 'gzip,'])(
    'is unpacked however it is written: %j',
    async (way) => {
      const server = await claim(way, gzipSync(text));
      expect(await client().fetch(server.url, { signal })).toMatchObject({ bytes });
    },
  );

  it.each(['utf-8', 'none', 'compress', 'gzip, compress'])(
    'is left as it came where nobody knows the way: %s',
    async (way) => {
      const server = await claim(way, bytes);
      expect(await client().fetch(server.url, { signal })).toMatchObject({ bytes });
    },
  );

  it.each(codings)('may be empty: %s', async (coding) => {
    const server = await claim(coding, new Uint8Array());
    expect(await client().fetch(server.url, { signal })).toMatchObject({ bytes: new Uint8Array() });
  });

  it.each(codings)('that is cut off is no document, though its answer is whole: %s', async (coding) => {
    const whole = packers[coding](text);
    const server = await claim(coding, whole.subarray(0, whole.length - 3));
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.incomplete'));
  });

  it.each([
    ['gzip', bytes],
    ['br', new Uint8Array(100).fill(255)],
    ['zstd', bytes],
    ['deflate', deflateRawSync(text)],
    ['gzip, gzip', gzipSync(text)],
  ])('that isn’t packed so is no document: %s', async (way, body) => {
    const server = await claim(way, body);
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.incomplete'));
  });

  it('is not unpacked more often than anybody packs', async () => {
    const server = await start(packed(text, 'gzip', 'gzip', 'gzip', 'gzip').listener);
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.badAnswer'));
  });

  it.each([
    { ways: ['gzip'] },
    { ways: ['br'] },
    { ways: ['zstd'] },
    { ways: ['deflate'] },
    { ways: ['gzip', 'gzip'] },
    { ways: ['br', 'zstd'] },
  ] as const)('that grows too large is refused: $ways', async ({ ways }) => {
    const bomb = packed(Buffer.alloc(20_000_000), ...ways);
    const server = await start(bomb.listener);
    expect(bomb.bytes.length).toBeLessThan(50_000);
    const reading = client().fetch(server.url, { signal, maximumBytes: 1_000_000 });
    await expect(reading).rejects.toEqual(failsWith('sources.tooLarge'));
  });

  it('that grows too large on its way to nothing is refused', async () => {
    const nothing = gzipSync('');
    const inner = Buffer.concat(Array.from({ length: 100_000 }, () => nothing));
    const server = await claim('gzip, gzip', gzipSync(inner));
    const reading = client().fetch(server.url, { signal, maximumBytes: 1_000_000 });
    await expect(reading).rejects.toEqual(failsWith('sources.tooLarge'));
  });

  it('is cut where that is wanted, at any length and in any pieces', async () => {
    const body = { sent: new Uint8Array(), pieces: 1 };
    const server = await start((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      const whole = gzipSync(body.sent);
      const size = Math.ceil(whole.length / body.pieces);
      for (let place = 0; place < whole.length; place += size) {
        response.write(whole.subarray(place, place + size));
      }
      response.end();
    });
    const fetcher = client();
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3000 }),
        async (sent, pieces, extra) => {
          Object.assign(body, { sent, pieces });
          // Packed, a few bytes are longer than they are.
          const maximumBytes = gzipSync(sent).length + extra;
          const fetched = await fetcher.fetch(server.url, { signal, maximumBytes, beyond: 'cut' });
          const kept = fetched.kind === 'document' ? fetched.bytes : undefined;
          expect(kept).toEqual(sent.slice(0, maximumBytes));
        },
      ),
      { numRuns: 50 },
    );
  });
});
