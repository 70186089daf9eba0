import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { FetchError } from '../../../src/sources/index.ts';
import { endless, hugeFeed, refusing, silent } from '../faults.ts';
import { failsWith, openLoopback, signal } from './loopback.ts';

const { start, startRaw, client } = openLoopback();

/** A moment, and what it is in a header. */
const moment = { date: 'Mon, 23 Nov 2026 08:00:00 GMT', later: 'Mon, 23 Nov 2026 08:10:00 GMT' };

describe('a document', () => {
  it('comes with where it was, what it is and a bookmark', async () => {
    const server = await start((request, response) => {
      response.setHeader('content-type', 'text/plain; charset=utf-8').setHeader('etag', '"v1"');
      response.end(`hello, ${request.headers['user-agent']}`);
    });
    const fetched = await client().fetch(`${server.url}/a?b=%20c#d`, { signal });
    expect(fetched).toEqual({
      kind: 'document',
      bytes: new TextEncoder().encode('hello, Kiosk test'),
      url: `${server.url}/a?b=%20c`,
      contentType: 'text/plain; charset=utf-8',
      bookmark: expect.any(String),
      links: [],
    });
    expect(server.asked).toEqual(['/a?b=%20c']);
  });

  it.each([200, 203, 204])('may be empty: %i', async (status) => {
    const server = await start((_, response) => response.writeHead(status).end());
    expect(await client().fetch(server.url, { signal })).toMatchObject({ bytes: new Uint8Array() });
  });

  it('is asked for with nothing that tells more than it must', async () => {
    const told: (readonly string[])[] = [];
    const server = await start((request, response) => {
      told.push(
        Object.keys(request.headers)
          .toSorted()
          .concat(request.headers.connection ?? ''),
      );
      if (request.url === '/end') response.end();
      else response.writeHead(302, { location: '/end', 'set-cookie': 'reader=7' }).end();
    });
    const asked = ['accept', 'accept-encoding', 'connection', 'host', 'user-agent', 'close'];
    const fetcher = client();
    await fetcher.fetch(server.url, { signal });
    await fetcher.fetch(server.url, { signal });
    expect(told).toEqual([asked, asked, asked, asked]);
  });

  it.each([
    [undefined, /^application\/rss\+xml/],
    ['page', /^text\/html/],
    ['text', /^text\/plain/],
  ] as const)('is asked for in the form that is hoped for: %s', async (accept, expected) => {
    let told = '';
    const server = await start((request, response) => {
      told = request.headers.accept ?? '';
      response.end();
    });
    await client().fetch(server.url, { signal, ...(accept !== undefined && { accept }) });
    expect(told).toMatch(expected);
  });

  it('tells how long it is fresh, and which hub tells of its changes', async () => {
    const link = '<https://hub.example/>; rel=hub, </feed>; rel="self"';
    const server = await start((_, response) =>
      response.setHeader('cache-control', 'max-age=60').setHeader('link', link).end('x'),
    );
    expect(await client().fetch(server.url, { signal })).toMatchObject({
      freshFor: 60_000,
      links: [
        { rel: 'hub', url: 'https://hub.example/' },
        { rel: 'self', url: `${server.url}/feed` },
      ],
    });
  });
});

describe('a bookmark', () => {
  it('lets a server say that nothing changed', async () => {
    const server = await start((request, response) => {
      const same =
        request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] === moment.date;
      response.setHeader('etag', '"v1"').setHeader('last-modified', moment.date);
      response.writeHead(same ? 304 : 200).end(same ? undefined : 'x');
    });
    const fetcher = client();
    const { bookmark = '' } = await fetcher.fetch(server.url, { signal });
    const again = await fetcher.fetch(server.url, { signal, bookmark });
    expect(again).toEqual({ kind: 'unmodified', bookmark, links: [] });
  });

  it('is renewed by an answer that says so, and kept by one that doesn’t', async () => {
    const server = await start((request, response) => {
      const tag = request.headers['if-none-match'];
      if (tag === '"v1"') response.setHeader('etag', '"v2"').setHeader('cache-control', 'max-age=5');
      else if (tag === undefined) response.setHeader('etag', '"v1"').setHeader('last-modified', moment.date);
      response.writeHead(tag === undefined ? 200 : 304).end();
    });
    const fetcher = client();
    const { bookmark: first = '' } = await fetcher.fetch(server.url, { signal });
    const second = await fetcher.fetch(server.url, { signal, bookmark: first });
    expect(second).toMatchObject({ kind: 'unmodified', freshFor: 5000 });
    expect(second.bookmark).toContain('"v2"');
    expect(second.bookmark).toContain(moment.date);
    const third = await fetcher.fetch(server.url, { signal, bookmark: second.bookmark ?? '' });
    expect(third).toMatchObject({ kind: 'unmodified', bookmark: second.bookmark });
  });

  it('is shown only to the address it came from, behind redirects too', async () => {
    const shown: (string | undefined)[] = [];
    const server = await start((request, response) => {
      const tag = request.headers['if-none-match'];
      shown.push(tag);
      if (request.url === '/feed') response.writeHead(302, { location: '/real' }).end();
      else if (tag === '"v1"') response.writeHead(304).end();
      else response.setHeader('etag', '"v1"').end('x');
    });
    const fetcher = client();
    const { bookmark = '' } = await fetcher.fetch(`${server.url}/feed`, { signal });
    expect(await fetcher.fetch(`${server.url}/feed`, { signal, bookmark })).toMatchObject({
      kind: 'unmodified',
    });
    expect(await fetcher.fetch(`${server.url}/other`, { signal, bookmark })).toMatchObject({
      kind: 'document',
    });
    expect(shown).toEqual([undefined, undefined, undefined, '"v1"', undefined]);
  });

  it('carries whatever bytes a tag is made of, but none that is enormous', async () => {
    const shown: (string | undefined)[] = [];
    let tag = '"\xe9t\xe9"';
    const server = await start((request, response) => {
      shown.push(request.headers['if-none-match']);
      response.setHeader('etag', tag).end();
    });
    const fetcher = client();
    const { bookmark = '' } = await fetcher.fetch(server.url, { signal });
    tag = `"${'x'.repeat(10_000)}"`;
    expect(await fetcher.fetch(server.url, { signal, bookmark })).not.toHaveProperty('bookmark');
    expect(shown).toEqual([undefined, '"\xe9t\xe9"']);
  });

  it('of another kind than ours is as none', async () => {
    const server = await start((request, response) => response.end(request.headers['if-none-match']));
    const fetched = await client().fetch(server.url, { signal, bookmark: '"v1"\nsome day' });
    expect(fetched).toMatchObject({ kind: 'document', bytes: new Uint8Array() });
  });
});

