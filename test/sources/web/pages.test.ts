import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createPageFetcher, createRobots } from '../../../src/sources/index.ts';
import { failsWith, openLoopback, signal } from './loopback.ts';

const { start, client } = openLoopback();

/** A reader of pages whose clock goes forward when it waits. */
function reader() {
  const clock = { now: Date.parse('2026-11-23T08:00:00Z') };
  const waits: number[] = [];
  const fetcher = client();
  const now = () => new Date(clock.now);
  const pages = createPageFetcher({
    fetcher,
    robots: createRobots({ fetcher, userAgent: 'Kiosk/1', now }),
    now,
    async wait(milliseconds, signal) {
      signal.throwIfAborted();
      waits.push(milliseconds);
    },
  });
  return { pages, waits, clock };
}

/** A paper with a robots.txt. */
const paper = (robots: string, listener: RequestListener = (_, response) => response.end('a page')) =>
  start((request, response) => {
    if (request.url === '/robots.txt') response.end(robots);
    else listener(request, response);
  });

describe('a page', () => {
  it('is read where its server lets programs in, and asked for as a page', async () => {
    const server = await paper('User-agent: *\nDisallow: /private', (request, response) =>
      response.end(request.headers.accept),
    );
    const { pages } = reader();
    const page = await pages.fetch(`${server.url}/public`, { signal });
    expect(page.kind === 'document' && new TextDecoder().decode(page.bytes)).toMatch(/^text\/html/);
    await expect(pages.fetch(`${server.url}/private`, { signal })).rejects.toEqual(
      failsWith('sources.robots'),
    );
    expect(server.asked).toEqual(['/robots.txt', '/public']);
  });

  it('behind redirects is read where every server on the way lets programs in', async () => {
    const closed = await paper('User-agent: *\nDisallow: /');
    const open = await paper('', (_, response) =>
      response.writeHead(302, { location: `${closed.url}/page` }).end(),
    );
    await expect(reader().pages.fetch(`${open.url}/page`, { signal })).rejects.toEqual(
      failsWith('sources.robots'),
    );
    expect(closed.asked).toEqual(['/robots.txt']);
  });

  it('is not read while nobody knows whether it may be', async () => {
    const server = await start((_, response) => response.writeHead(503).end());
    await expect(reader().pages.fetch(`${server.url}/page`, { signal })).rejects.toEqual(
      failsWith('sources.serverFault'),
    );
    expect(server.asked).toEqual(['/robots.txt']);
  });

  it('is asked for as a bookmark says', async () => {
    const server = await paper('', (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200, { etag: '"v1"' }).end(),
    );
    const { pages } = reader();
    const { bookmark = '' } = await pages.fetch(`${server.url}/page`, { signal });
    expect(await pages.fetch(`${server.url}/page`, { signal, bookmark })).toMatchObject({
      kind: 'unmodified',
    });
  });
});

describe('a server that wants pauses', () => {
  it('gets them between its pages, and keeps no other server waiting', async () => {
    const slow = await paper('User-agent: *\nCrawl-delay: 3');
    const fast = await paper('');
    const { pages, waits, clock } = reader();
    const read = (url: string) => pages.fetch(`${url}/page`, { signal });
    await Promise.all([read(slow.url), read(slow.url), read(slow.url), read(fast.url), read(fast.url)]);
    expect(waits).toEqual([3000, 6000]);
    clock.now += 9000;
    await read(slow.url);
    expect(waits).toHaveLength(2);
  });

  it('gets pauses within reason', async () => {
    const server = await paper('User-agent: *\nCrawl-delay: 3600');
    const { pages, waits } = reader();
    await pages.fetch(`${server.url}/1`, { signal });
    await pages.fetch(`${server.url}/2`, { signal });
    expect(waits).toEqual([10_000]);
  });

  it('is not waited for by whoever is told to stop', async () => {
    const server = await paper('User-agent: *\nCrawl-delay: 3');
    const { pages } = reader();
    await pages.fetch(`${server.url}/1`, { signal });
    const stopped = AbortSignal.abort(new Error('too late'));
    await expect(pages.fetch(`${server.url}/2`, { signal: stopped })).rejects.toThrow('too late');
    expect(server.asked).toEqual(['/robots.txt', '/1']);
  });
});
