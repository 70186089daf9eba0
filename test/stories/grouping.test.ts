import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewArticle } from '../../src/stories/article.ts';
import { groupArticles } from '../../src/stories/grouping.ts';
import type { ArticleStore } from '../../src/stories/store.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';
import { at, bakery, bridge, chess, others } from './events.ts';

/** Stores and groups each batch in turn. */
async function group(...batches: readonly (readonly NewArticle[])[]): Promise<ArticleStore> {
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
    { ...chess, id: 'chess-2', language: 'de', publishedAt: at(0.2) } satisfies NewArticle,
    // More than are asked about at once.
    ...Array.from({ length: 60 }, (_, index) => ({
      ...bridge.post,
      id: `again-${index}`,
      publishedAt: at(index / 5),
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
