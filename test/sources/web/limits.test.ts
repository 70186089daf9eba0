import type { ServerResponse } from 'node:http';
import { createServer, Socket } from 'node:net';
import { queryObjects } from 'node:v8';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { createGuard } from '../../../src/sources/web/guard.ts';
import { endless, serveRaw, silent, torn, trickling } from '../faults.ts';
import { portOf } from '../server.ts';
import { failsWith, openLoopback, signal } from './loopback.ts';

const { start, startRaw, client } = openLoopback();

/** How many connections there are in memory, those that have ended included. */
const held = () => queryObjects(Socket, { format: 'count' });

/** Writes again and again, as fast as it is read. */
const flooding = (beginning: string, more: string) => (socket: Socket) => {
  const block = more.repeat(Math.ceil(65_536 / more.length));
  const write = () => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.write(beginning);
  socket.on('drain', write);
  write();
};

describe('time', () => {
  it('runs out for a server that doesn’t begin to answer', async () => {
    const server = await start(silent);
    const reading = client({ timeouts: { headers: 50 } }).fetch(server.url, { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.timeout'));
  });

  it('runs out for a body that trickles', async () => {
    const server = await start(trickling);
    const reading = client({ timeouts: { body: 50 } }).fetch(server.url, { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.timeout'));
  });

  it('runs out for a name that is never resolved', async () => {
    const guard = createGuard([], () => undefined);
    const timeouts = { connect: 50, headers: 60_000 };
    const reading = client({ guard, timeouts }).fetch('http://a.example/', { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.timeout'));
  });

  it('runs out for a connection that is never made secure', async () => {
    const server = await startRaw(() => undefined);
    const timeouts = { connect: 50, headers: 60_000 };
    const reading = client({ timeouts }).fetch(server.url.replace('http:', 'https:'), { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.timeout'));
  });

  it.each([
    ['a status line', 'x', 'HTTP/1.1 200 '],
    ['the marks of a chunk', 'x', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1;'],
  ])('runs out for %s without end', async (_, more, beginning) => {
    const server = await startRaw(flooding(beginning, more));
    const reading = client({ timeouts: { headers: 150, body: 150 } }).fetch(server.url, { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.timeout'));
  });

  it('to answer is not counted against the body', async () => {
    const bodies: ServerResponse[] = [];
    const server = await start((_, response) => {
      response.flushHeaders();
      bodies.push(response);
    });
    const mute = await start(silent);
    const fetcher = client({ timeouts: { headers: 500 } });
    const fetched = fetcher.fetch(server.url, { signal });
    // It was asked later, and has been waited for too long.
    await expect(fetcher.fetch(mute.url, { signal })).rejects.toEqual(failsWith('sources.timeout'));
    for (const body of bodies) body.end('late');
    expect(await fetched).toMatchObject({ bytes: new TextEncoder().encode('late') });
  });
});

describe('size', () => {
  const maximumBytes = 1_000_000;

  it('is bounded for a body without end, and so is what is read of it', async () => {
    const fault = endless();
    const server = await start(fault.listener);
    const reading = client().fetch(server.url, { signal, maximumBytes });
    await expect(reading).rejects.toEqual(failsWith('sources.tooLarge'));
    await fault.ended;
    // What the two systems hold between them is not in anybody's hands.
    expect(fault.sent()).toBeLessThan(20 * maximumBytes);
  });

  it('is bounded for a body without end that is packed', async () => {
    const fault = endless({ 'content-encoding': 'gzip' });
    const server = await start(fault.listener);
    const reading = client().fetch(server.url, { signal, maximumBytes });
    await expect(reading).rejects.toEqual(failsWith('sources.tooLarge'));
    await fault.ended;
  });

  it('is believed where it is said beforehand', async () => {
    let written = 0;
    const server = await start((_, response) => {
      response.writeHead(200, { 'content-length': '5000000' });
      response.write('x', () => (written += 1));
    });
    const reading = client().fetch(server.url, { signal, maximumBytes });
    await expect(reading).rejects.toEqual(failsWith('sources.tooLarge'));
    expect(written).toBe(1);
  });

  it('of a body in very small pieces takes no more room than in one', async () => {
    const pieces = '1\r\nx\r\n'.repeat(200_000);
    const server = await startRaw(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${pieces}0\r\n\r\n`);
    const fetched = await client().fetch(server.url, { signal, maximumBytes });
    expect(fetched.kind === 'document' && fetched.bytes.length).toBe(200_000);
    expect(fetched.kind === 'document' && fetched.bytes.buffer.byteLength).toBe(200_000);
  });

  it.each([
    ['headers', 'HTTP/1.1 200 OK\r\n', 'x-more: 0123456789\r\n'],
    ['one header', 'HTTP/1.1 200 OK\r\nx-more: ', 'x'],
    ['answers before the answer', '', 'HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n'],
  ])('is bounded for %s', async (_, beginning, more) => {
    const sockets: Socket[] = [];
    const server = await startRaw((socket) => {
      sockets.push(socket);
      flooding(beginning, more)(socket);
    });
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.badAnswer'));
    // Most of it lies between the two systems.
    expect(sockets[0]?.bytesWritten).toBeLessThan(20_000_000);
  });

  it('may be cut instead: the beginning is taken', async () => {
    const fault = endless();
    const server = await start(fault.listener);
    const fetched = await client().fetch(server.url, { signal, maximumBytes: 100_000, beyond: 'cut' });
    expect(fetched).toMatchObject({ kind: 'document', bytes: new Uint8Array(100_000) });
    await fault.ended;
  });
});

describe('an answer that breaks off', () => {
  it.each([
    ['before its length', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nx'],
    ['between two chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n'],
    ['in a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nx'],
  ])('is no document: %s', async (_, answer) => {
    const server = await startRaw(answer);
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.incomplete'));
  });

  it('is no document: by force', async () => {
    const server = await start(torn);
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.incomplete'));
  });

  it('in its headers was none', async () => {
    const server = await startRaw('HTTP/1.1 200 OK\r\ncontent-le');
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.unreachable'));
  });
});

describe('a server that says too much', () => {
  it.each([
    ['than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok and more'],
    [
      'than one answer',
      'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nevil',
    ],
    [
      'before it comes to it',
      'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    ],
  ])('is heard once, to the end of what was asked: %s', async (_, answer) => {
    const server = await startRaw((socket) => socket.write(answer));
    const fetcher = client();
    for (let round = 0; round < 2; round += 1) {
      const fetched = await fetcher.fetch(server.url, { signal });
      expect(fetched).toMatchObject({ bytes: new TextEncoder().encode('ok') });
    }
    expect(server.asked).toHaveLength(2);
  });

  it.each([
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    'HTTP/1.1 100 Continue\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nok!',
    'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n',
    'HTTP/1.1 999999999999 OK\r\n\r\n',
    'HTTP/9.9 200 OK\r\n\r\n',
  ])('that makes no sense is not believed: %j', async (answer) => {
    const server = await startRaw((socket) => socket.write(answer));
    const reading = client({ timeouts: { headers: 500, body: 500 } }).fetch(server.url, { signal });
    await expect(reading).rejects.toBeInstanceOf(UserError);
  });

  it('or anything else gets nothing but an answer or a reason', async () => {
    const part = fc.constantFrom(
      'HTTP/1.1 200 OK',
      'HTTP/1.1 304 Not Modified',
      'HTTP/1.1 301 Moved',
      'HTTP/1.0 200',
      '\r\n',
      '\r\n\r\n',
      'content-length: 3',
      'transfer-encoding: chunked',
      'content-encoding: gzip',
      'location: /',
      'link: <',
      '3\r\nabc\r\n',
      '0\r\n\r\n',
      'ffffffffffffffff\r\n',
      '\0',
      ': ',
      '\x1f\x8b\x08',
      'x',
    );
    const answer = { bytes: '' };
    const server = await serveRaw((socket) => socket.end(Buffer.from(answer.bytes, 'latin1')));
    const fetcher = client({ timeouts: { headers: 1000, body: 1000 } });
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
          answer.bytes = parts.join('');
          const outcome = await fetcher.fetch(server.url, { signal }).catch((error: unknown) => error);
          expect(outcome instanceof UserError || (outcome instanceof Object && 'kind' in outcome)).toBe(true);
        }),
        { numRuns: 200 },
      );
    } finally {
      await server.close();
    }
  });
});

/** Counts its connections, and never says anything. */
async function listen() {
  const open = new Set<Socket>();
  const gone = Promise.withResolvers<void>();
  const here = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    open.add(socket);
    here.resolve();
    socket.on('error', () => undefined).on('close', () => gone.resolve());
    socket.resume();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `127.0.0.1:${portOf(server.address())}`,
    here: here.promise,
    gone: gone.promise,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

describe('being told to stop', () => {
  it.each(['http', 'https'])('closes the connection, with the reason that is given: %s', async (scheme) => {
    const server = await listen();
    const stopping = new AbortController();
    const fetcher = client();
    const reading = fetcher.fetch(`${scheme}://${server.url}/`, { signal: stopping.signal });
    await server.here;
    stopping.abort(new Error('that is enough'));
    await expect(reading).rejects.toThrow('that is enough');
    await server.gone;
    await server.close();
  });

  it('ends the search for an address', async () => {
    const searching = Promise.withResolvers<void>();
    const guard = createGuard([], () => searching.resolve());
    const stopping = new AbortController();
    const reading = client({ guard }).fetch('http://a.example/', { signal: stopping.signal });
    await searching.promise;
    stopping.abort(new Error('that is enough'));
    await expect(reading).rejects.toThrow('that is enough');
  });

  it('ends a body in its middle', async () => {
    const fault = endless();
    const server = await start(fault.listener);
    const stopping = new AbortController();
    const reading = client().fetch(server.url, {
      signal: stopping.signal,
      maximumBytes: 1e12,
      beyond: 'cut',
    });
    await expect.poll(() => fault.sent()).toBeGreaterThan(0);
    stopping.abort(new Error('that is enough'));
    await expect(reading).rejects.toThrow('that is enough');
    await fault.ended;
  });

  it('before anything has begun asks nobody', async () => {
    const server = await start(silent);
    const stopped = AbortSignal.abort(new Error('too late'));
    await expect(client().fetch(server.url, { signal: stopped })).rejects.toThrow('too late');
    expect(server.asked).toEqual([]);
  });

  it('for good ends all that is under way and asks nobody any more', async () => {
    const server = await start(silent);
    const fetcher = client({ perHost: 1 });
    const reading = [1, 2, 3].map((n) => fetcher.fetch(`${server.url}/${n}`, { signal }));
    let failures = 0;
    for (const one of reading) one.catch(() => (failures += 1));
    await expect.poll(() => server.asked).toEqual(['/1']);
    await fetcher.close();
    expect(failures).toBe(3);
    await expect(fetcher.fetch(server.url, { signal })).rejects.toThrow('closed');
    expect(server.asked).toEqual(['/1']);
  });

  it('leaves no timer and no connection behind', async () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const server = await listen();
    const stopping = new AbortController();
    const fetcher = client();
    const reading = fetcher.fetch(`http://${server.url}/`, { signal: stopping.signal });
    await server.here;
    stopping.abort(new Error('that is enough'));
    await expect(reading).rejects.toThrow('that is enough');
    await server.close();
    const after = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    expect(after).toBeLessThanOrEqual(before);
  });

  it('holds on to no connection that has ended, however long the signal lives', async () => {
    const server = await start((_, response) => response.end('News'));
    const fetcher = client();
    await fetcher.fetch(server.url, { signal });
    const before = held();
    for (let time = 0; time < 20; time += 1) await fetcher.fetch(server.url, { signal });
    await expect.poll(held).toBeLessThan(before + 5);
  });
});
