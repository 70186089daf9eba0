import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Detector, LanguageTag } from '../../src/language/index.ts';
import { addressKey } from '../../src/sources/identity.ts';
import type { Item } from '../../src/sources/item.ts';
import { createIngest } from '../../src/stories/ingest.ts';
import { idOf } from '../../src/stories/names.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';

const now = new Date('2026-05-04T08:00:00Z');

/** Takes items in; `detected` is what every text's language is found to be. */
function open(detected?: LanguageTag) {
  const store = createFakeArticleStore();
  const asked: string[] = [];
  const detector = async (): Promise<Detector> => ({
    detect(text) {
      asked.push(text);
      return { language: detected, confidence: 1 };
    },
  });
  let loaded = 0;
  const ingest = createIngest({
    store,
    detector: () => {
      loaded += 1;
      return detector();
    },
    now: () => now,
  });
  return { store, ingest, asked, loaded: () => loaded };
}

function item(parts: Partial<Item> = {}): Item {
  return {
    url: 'https://paper.example/bridge',
    source: 'The Paper',
    language: 'en',
    title: 'Bridge closed',
    text: 'The bridge is closed.',
    publishedAt: new Date('2026-05-03T08:00:00Z'),
    ...parts,
  };
}

describe('an item becomes an article', () => {
  test('with all that is known of it', async () => {
    const { store, ingest } = open();
    const image = 'https://paper.example/bridge.jpg';
    await ingest([item({ id: 'a', authors: ['Ann Lee'], image, text: '  The bridge is closed.\n' })]);
    const [kept] = await store.articles(['a']);
    expect(kept?.article).toEqual({
      ...item({ id: 'a', authors: ['Ann Lee'], image }),
      revision: 1,
      arrivedAt: now,
      news: false,
      complete: true,
    });
  });

  test('published now where it has no date, by nobody named where it has no authors', async () => {
    const { store, ingest } = open();
    const { publishedAt: _, ...undated } = item({ id: 'a' });
    await ingest([undated]);
    const [kept] = await store.articles(['a']);
    expect(kept?.article).toMatchObject({ publishedAt: now, authors: [] });
    expect(kept?.article).not.toHaveProperty('image');
  });

  test('named by its address where it has no name', async () => {
    const { ingest } = open();
    const outcomes = await ingest([item(), item({ url: 'https://paper.example/other' })]);
    expect(outcomes.map(({ id }) => id)).toEqual([
      idOf('https://paper.example/bridge'),
      idOf('https://paper.example/other'),
    ]);
  });
});

describe('names from addresses', () => {
  test('are short and stay what they are', () => {
    // The start of a SHA-256: `printf %s paper.example/bridge | sha256sum`, in base64url.
    expect(idOf('https://paper.example/bridge')).toBe('iX3wIkC_-bt_gFH0');
  });

  test('differ where the addresses do', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.webUrl(), { minLength: 2, maxLength: 5, selector: addressKey }),
        (urls) => {
          const ids = urls.map(idOf);
          expect(new Set(ids).size).toBe(urls.length);
          for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/);
        },
      ),
    );
  });
});

