import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../src/language/language.ts';
import { groupArticles } from '../../src/stories/grouping.ts';
import type { ArticleStore } from '../../src/stories/store.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';

type Given = ReturnType<typeof article>;

const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-05-04T08:00:00Z');
const at = (days: number) => new Date(start + days * day);

const bridge = {
  post: article({
    id: 'bridge-post',
    title: 'Tanker rams Varnholm bridge, two crew members hurt',
    text: 'The tanker Mirabel, 183 metres long, rammed the Varnholm bridge early on Monday. Two crew members were hurt. The coast guard closed the strait of Varnholm to all ships. Captain Elin Tarrow said the rudder of the Mirabel had failed. Her owner Costland will pay, and the bridge stays shut for 14 days, said mayor Ansgar Loft.',
    publishedAt: at(0),
  }),
  wire: article({
    id: 'bridge-wire',
    title: 'Varnholm bridge closed after collision with tanker Mirabel',
    text: 'A collision with the tanker Mirabel has closed the bridge at Varnholm. The coast guard said two members of the crew were hurt. Engineers will look at the bridge on Tuesday. The rudder of the tanker had failed, captain Elin Tarrow said. Mayor Ansgar Loft expects Costland, the owner, to pay for the 14 days.',
    publishedAt: at(0.3),
  }),
  jetee: article({
    id: 'bridge-jetee',
    language: 'fr',
    title: 'Le pétrolier Mirabel heurte le pont de Varnholm',
    text: 'Le pétrolier Mirabel, long de 183 mètres, a heurté lundi le pont de Varnholm. Selon le capitaine Elin Tarrow, le gouvernail était en panne. L’armateur Costland indemnisera la ville. Le pont restera fermé 14 jours, dit le maire Ansgar Loft.',
    publishedAt: at(0.5),
  }),
  mole: article({
    id: 'bridge-mole',
    language: 'de',
    title: 'Tanker Mirabel rammt Brücke von Varnholm',
    text: 'Der Tanker Mirabel, 183 Meter lang, hat die Brücke von Varnholm gerammt. Kapitän Elin Tarrow nannte einen Schaden am Ruder. Die Reederei Costland haftet. Die Brücke bleibt 14 Tage zu, sagte Bürgermeister Ansgar Loft.',
    publishedAt: at(0.6),
  }),
};
const bakery = article({
  id: 'bakery',
  title: 'Rye loaf wins national bread contest',
  text: 'A baker from Kelso won the national bread contest with a rye loaf. The jury praised its crust. She bakes at night and sells in the market hall.',
  publishedAt: at(0.1),
});
const chess = article({
  id: 'chess',
  title: 'Teenager takes chess title',
  text: 'A teenager took the chess title in Odrau after eleven games. The final game lasted six hours. Her trainer spoke of luck.',
  publishedAt: at(0.2),
});
/** Other news, so that words have a rarity. */
const others: readonly Given[] = (
  [
    ['en', 'Rain in the hills', 'Rain fell on the hills. Farmers waited for the sun and counted the days.'],
    ['en', 'School opens', 'A school opened its doors. Children counted the steps to the door.'],
    ['en', 'New train', 'A train runs to the coast again. Engineers looked at the rails on Sunday.'],
    ['fr', 'Pluie', 'La pluie est tombée sur les collines. Les fermiers attendent le soleil.'],
    ['fr', 'École', 'Une école a ouvert ses portes. Les enfants comptent les marches.'],
    ['fr', 'Train', 'Un train roule de nouveau vers la côte, dit la région.'],
    ['de', 'Regen', 'Regen fiel auf die Hügel. Die Bauern warten auf die Sonne.'],
    ['de', 'Schule', 'Eine Schule hat ihre Türen geöffnet. Kinder zählen die Stufen.'],
    ['de', 'Zug', 'Ein Zug fährt wieder an die Küste, teilte das Land mit.'],
  ] satisfies [LanguageTag, string, string][]
).map(([language, title, text], index) =>
  article({ id: `other-${index}`, language, title, text, publishedAt: at(-1) }),
);

/** Stores and groups each batch in turn. */
async function group(...batches: readonly (readonly Given[])[]): Promise<ArticleStore> {
  const store = createFakeArticleStore();
  await store.add(others);
  for (const batch of batches) {
    await store.add(batch);
    await groupArticles(store, batch);
  }
  return store;
}

/** The articles of each story with these articles: ids sorted, stories by their first. */
async function groups(store: ArticleStore): Promise<readonly (readonly string[])[]> {
  const stories = await store.stories({ limit: 1000 });
  return stories
    .map((story) => story.articles.map(({ id }) => id).toSorted())
    .filter(([first = '']) => !first.startsWith('other'))
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
}

