import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../src/language/index.ts';
import { groupArticles } from '../../src/stories/grouping.ts';
import type { Neighbour } from '../../src/stories/store.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';
import { at } from './events.ts';

interface Told {
  readonly language?: LanguageTag;
  /** Days after the first. */
  readonly days?: number;
  /** How close others are to it, by their ids: 1 is what one story takes. */
  readonly near: Readonly<Record<string, number>>;
}

/** The stories of some articles: those in `settled` have one of their own each before the others arrive. */
async function join(settled: Readonly<Record<string, Told>>, arriving: Readonly<Record<string, Told>>) {
  const all = { ...settled, ...arriving };
  const fake = createFakeArticleStore();
  const articles = Object.entries(all).map(([id, { language = 'en', days = 0 }]) =>
    article({ id, language, title: id, text: `Told by ${id}.`, publishedAt: at(days) }),
  );
  await fake.add(articles);
  await fake.assign(Object.keys(settled).map((id) => ({ article: id, story: id })));
  const store = {
    ...fake,
    neighbours: async (ids: readonly string[]) => {
      const stored = (await fake.articles(Object.keys(all))).map(({ article, story, assigned }) => {
        const { id, language, publishedAt } = article;
        return { id, language, publishedAt, story, assigned };
      });
      return stored
        .filter(({ id }) => ids.includes(id))
        .map((placed) => ({
          article: placed,
          neighbours: Object.entries(all[placed.id]?.near ?? {})
            .flatMap(([id, closeness]): Neighbour[] =>
              stored.filter((each) => each.id === id).map((each) => ({ ...each, closeness })),
            )
            .toSorted((one, other) => other.closeness - one.closeness),
        }));
    },
  };
  const group = () =>
    groupArticles(
      store,
      articles.filter(({ id }) => id in arriving),
    );
  await group();
  const again = await group();
  const stories = await fake.stories({ limit: 9 });
  const ids = stories.map(
    (story) =>
      `${story.id}: ${story.articles
        .map(({ id }) => id)
        .toSorted()
        .join(' ')}`,
  );
  return { stories: ids.toSorted(), again };
}

const alone: Told = { near: {} };

/** Two pairs that arrive together, of which the first ones are so close. */
const arriving = (closeness: number, language: LanguageTag) => ({
  a: { near: { b: 3, c: closeness } },
  b: { days: 0.1, near: { a: 3 } },
  c: { language, days: 0.2, near: { d: 3, a: closeness } },
  d: { language, days: 0.3, near: { c: 3 } },
});

describe('two stories become one', () => {
  test('when an article comes that is close to both with half as much again', async () => {
    const { stories } = await join(
      { a: alone, b: { ...alone, days: 1 } },
      { c: { days: 2, near: { b: 2, a: 1.6 } } },
    );
    expect(stories).toEqual(['a: a b c']);
  });

  test('not when it is less close to one of them: it joins the other', async () => {
    const { stories } = await join(
      { a: alone, b: { ...alone, days: 1 } },
      { c: { days: 2, near: { b: 2, a: 1.4 } } },
    );
    expect(stories).toEqual(['a: a', 'b: b c']);
  });

  test('when two of their articles in different languages arrive together, twice as close as one story takes', async () => {
    expect((await join({}, arriving(2.1, 'fr'))).stories).toEqual(['a: a b c d']);
    expect((await join({}, arriving(1.9, 'fr'))).stories).toEqual(['a: a b', 'c: c d']);
    expect((await join({}, arriving(2.1, 'en'))).stories).toEqual(['a: a b', 'c: c d']);
  });
});

describe('an article joins', () => {
  test('a story that is there before one that begins with it', async () => {
    const { stories } = await join(
      { a: alone },
      { b: { days: 1, near: { c: 3, a: 1.2 } }, c: { days: 1.1, near: { b: 3 } } },
    );
    expect(stories).toEqual(['a: a b c']);
  });

  test('no story that began more than 14 days before or after it', async () => {
    const counts = [13.9, 14.1, -13.9, -14.1].map(async (far) => {
      const { stories } = await join(
        { a: { ...alone, days: 20 } },
        { b: { days: 20 + far, near: { a: 2 } } },
      );
      return stories.length;
    });
    expect(await Promise.all(counts)).toEqual([1, 2, 1, 2]);
  });

  test('what it joined before, and says nothing is new', async () => {
    expect((await join({ a: alone }, { b: { days: 1, near: { a: 2 } } })).again).toEqual([]);
  });
});
