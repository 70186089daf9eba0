import { expect, it } from 'vitest';
import { createStands } from '../../src/delivery/stands.ts';
import type { StoryQuery } from '../../src/stories/store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';
import { at, dictionary, hours, news, start } from './room.ts';

const everything = { topics: [], sources: [], languages: [], stories: 5, sentences: 1 };

async function open(...articles: readonly ReturnType<typeof news>[]) {
  const store = createFakeArticleStore();
  await store.add(articles);
  await store.assign(articles.map(({ id }) => ({ article: id, story: id })));
  const queries: StoryQuery[] = [];
  const read: string[] = [];
  const stands = createStands(
    {
      ...store,
      articles(ids) {
        read.push(...ids);
        return store.articles(ids);
      },
      stories(query) {
        queries.push(query);
        return store.stories(query);
      },
    },
    dictionary,
    start,
  );
  const names = async (since: Date) => {
    const stand = await stands.since(since);
    return (await stand.rank(everything, since)).map(({ story }) => story.id).toSorted();
  };
  return { stands, names, queries, read, store };
}

/** Published and read so many hours before the start. */
function from(id: string, published: number, read = published, isNews = true) {
  return news(id, {
    publishedAt: at(-hours(published)),
    arrivedAt: at(-hours(read)),
    news: isNews,
    source: id,
    text: `${id} and nothing else but ${id}.`,
  });
}

it('holds what was published since, and what was published before and arrived as news since', async () => {
  const { names } = await open(
    from('today', 2),
    from('yesterday', 30),
    from('late', 40, 1),
    // The first items of a source that was just taken in are no news.
    from('archive', 40, 1, false),
    from('fresh archive', 3, 1, false),
    news('undated future', { publishedAt: at(hours(3)), arrivedAt: at(-1), source: 'future' }),
  );
  expect(await names(at(-hours(24)))).toEqual(['fresh archive', 'late', 'today', 'undated future']);
});

it('holds whole stories of which an article arrived since, and reads no others', async () => {
  const { names, stands, store, read } = await open(
    from('old', 60),
    from('new', 5),
    from('older', 60),
    // Its date lies ahead.
    news('ahead', { publishedAt: at(60), arrivedAt: at(-hours(50)) }),
  );
  await store.assign([
    { article: 'old', story: 'old' },
    { article: 'new', story: 'old' },
  ]);
  expect(await names(at(-hours(24)))).toEqual(['old']);
  const stand = await stands.since(at(-hours(24)));
  const [found] = await stand.rank(everything, at(-hours(24)));
  expect(found?.articles.map(({ id }) => id)).toEqual(['old', 'new']);
  expect(read).toEqual(['old', 'new']);
});

it('fetches no more than some hours at a time, however far back it reaches', async () => {
  const { names, queries } = await open(...[1, 20, 50, 100, 180].map((age) => from(`${age}`, age)));
  expect(await names(at(-hours(190)))).toEqual(['1', '100', '180', '20', '50']);
  const spans = queries.flatMap(({ from, to = start }) => (from ? [to.getTime() - from.getTime()] : []));
  expect(Math.max(...spans)).toBe(6 * 60 * 60 * 1000);
});

it('is opened once for all times that a wider one covers', async () => {
  const { stands, queries } = await open(from('today', 2));
  const wide = stands.since(at(-hours(20)));
  const asked = queries.length;
  expect(stands.since(at(-hours(1)))).toBe(wide);
  expect(stands.since(at(-hours(20)))).toBe(wide);
  expect(queries.length).toBe(asked);
  expect(stands.since(at(-hours(21)))).not.toBe(wide);
});