describe('an answer without a document', () => {
  it.each([
    [404, 'sources.missing'],
    [410, 'sources.gone'],
    [401, 'sources.forbidden'],
    [403, 'sources.forbidden'],
    [451, 'sources.forbidden'],
    [429, 'sources.busy'],
    [500, 'sources.serverFault'],
    [503, 'sources.serverFault'],
    [418, 'sources.badAnswer'],
    // Nobody asked whether something changed, or for a part.
    [304, 'sources.badAnswer'],
    [206, 'sources.badAnswer'],
    // Redirects that lead nowhere.
    [300, 'sources.badAnswer'],
    [302, 'sources.badAnswer'],
  ])('is a refusal: %i', async (status, key) => {
    const server = await start(refusing(status));
    const refusal = await client()
      .fetch(server.url, { signal })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FetchError);
    expect(refusal).toMatchObject({ name: 'UserError', key, status, retryAfter: undefined });
  });

  it.each([
    [429, { 'retry-after': '120' }, 120_000],
    [503, { 'retry-after': moment.later, date: moment.date }, 600_000],
    [503, { 'retry-after': 'soon' }, undefined],
  ])('may say when to come back: %i %o', async (status, headers, expected) => {
    const server = await start(refusing(status, headers));
    await expect(client().fetch(server.url, { signal })).rejects.toMatchObject({
      status,
      retryAfter: expected,
    });
  });

  it('is not waited for to its end', async () => {
    const fault = endless({}, 404);
    const server = await start(fault.listener);
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.missing'));
    await fault.ended;
  });
});

describe('what can’t be reached', () => {
  it('is told from what is broken', async () => {
    const server = await start(silent);
    await server.close();
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.unreachable'));
    const nameless = client().fetch('http://nobody.invalid/', { signal });
    await expect(nameless).rejects.toEqual(failsWith('sources.unknownHost'));
  });

  it.each([
    ['file:///etc/passwd', 'sources.invalidAddress'],
    ['gopher://a.example/', 'sources.invalidAddress'],
    ['javascript:alert(1)', 'sources.invalidAddress'],
    ['no address', 'sources.invalidAddress'],
    ['', 'sources.invalidAddress'],
    [`http://a.example/${'x'.repeat(8000)}`, 'sources.invalidAddress'],
    ['http://user:secret@a.example/', 'sources.credentials'],
    ['http://user@a.example/', 'sources.credentials'],
    ['http://a.example:25/', 'sources.port'],
    ['http://a.example:6667/', 'sources.port'],
    ['https://a.example:0/', 'sources.port'],
  ])('is not even tried: %s', async (url, key) => {
    await expect(client().fetch(url, { signal })).rejects.toEqual(failsWith(key));
  });

  it('is no server that speaks something else', async () => {
    const server = await startRaw('220 mail.example ESMTP\r\n');
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.badAnswer'));
    const hungUp = await startRaw('');
    await expect(client().fetch(hungUp.url, { signal })).rejects.toEqual(failsWith('sources.unreachable'));
  });

  it('is no server of http where https was asked', async () => {
    const server = await startRaw('HTTP/1.1 400 Bad Request\r\n\r\n');
    const reading = client().fetch(server.url.replace('http:', 'https:'), { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.unreachable'));
  });
});

describe('a feed of a million items', () => {
  it('is more than is read at once', async () => {
    const server = await start((_, response) => Readable.from(hugeFeed(1_000_000)).pipe(response));
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.tooLarge'));
  });
});
