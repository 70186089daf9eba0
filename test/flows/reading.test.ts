import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deepFeed, endless, hugeFeed, silent, trickling } from '../sources/faults.ts';
import { openNewsroom, openWeb, type TestWeb } from './newsroom.ts';

const hour = 60;

interface Entry {
  readonly url: string;
  readonly title: string;
  readonly text?: string;
  readonly guid?: string;
  readonly at?: string;
}

/** An RSS feed of some entries. */
function rss(...entries: readonly Entry[]): string {
  const items = entries.map(
    ({ url, title, text = '', guid, at = '07:00' }) =>
      `<item><title>${title}</title><link>${url.replaceAll('&', '&amp;')}</link><description>${text}</description>${
        guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`
      }<pubDate>Wed, 25 Nov 2026 ${at}:00 GMT</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>Feed</title>${items.join('')}</channel></rss>`;
}

const sentences = {
  ferry:
    'A ferry will cross the bay of Eastmere every night from December on. The port of Eastmere bought the boat in spring and had it rebuilt in its own yard, since no other fitted the old pier. The first crossing is planned for the first of December at ten in the evening. Tickets cost 14 crowns, and children travel free of charge. The mayor called the boat the best news in years for those who work late on the other side.',
  bridge:
    'The tanker Mirabel rammed the Varnholm bridge early on Wednesday. Two members of her crew were hurt, the coast guard said. Engineers closed the bridge to all traffic and will look at its piers before anybody may cross again. The owner of the tanker, Costland, promised to pay for the damage. Buses go round by way of Odrau until then, which takes an hour longer.',
};

/** The page of an article. */
function page(title: string, text: string, head = ''): string {
  const paragraphs = text.split(/(?<=\.) (?=[A-Z])/).map((sentence) => `<p>${sentence}</p>`);
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><header>Gazette</header>
    <article><h1>${title}</h1>${paragraphs.join('\n')}</article><footer>Imprint</footer></body></html>`;
}

const walls = {
  consent:
    '<html lang="en"><body><h1>Your privacy</h1><p>We and our 812 partners store cookies. Accept all cookies or manage your cookies to continue.</p><button>Accept all</button></body></html>',
};

/** A paper with one article whose page tells all of it. */
function publishFerry(web: TestWeb): { readonly feed: string; readonly url: string } {
  const feed = web.at('gazette', '/feed');
  const url = web.at('gazette', '/2026/night-ferry-starts-in-december');
  web.publish(
    feed,
    rss({ url, title: 'Night ferry starts', text: 'A ferry will cross the bay.', guid: 'gazette-000001' }),
  );
  web.publish(url, page('Night ferry starts', sentences.ferry));
  return { feed, url };
}

/** A newsroom that follows such a paper, and read its article as news some time ago. */
async function readFerry() {
  const web = await openWeb();
  const room = await openNewsroom();
  const { feed, url } = publishFerry(web);
  web.publish(feed, rss());
  await room.follow(feed, 'Gazette');
  await room.read();
  publishFerry(web);
  await room.after(25 * hour);
  return { web, room, url };
}

