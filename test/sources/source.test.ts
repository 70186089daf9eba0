import { describe, expect, it } from 'vitest';
import { createFeedSource, directReader } from '../../src/sources/index.ts';
import { fixture } from './fixture.ts';
import { failsWith, openLoopback, signal } from './web/loopback.ts';

const { start, client } = openLoopback();

/** The feed at an address, followed as the Gazette. */
function follow(url: string) {
  return createFeedSource({
    followed: { url, name: 'Gazette', language: 'en' },
    fetcher: client(),
    reader: directReader,
  });
}

describe('a feed as a source', () => {
  it('gives articles under the name it is followed by', async () => {
    const server = await start((_, response) => response.setHeader('etag', '"x"').end(fixture('rss2.xml')));
    expect(await follow(server.url).fetch({}, signal)).toMatchObject({
      bookmark: expect.any(String),
      news: {
        fresh: [
          { url: 'https://gazette.example/2026/11/night-ferry?utm=1&x=2', source: 'Gazette', language: 'en' },
          { url: 'https://gazette.example/2026/11/supper' },
        ],
      },
    });
  });

  it('gives nothing and keeps its bookmark where nothing changed', async () => {
    const server = await start((request, response) => {
      const isKnown = request.headers['if-none-match'] === '"v1"';
      response
        .setHeader('etag', '"v1"')
        .writeHead(isKnown ? 304 : 200)
        .end(isKnown ? undefined : fixture('atom.xml'));
    });
    const source = follow(server.url);
    const { bookmark = '', news } = await source.fetch({}, signal);
    expect(await source.fetch({ bookmark, ...news }, signal)).toEqual({
      news: undefined,
      bookmark,
      wishes: {},
      hubs: [],
    });
  });

  it('tells what its server and it itself wish, and who tells when it changes', async () => {
    const feed = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>G</title><ttl>60</ttl>
      <skipHours><hour>3</hour></skipHours><atom:link rel="hub" href="https://hub.example/"/>
      <atom:link rel="self" href="https://gazette.example/feed"/></channel></rss>`;
    const server = await start((_, response) => {
      response
        .setHeader('cache-control', 'max-age=600')
        .setHeader('link', '<https://other.example/>; rel="hub"');
      response.end(feed);
    });
    expect(await follow(server.url).fetch({}, signal)).toMatchObject({
      wishes: { freshFor: 600_000, readEvery: 3_600_000, skip: { hours: [3], days: [] } },
      hubs: ['https://other.example/', 'https://hub.example/'],
      topic: 'https://gazette.example/feed',
    });
  });

  it('says where it has moved for good', async () => {
    const server = await start((request, response) => {
      if (request.url === '/new') response.end(fixture('rss2.xml'));
      else response.writeHead(301, { location: '/new' }).end();
    });
    expect(await follow(`${server.url}/old`).fetch({}, signal)).toMatchObject({
      movedTo: `${server.url}/new`,
    });
  });

  it('says so when there is a page instead', async () => {
    const server = await start((_, response) => response.end(fixture('page-en.html')));
    await expect(follow(server.url).fetch({}, signal)).rejects.toEqual(failsWith('sources.notFeed'));
  });
});
