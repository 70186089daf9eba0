import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  createLooks,
  type DuePage,
  FetchError,
  type Item,
  type ReadDocument,
} from '../../src/sources/index.ts';
import { createFakePageStore } from '../fakes/source-store.ts';

const minute = 60_000;
const start = new Date('2026-11-23T08:00:00Z');
const url = 'https://paper.example/politics/night-ferry-starts-in-december';

function page(parts: Partial<DuePage> = {}, item: Partial<Item> = {}): DuePage {
  return {
    name: 'night-ferry',
    item: {
      url,
      names: ['night-ferry'],
      source: 'The Paper',
      title: 'Night ferry',
      text: 'A ferry sails.',
      complete: false,
      news: true,
      ...item,
    },
    dueAt: start,
    looks: 0,
    failures: 0,
    ...parts,
  };
}

const article: ReadDocument = {
  kind: 'article',
  title: 'Night ferry starts in December',
  text: 'A ferry sails every night from December on, the port said.',
  url: 'https://paper.example/local/night-ferry-starts-in-december',
  named: true,
  source: 'The Paper',
  publishedAt: new Date('2026-11-22T08:00:00Z'),
  updatedAt: undefined,
  authors: ['Mara Quill'],
  image: 'https://paper.example/ferry.jpg',
  language: undefined,
  languageHint: 'en',
  feeds: [],
  how: { extractor: 'readability', publishedAt: undefined, updatedAt: undefined },
};

function notice(reason: Extract<ReadDocument, { kind: 'notice' }>['reason']): ReadDocument {
  return { kind: 'notice', reason, title: '', feeds: [] };
}

type Shown = ReadDocument | Error | 'unmodified';

/** Pages that show what the test says, look after look, with a clock that goes to whatever is due next. */
async function open(given: DuePage, ...shown: readonly Shown[]) {
  const store = createFakePageStore();
  const clock = { now: start };
  const taken: Item[] = [];
  const withdrawn: string[] = [];
  const asked: unknown[] = [];
  const left = [...shown];
  const looks = createLooks({
    store,
    fetcher: {
      async fetch(address, { bookmark }) {
        asked.push([address, bookmark]);
        const [next] = left;
        if (next instanceof Error) {
          left.shift();
          throw next;
        }
        if (next === 'unmodified') {
          left.shift();
          return { kind: 'unmodified', links: [] };
        }
        return { kind: 'document', bytes: new Uint8Array(), url: address, bookmark: 'v1', links: [] };
      },
    },
    reader: {
      async read() {
        const next = left.shift();
        if (typeof next !== 'object' || next instanceof Error) throw new Error('nothing to show');
        return next;
      },
    },
    take: async (items) => void taken.push(...items),
    withdraw: async (item) => void withdrawn.push(item.url),
    now: () => clock.now,
    fault: (error) => expect.unreachable(String(error)),
  });
  await store.add([given]);
  const { signal } = new AbortController();
  const waits: number[] = [];
  for (;;) {
    await looks.tick(signal);
    await looks.idle();
    const [next] = await store.claim(new Date(8e15), 1, start);
    if (next === undefined || left.length === 0) return { taken, withdrawn, asked, waits, next };
    await store.settle(next.name, next);
    waits.push((next.dueAt.getTime() - clock.now.getTime()) / minute);
    clock.now = next.dueAt;
  }
}