describe('following a source', () => {
  test('stores what is there without making news of it, and makes news of what comes after', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    const { feed, url } = publishFerry(web);
    await room.follow(feed, 'Gazette');
    await room.read();
    expect(await room.articles()).toMatchObject([{ url, source: 'Gazette', complete: true, news: false }]);
    const other = web.at('gazette', '/2026/tanker-rams-bridge');
    web.publish(other, page('Tanker rams bridge', sentences.bridge));
    web.publish(
      feed,
      rss(
        { url: other, title: 'Tanker rams bridge', text: 'A tanker…', at: '09:00' },
        { url, title: 'Night ferry starts', text: 'A ferry will cross the bay.', guid: 'gazette-000001' },
      ),
    );
    await room.after(2 * hour);
    expect((await room.articles()).map(({ title, news }) => [title, news])).toEqual([
      ['Night ferry starts', false],
      ['Tanker rams bridge', true],
    ]);
    const news = await room.store.articles.stories({ newsSince: new Date('2026-11-25T08:00:00Z'), limit: 9 });
    expect(news.map(({ lead }) => lead.title)).toEqual(['Tanker rams bridge']);
  });

  test('goes on after a restart without a flood, and without reading pages again', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'kiosk-restart-'));
    onTestFinished(() => rm(directory, { recursive: true, force: true }));
    const web = await openWeb();
    const clock = { now: new Date('2026-11-25T08:00:00Z') };
    const first = await openNewsroom({ directory, clock });
    const { feed } = publishFerry(web);
    await first.follow(feed, 'Gazette');
    await first.read();
    await first.close();
    const asked = web.asked.length;
    const second = await openNewsroom({ directory, clock });
    await second.after(2 * hour);
    expect(web.asked.slice(asked)).toEqual([feed]);
    expect((await second.articles()).map(({ news, revision }) => [news, revision])).toEqual([[false, 1]]);
  });

  test('asks for what changed only, follows a source that moves, and leaves one that is gone', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    const { feed } = publishFerry(web);
    const moved = web.at('gazette', '/moved');
    await room.follow(feed, 'Gazette');
    await room.read();
    web.publish(moved, (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"1"';
      response
        .setHeader('etag', '"1"')
        .writeHead(isKnown ? 304 : 200)
        .end(isKnown ? undefined : rss());
    });
    web.publish(feed, (_, response) => response.writeHead(308, { location: moved }).end());
    await room.after(25 * hour);
    expect(await room.source(feed)).toBeUndefined();
    expect(await room.source(moved)).toMatchObject({ name: 'Gazette', failures: 0 });
    await room.after(25 * hour);
    expect(await room.source(moved)).toMatchObject({ failures: 0, status: 'active' });
    web.publish(moved, (_, response) => response.writeHead(410).end());
    await room.after(25 * hour);
    expect(await room.source(moved)).toMatchObject({ status: 'ended', failure: 'sources.gone' });
    const asked = web.asked.length;
    await room.after(25 * hour);
    expect(web.asked).toHaveLength(asked);
  });
});

describe('one article', () => {
  test('is one however its address, its guid and its date change', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    const { feed, url } = publishFerry(web);
    await room.follow(feed, 'Gazette');
    await room.read();
    const text = 'A ferry will cross the bay.';
    const title = 'Night ferry starts';
    for (const entry of [
      { url: `${url}?utm_source=rss&utm_campaign=a`, title, text, guid: 'gazette-000001' },
      { url: `${url}/amp`, title, text, guid: 'gazette-000002', at: '08:30' },
      { url: url.replace('http://gazette', 'http://m.gazette'), title, text, guid: 'gazette-000003' },
      { url: web.at('gazette', '/2026/renamed'), title, text, guid: 'gazette-000001', at: '09:00' },
    ]) {
      web.publish(entry.url, page(title, sentences.ferry));
      web.publish(feed, rss(entry));
      await room.after(25 * hour);
    }
    expect(await room.articles()).toMatchObject([{ url, revision: 1 }]);
  });

  test('is one in two sections of a paper, and two in two papers', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    for (const [paper, section] of [
      ['gazette', 'politics'],
      ['gazette', 'local'],
      ['herald', 'news'],
    ] as const) {
      const url = web.at(paper, `/${section}/a-boat-at-night`);
      web.publish(url, page('Night ferry starts', sentences.ferry));
      web.publish(
        web.at(paper, `/${section}.rss`),
        rss({ url, title: 'Night ferry starts', text: 'A ferry…' }),
      );
      await room.follow(web.at(paper, `/${section}.rss`), paper);
      await room.read();
    }
    expect((await room.articles()).map(({ source }) => source)).toEqual(['gazette', 'herald']);
    expect(await room.store.articles.stories({ limit: 9 })).toHaveLength(1);
  });

  test('is revised when its page is corrected, and that is marked and kept', async () => {
    const { web, room, url } = await readFerry();
    const correction = 'Correction: an earlier version of this article gave a wrong price.';
    web.publish(
      url,
      page('Night ferry starts', `${sentences.ferry.replace('14 crowns', '15 crowns')} ${correction}`),
    );
    await room.after(1 * hour);
    const [article] = await room.articles();
    expect(article).toMatchObject({ revision: 2, correction, news: true });
    expect(article?.text).toContain('15 crowns');
    const [change] = article === undefined ? [] : await room.kiosk.changes(article);
    expect(change).toMatchObject({
      removed: [expect.stringContaining('14 crowns')],
      added: [expect.stringContaining('15 crowns'), correction],
    });
  });

  test('is found no more when its paper takes it back', async () => {
    const { web, room, url } = await readFerry();
    const ask = () => room.kiosk.ask({ text: 'When is the first crossing of the ferry?', language: 'en' }, 3);
    expect((await ask()).answered).toBe(true);
    web.publish(url, (_, response) => response.writeHead(410).end());
    await room.after(1 * hour);
    expect((await room.articles())[0]?.withdrawnAt).toEqual(room.clock.now);
    expect((await ask()).evidence).toEqual([]);
  });
});