async function storyOf(store: ArticleStore, id: string): Promise<string | undefined> {
  return (await store.stories({ articles: [id], limit: 1 }))[0]?.id;
}

describe('articles are put into stories', () => {
  test('those that report one event in one language share one', async () => {
    expect(await groups(await group([bridge.post, bridge.wire]))).toEqual([['bridge-post', 'bridge-wire']]);
  });

  test('and so do those that report it in other languages', async () => {
    const store = await group([bridge.post, bridge.wire, bridge.jetee, bridge.mole]);
    expect(await groups(store)).toEqual([['bridge-jetee', 'bridge-mole', 'bridge-post', 'bridge-wire']]);
  });

  test('those of different events of one day stay apart', async () => {
    const store = await group([bridge.post, bakery, chess]);
    expect(await groups(store)).toEqual([['bakery'], ['bridge-post'], ['chess']]);
  });

  test('a story of nothing like it stays alone among many', async () => {
    const store = await group([bridge.post, bridge.wire, bridge.jetee, bridge.mole, bakery, chess]);
    expect((await groups(store)).filter(({ length }) => length === 1)).toEqual([['bakery'], ['chess']]);
  });

  test.each([
    [2.9, true],
    [-2.9, true],
    [3.1, false],
    [-3.1, false],
    [365, false],
  ])('the same words %d days apart tell one story: %s', async (days, together) => {
    const later = { ...bridge.wire, publishedAt: at(days) };
    expect(await groups(await group([bridge.post], [later]))).toHaveLength(together ? 1 : 2);
  });

  test('a story goes on for as long as each article comes within days of another', async () => {
    const chain = [0, 2.5, 5, 7.5].map((days, index) => ({
      ...(index % 2 === 0 ? bridge.post : bridge.wire),
      id: `chain-${index}`,
      publishedAt: at(days),
    }));
    expect(await groups(await group(...chain.map((each) => [each])))).toEqual([
      ['chain-0', 'chain-1', 'chain-2', 'chain-3'],
    ]);
  });

  test('the earliest of a batch names the story', async () => {
    const store = await group([bridge.mole, bridge.wire, bridge.jetee, bridge.post]);
    const [story] = await store.stories({ articles: ['bridge-mole'], limit: 1 });
    expect(story?.id).toBe('bridge-post');
    expect(story?.lead.id).toBe('bridge-post');
  });

  test('a story keeps its id when articles join it, even older ones', async () => {
    const store = await group([bridge.wire], [bridge.mole, bridge.jetee], [bridge.post]);
    expect(await groups(store)).toHaveLength(1);
    expect(await storyOf(store, 'bridge-post')).toBe('bridge-wire');
    expect((await store.stories({ ids: ['bridge-wire'], limit: 1 }))[0]?.lead.id).toBe('bridge-post');
  });

  test('that are shorter than a sentence, or say nothing, without harm', async () => {
    const empty = ['', '…', '🎉', 'the and of'].map((text, index) =>
      article({ id: `empty-${index}`, title: text, text, publishedAt: at(0) }),
    );
    expect(await groups(await group(empty))).toEqual([['empty-0'], ['empty-1'], ['empty-2'], ['empty-3']]);
  });

  test('that are not stored are left out, and none is nothing to do', async () => {
    const store = createFakeArticleStore();
    expect(await groupArticles(store, [{ id: 'nowhere', publishedAt: at(0) }])).toEqual([]);
    expect(await groupArticles(store, [])).toEqual([]);
  });

  test('which story that is, is what it says', async () => {
    const store = createFakeArticleStore();
    await store.add([...others, bridge.post, bridge.wire]);
    expect(await groupArticles(store, [bridge.wire, bridge.post])).toEqual([
      { article: 'bridge-post', story: 'bridge-post' },
      { article: 'bridge-wire', story: 'bridge-post' },
    ]);
  });
});

test('in whatever order articles of a batch arrive, their stories are the same', async () => {
  const batch = [
    ...Object.values(bridge),
    bakery,
    chess,
    { ...bakery, id: 'bakery-2', title: 'Kelso baker honoured', publishedAt: at(1) },
    { ...chess, id: 'chess-2', language: 'de', publishedAt: at(0.2) } satisfies Given,
    // More than are asked about at once.
    ...Array.from({ length: 12 }, (_, index) => ({
      ...bridge.post,
      id: `again-${index}`,
      publishedAt: at(index),
    })),
  ];
  const usual = await group(batch);
  const ids = batch.map(({ id }) => id);
  const stories = await Promise.all(ids.map((id) => storyOf(usual, id)));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(batch, { minLength: batch.length }), async (shuffled) => {
      const store = await group(shuffled);
      expect(await Promise.all(ids.map((id) => storyOf(store, id)))).toEqual(stories);
    }),
    { numRuns: 15 },
  );
});
