import { describe, expect, test } from 'vitest';
import { library } from '../commands/library.ts';
import { openHouse } from '../commands/house.ts';

const { kiosk } = await openHouse({ items: library });
const allThree = ['en', 'fr', 'de'] as const;

async function story(id: string) {
  const [found] = await kiosk.stories({ ids: [id], limit: 1 });
  if (found === undefined) throw new Error(`no story ${id}`);
  return found;
}

test('the four reports of one event are one story', async () => {
  const stories = await kiosk.stories({ limit: 9 });
  expect(stories.map(({ id, articles }) => [id, articles.length])).toEqual([
    ['bakery', 1],
    ['bridge-post', 4],
    ['schach', 1],
  ]);
});

describe('a story is found', () => {
  test.each(['bridge-post', 'the bridge of Varnholm', 'Mirabel', 'Brücke Varnholm gerammt'])(
    'by “%s”',
    async (words) => {
      expect((await kiosk.findStory(words, 'en'))?.id).toBe('bridge-post');
    },
  );

  test('by its id even where the words would find another', async () => {
    const { kiosk } = await openHouse({
      items: [...library, { ...library[4], id: 'Mirabel', text: 'Nothing of that name is told here.' }],
    });
    expect((await kiosk.findStory('Mirabel', 'en'))?.id).toBe('Mirabel');
  });

  test('not where no article speaks of it, and not by nothing', async () => {
    expect(await kiosk.findStory('zyzzyva', 'en')).toBeUndefined();
    expect(await kiosk.findStory('bridge of bitcoin miners in Patagonia', 'en')).toBeUndefined();
    expect(await kiosk.findStory('', 'en')).toBeUndefined();
    expect(await kiosk.findStory('the of and', 'en')).toBeUndefined();
  });
});

describe('a search', () => {
  test('gives each article once, with its best sentence, best first', async () => {
    const question = { text: 'Varnholm bridge tanker Mirabel', language: 'en' } as const;
    const found = await kiosk.search(question, 10);
    const ids = found.map(({ article }) => article.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(['bridge-jetee', 'bridge-mole', 'bridge-post', 'bridge-wire']);
    const { evidence } = await kiosk.ask(question, 60);
    expect(evidence.length).toBeGreaterThan(found.length);
    for (const one of found) {
      expect(evidence.find(({ article }) => article.id === one.article.id)).toEqual(one);
    }
  });

  test('gives no more than asked for', async () => {
    expect(await kiosk.search({ text: 'Mirabel', language: 'en' }, 2)).toHaveLength(2);
  });
});

describe('a summary', () => {
  test.each(allThree)('reads the articles in the reader’s language (%s)', async (language) => {
    const summary = await kiosk.summarize(await story('bridge-post'), 3, language);
    expect(summary).toHaveLength(3);
    expect(new Set(summary.map(({ article }) => article.language))).toEqual(new Set([language]));
  });

  test.each(allThree)(
    'reads those in the story’s first language where there are none (%s)',
    async (language) => {
      const summary = await kiosk.summarize(await story('schach'), 2, language);
      expect(summary.map(({ article }) => article.language)).toEqual(['de', 'de']);
    },
  );

  test('is made of sentences as they stand, in their order', async () => {
    const summary = await kiosk.summarize(await story('bakery'), 9, 'en');
    const { text } = library[4];
    const places = summary.map(({ sentence }) => text.indexOf(sentence));
    expect(places.length).toBeGreaterThan(1);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });
});

test('outlets are named once each, in alphabetical order', async () => {
  expect(await kiosk.outlets()).toEqual(['Die Mole', 'La Jetée', 'Strait Wire', 'The Ferry Post']);
});