describe('pages', () => {
  test('with a cookie wall before them leave what the feed says', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    const { feed, url } = publishFerry(web);
    web.publish(url, walls.consent);
    await room.follow(feed, 'Gazette');
    await room.read();
    expect(await room.articles()).toMatchObject([{ text: 'A ferry will cross the bay.', complete: false }]);
  });

  test('are not asked for where the feed carries all, or where robots.txt forbids it', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    const whole = web.at('gazette', '/whole');
    const closed = web.at('herald', '/closed');
    const feeds = [web.at('gazette', '/feed'), web.at('herald', '/feed')];
    web.publish(
      feeds[0] ?? '',
      rss({ url: whole, title: 'Whole', text: `${sentences.ferry} ${sentences.bridge} `.repeat(2) }),
    );
    web.publish(feeds[1] ?? '', rss({ url: closed, title: 'Closed', text: 'A tanker rammed a bridge.' }));
    web.publish(web.at('herald', '/robots.txt'), 'User-agent: *\nDisallow: /');
    for (const feed of feeds) await room.follow(feed, feed);
    await room.read();
    expect(web.asked.toSorted()).toEqual(feeds.toSorted());
    expect((await room.articles()).map(({ title, complete }) => [title, complete])).toEqual([
      ['Whole', true],
      ['Closed', false],
    ]);
  });

  test('in a private network are not entered, whichever way leads there', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    const feed = web.at('gazette', '/feed');
    const urls = ['/a', '/b', '/c'].map((path) => web.at('gazette', path));
    web.publish(urls[0] ?? '', (_, response) =>
      response.writeHead(302, { location: 'http://127.0.0.2/' }).end(),
    );
    web.publish(urls[1] ?? '', (_, response) =>
      response.writeHead(302, { location: 'http://[::ffff:10.0.0.1]/' }).end(),
    );
    web.publish(urls[2] ?? '', (_, response) =>
      response.writeHead(302, { location: 'http://inside.example/' }).end(),
    );
    web.publish(
      feed,
      rss(...urls.map((url, index) => ({ url, title: `T${index}`, text: 'A tanker rammed a bridge.' }))),
    );
    await room.follow(feed, 'Gazette');
    await room.read();
    expect((await room.articles()).map(({ complete }) => complete)).toEqual([false, false, false]);
  });
});