describe('the page of a new article', () => {
  it('completes it, with its feed’s title and what the feed does not say', async () => {
    const { taken } = await open(page(), article);
    expect(taken).toEqual([
      {
        ...page().item,
        names: ['night-ferry', 'paper.example/local/night-ferry-starts-in-december'],
        text: article.text,
        complete: true,
        publishedAt: article.publishedAt,
        authors: ['Mara Quill'],
        image: 'https://paper.example/ferry.jpg',
      },
    ]);
  });

  it('does not overrule what the feed says of date, authors and image, nor shorten its text', async () => {
    const said = {
      publishedAt: start,
      authors: ['Theo Brand'],
      image: 'https://paper.example/feed.jpg',
      text: 'A ferry sails. '.repeat(20),
    };
    const { taken } = await open(page({}, said), article);
    expect(taken).toMatchObject([{ ...said, complete: true }]);
  });

  it('is looked at again while it is young, for what the paper corrects', async () => {
    const corrected = { ...article, text: `${article.text} Correction: from January on.` };
    const { taken, waits, asked, next } = await open(page(), article, 'unmodified', corrected, article);
    expect(taken.map(({ text }) => text)).toEqual([article.text, corrected.text, article.text]);
    expect(waits).toEqual([60, 360, 1440]);
    expect(asked).toEqual([
      [url, undefined],
      [url, 'v1'],
      [url, 'v1'],
      [url, 'v1'],
    ]);
    expect(next).toBeUndefined();
  });

  it('is looked at once where the article is no news', async () => {
    const { next } = await open(page({}, { news: false }), article);
    expect(next).toBeUndefined();
  });

  it.each<[string, Shown]>([
    ['a paywall', notice('sources.notice.paywall')],
    ['a cookie wall', notice('sources.notice.consent')],
    ['a refusal', new FetchError('sources.forbidden', 403)],
    ['rules for robots', new UserError('sources.robots')],
    ['a private network', new UserError('sources.privateAddress')],
  ])('leaves the feed’s own words where there is %s before it', async (_, shown) => {
    const { taken, withdrawn, next } = await open(page(), shown);
    expect(taken).toEqual([{ ...page().item, complete: false }]);
    expect({ withdrawn, next }).toEqual({ withdrawn: [], next: undefined });
  });

  it('leaves its title where the feed says nothing else', async () => {
    const { taken } = await open(page({}, { text: '' }), notice('sources.notice.paywall'));
    expect(taken).toMatchObject([{ text: 'Night ferry', complete: false }]);
  });

  it('is tried again when it can’t be reached, while the feed’s own words stand', async () => {
    const away = new UserError('sources.timeout');
    const { taken, waits } = await open(
      page(),
      away,
      new FetchError('sources.serverFault', 503),
      away,
      article,
    );
    expect(taken.map(({ complete }) => complete)).toEqual([false, true]);
    expect(waits).toEqual([5, 30, 120]);
  });

  it('is given up when it can never be reached', async () => {
    const away = new UserError('sources.timeout');
    const { taken, next } = await open(page(), away, away, away, away);
    expect(taken).toHaveLength(1);
    expect(next).toBeUndefined();
  });
});

describe('an article that is taken back', () => {
  it('is withdrawn at once where the server says that it is gone, even before it was read', async () => {
    const { withdrawn, taken, next } = await open(page(), new FetchError('sources.gone', 410));
    expect({ withdrawn, taken, next }).toEqual({ withdrawn: [url], taken: [], next: undefined });
  });

  it.each<[string, Shown]>([
    ['missing', new FetchError('sources.missing', 404)],
    ['a page that says so', notice('sources.notice.missing')],
    ['emptied', notice('sources.notice.empty')],
  ])('is withdrawn when it is found %s twice', async (_, shown) => {
    const { withdrawn, taken, waits, next } = await open(page(), article, shown, shown);
    expect({ withdrawn, next }).toEqual({ withdrawn: [url], next: undefined });
    expect(taken).toHaveLength(1);
    expect(waits).toEqual([60, 5]);
  });

  it('is not withdrawn when it was missing for a moment, or behind a wall, or never there', async () => {
    const missing = new FetchError('sources.missing', 404);
    const paywall = notice('sources.notice.paywall');
    const outcomes = [
      await open(page(), article, missing, article, missing, article),
      await open(page(), article, paywall),
      await open(page(), missing, missing, missing, missing),
    ];
    expect(outcomes.map(({ withdrawn }) => withdrawn)).toEqual([[], [], []]);
  });
});

it('what is interrupted stays due', async () => {
  const store = createFakePageStore();
  await store.add([page()]);
  const stopping = new AbortController();
  const looks = createLooks({
    store,
    fetcher: {
      async fetch() {
        stopping.abort();
        throw new Error('aborted');
      },
    },
    reader: { read: () => Promise.reject(new Error('not asked')) },
    take: () => Promise.reject(new Error('not asked')),
    withdraw: () => Promise.reject(new Error('not asked')),
    now: () => start,
    fault: (error) => expect.unreachable(String(error)),
  });
  await looks.tick(stopping.signal);
  await looks.idle();
  expect(await store.claim(start, 9, start)).toEqual([page()]);
});