describe('what became of each item is told in its place', () => {
  test('new, known, or revised', async () => {
    const { ingest } = open();
    const one = item({ id: 'a' });
    expect(await ingest([one, item({ id: 'b', text: 'Something else.' })])).toMatchObject([
      { id: 'a', outcome: 'new' },
      { id: 'b', outcome: 'new' },
    ]);
    expect(await ingest([item({ id: 'b', text: 'Something new.' }), one])).toMatchObject([
      { id: 'b', outcome: 'revised' },
      { id: 'a', outcome: 'known' },
    ]);
  });

  test('an empty text, or one in a language Kiosk does not speak, is left out and does not stop the rest', async () => {
    const { store, ingest } = open(undefined);
    const { language: _, ...unsaid } = item({ id: 'dutch', text: 'De brug is gesloten.' });
    expect(
      await ingest([
        item({ id: 'blank', text: ' \n\t\u00A0' }),
        item({ id: 'a' }),
        unsaid,
        item({ id: 'b' }),
      ]),
    ).toMatchObject([
      { id: 'blank', outcome: 'empty' },
      { id: 'a', outcome: 'new' },
      { id: 'dutch', outcome: 'unknownLanguage' },
      { id: 'b', outcome: 'new' },
    ]);
    expect(await store.articles(['blank', 'dutch'])).toEqual([]);
  });

  test('the same item twice in one batch is stored once', async () => {
    const { store, ingest } = open();
    expect(await ingest([item(), item()])).toMatchObject([
      { id: idOf(item().url), outcome: 'new' },
      { id: idOf(item().url), outcome: 'known' },
    ]);
    const stories = await store.stories({ limit: 9 });
    expect(stories.map(({ articles }) => articles.length)).toEqual([1]);
  });

  test('nothing, for nothing', async () => {
    expect(await open().ingest([])).toEqual([]);
  });
});

describe('the language', () => {
  test('is asked of the detector only where the item does not say it', async () => {
    const { store, ingest, asked, loaded } = open('fr');
    await ingest([item({ id: 'a' }), item({ id: 'blank', text: '' })]);
    expect({ asked, loaded: loaded() }).toEqual({ asked: [], loaded: 0 });
    const { language: _, ...unsaid } = item({ id: 'b', title: 'Pont fermé', text: 'Le pont est fermé.' });
    await ingest([unsaid, item({ id: 'c' })]);
    expect(asked).toEqual(['Pont fermé\nLe pont est fermé.']);
    const kept = await store.articles(['a', 'b', 'c']);
    expect(kept.map(({ article }) => article.language)).toEqual(['en', 'fr', 'en']);
  });
});

describe('what an item says of itself', () => {
  test('names the article it belongs to, whatever its address', async () => {
    const { store, ingest } = open();
    const names = ['paper.example/bridge', 'paper.example guid-1'];
    await ingest([item({ names })]);
    const moved = item({
      url: 'https://paper.example/bridge-shut',
      names: ['paper.example/bridge-shut', 'paper.example guid-1'],
    });
    expect(await ingest([moved])).toMatchObject([{ id: idOf(item().url), outcome: 'known' }]);
    expect(await store.stories({ limit: 9 })).toHaveLength(1);
  });

  test('makes it news while it is fresh, and never when its source is read for the first time', async () => {
    const { store, ingest } = open();
    await ingest([
      item({ id: 'fresh', news: true, publishedAt: new Date('2026-05-01T08:00:01Z') }),
      item({ id: 'stale', news: true, publishedAt: new Date('2026-05-01T08:00:00Z') }),
      item({ id: 'backlog', publishedAt: now }),
    ]);
    const kept = await store.articles(['fresh', 'stale', 'backlog']);
    expect(kept.map(({ article }) => article.news)).toEqual([true, false, false]);
  });

  test('marks an article that its paper corrected', async () => {
    const { store, ingest } = open();
    const correction = 'Correction: an earlier version gave the wrong length of the bridge.';
    await ingest([item({ id: 'a', text: `The bridge is closed.\n\n${correction}` })]);
    expect((await store.articles(['a']))[0]?.article.correction).toBe(correction);
  });

  test('completes what was known in part', async () => {
    const { ingest } = open();
    await ingest([item({ id: 'a', text: 'The bridge…', complete: false })]);
    expect(await ingest([item({ id: 'a', text: 'The bridge is closed to all.' })])).toMatchObject([
      { outcome: 'completed' },
    ]);
  });
});

test('a failure keeps nothing that comes after it from being taken in', async () => {
  const { store, ingest } = open();
  const failing = {
    ...item({ id: 'bad' }),
    get text(): string {
      throw new Error('unreadable');
    },
  };
  await expect(ingest([failing])).rejects.toThrow('unreadable');
  await ingest([item({ id: 'good' })]);
  expect(await store.articles(['good'])).toHaveLength(1);
});