describe('servers that do everything wrong', () => {
  test('cost a place each and delay nobody', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    const bad = ['silent', 'slow', 'endless', 'bomb'];
    web.publish(web.at('silent', '/feed'), silent);
    web.publish(web.at('slow', '/feed'), trickling);
    web.publish(web.at('endless', '/feed'), endless().listener);
    web.publish(web.at('bomb', '/feed'), endless({ 'content-encoding': 'gzip' }).listener);
    for (const paper of bad) await room.follow(web.at(paper, '/feed'), paper);
    const good = Array.from({ length: 20 }, (_, index) => `paper-${index}`);
    for (const paper of good) {
      web.publish(
        web.at(paper, '/feed'),
        rss({
          url: web.at(paper, '/1'),
          title: `${paper} reports`,
          text: `${sentences.ferry} ${paper} ${sentences.bridge} `.repeat(2),
        }),
      );
      await room.follow(web.at(paper, '/feed'), paper);
    }
    await room.begin();
    await expect.poll(async () => (await room.articles()).length).toBe(20);
    const unread = await Promise.all(bad.map((paper) => room.source(web.at(paper, '/feed'))));
    expect(unread.every((source) => source?.readAt === undefined)).toBe(true);
    await room.read();
    const failed = await Promise.all(bad.map((paper) => room.source(web.at(paper, '/feed'))));
    expect(failed.map((source) => source?.failure)).toEqual([
      'sources.timeout',
      'sources.timeout',
      'sources.tooLarge',
      'sources.tooLarge',
    ]);
  });

  test('are left alone for as long as they ask', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    const feed = web.at('gazette', '/feed');
    web.publish(feed, (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    await room.follow(feed, 'Gazette');
    await room.read();
    expect(await room.source(feed)).toMatchObject({
      failure: 'sources.busy',
      dueAt: new Date(room.clock.now.getTime() + 2 * 3_600_000),
    });
  });

  test('and whatever they send is read or refused, in its encoding, and never for long', async () => {
    const web = await openWeb();
    const room = await openNewsroom();
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="utf-8"?>${rss({ url: web.at('latin', '/1'), title: 'Café in Köln', text: `“Très bien” ${sentences.ferry} ${sentences.bridge} `.repeat(2) })}`
        .replaceAll('“', '\u0093')
        .replaceAll('”', '\u0094'),
      'latin1',
    );
    web.publish(web.at('latin', '/feed'), (_, response) =>
      response.setHeader('content-type', 'application/rss+xml; charset=iso-8859-1').end(latin),
    );
    web.publish(web.at('packed', '/feed'), (_, response) =>
      response
        .setHeader('content-encoding', 'gzip')
        .end(
          gzipSync(rss({ url: web.at('packed', '/1'), title: 'Packed', text: 'A tanker rammed a bridge.' })),
        ),
    );
    web.publish(web.at('page', '/feed'), page('No feed', sentences.ferry));
    web.publish(
      web.at('torn', '/feed'),
      rss({ url: web.at('torn', '/1'), title: 'Torn', text: 'A tanker.' }).slice(0, -40),
    );
    web.publish(web.at('deep', '/feed'), deepFeed(100_000));
    web.publish(web.at('huge', '/feed'), [...hugeFeed(100_000)].join(''));
    for (const paper of ['latin', 'packed', 'page', 'torn', 'deep', 'huge'])
      await room.follow(web.at(paper, '/feed'), paper);
    await room.read();
    const articles = await room.articles();
    const latins = articles.find(({ source }) => source === 'latin');
    expect(latins?.title).toBe('Café in Köln');
    expect(latins?.text).toMatch(/^“Très bien”/);
    expect(articles.some(({ source }) => source === 'packed')).toBe(true);
    expect(await room.source(web.at('page', '/feed'))).toMatchObject({ failure: 'sources.notFeed' });
    for (const paper of ['deep', 'huge']) {
      const source = await room.source(web.at(paper, '/feed'));
      expect(source?.failure ?? source?.readAt).toBeDefined();
    }
    expect(articles.filter(({ source }) => source === 'huge').length).toBeLessThan(10_000);
  });
});

test('old stories are removed, young ones stay', async () => {
  const web = await openWeb();
  const room = await openNewsroom();
  const { feed } = publishFerry(web);
  await room.follow(feed, 'Gazette');
  await room.read();
  await room.after(29 * 24 * hour);
  expect(await room.articles()).toHaveLength(1);
  await room.after(2 * 24 * hour);
  expect(await room.articles()).toEqual([]);
  // What was removed isn't new when its feed still holds it.
  await room.after(25 * hour);
  expect(await room.articles()).toEqual([]);
});
