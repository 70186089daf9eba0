import { describe, expect, it } from 'vitest';
import { createMoved } from '../../src/delivery/moved.ts';
import type { ToldArticle } from '../../src/delivery/ledger.ts';
import type { NewArticle } from '../../src/stories/article.ts';
import { createFakeStore } from '../fakes/article-store.ts';
import { ferry, refloated } from './events.ts';
import { at, here, hours, start } from './room.ts';

const told: readonly NewArticle[] = [ferry.post, ferry.herald];

/**
 * The ids of what is new in a story of which a channel was told some articles three hours ago, when the others arrived half an hour
 * ago.
 */
async function newsOf(
  fresh: readonly NewArticle[],
  parts: {
    readonly told?: readonly NewArticle[];
    readonly toldAt?: Date;
    readonly withdrawn?: string;
    readonly reads?: (article: NewArticle) => boolean;
  } = {},
) {
  const { told: before = told, toldAt = at(-hours(3)), withdrawn, reads = () => true } = parts;
  const { articles: store, archive } = createFakeStore();
  const story = [...before, ...fresh];
  await store.add(story);
  await store.assign(story.map(({ id }) => ({ article: id, story: 'ferry' })));
  if (withdrawn !== undefined) await archive.withdraw(withdrawn, at(-1));
  const [found] = await store.stories({ ids: ['ferry'], limit: 1 });
  if (found === undefined) throw new Error('no story');
  const there = found.articles.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const readable = new Set(story.filter(reads).map(({ id }) => id));
  const ranked = {
    story: found,
    articles: there.filter(({ id }) => readable.has(id)),
    sources: 1,
    score: 1,
  };
  const entries: readonly ToldArticle[] = before.map(({ id }) => ({
    id,
    revision: 1,
    withdrawn: false,
    channel: here,
    delivery: 'digest',
    story: 'ferry',
    at: toldAt,
  }));
  const moved = createMoved(store, start);
  const news = (await moved.newsOf(ranked, entries)).map(({ id }) => id);
  expect((await moved.newsOf(ranked, entries)).map(({ id }) => id)).toEqual(news);
  return news;
}

const arrived = (article: NewArticle, minutes = -30): NewArticle => ({
  ...article,
  publishedAt: at(minutes),
  arrivedAt: at(minutes),
});

describe('a story has moved on', () => {
  it('where a paper that told it goes on with what is mostly new', async () => {
    expect(await newsOf([arrived(refloated.post)])).toEqual(['refloated-post']);
  });

  it('where two papers that hadn’t told it have a new word in common in their headlines', async () => {
    const both = [arrived(refloated.wire, -40), arrived(refloated.courier)];
    expect(await newsOf(both)).toEqual(['refloated-wire', 'refloated-courier']);
  });

  it('whatever became of the article that was told', async () => {
    expect(await newsOf([arrived(refloated.post)], { withdrawn: 'ferry-post', told: [ferry.post] })).toEqual([
      'refloated-post',
    ]);
  });

  it('where what is new was stored just after the channel was told, though it was read before', async () => {
    const late = arrived(refloated.post, -hours(3) - 2);
    expect(await newsOf([late])).toEqual(['refloated-post']);
  });
});

describe('a story has not moved on', () => {
  it('where one more paper reports it in its own words', async () => {
    expect(await newsOf([arrived(ferry.wire)])).toEqual([]);
    expect(await newsOf([arrived(refloated.courier)])).toEqual([]);
  });

  it('where several papers report what was told', async () => {
    const again = { ...ferry.wire, id: 'again', url: 'https://isle.example/1', source: 'Isle' };
    const retold = {
      ...again,
      title: 'Night ferry Mirabel off Varnholm with 212 passengers',
      text: 'Bad weather kept boats away. Locals brought soup to those who waited. Nobody complained.',
    };
    expect(await newsOf([arrived(ferry.wire), arrived(retold)])).toEqual([]);
  });

  it('where two papers print the same agency’s text', async () => {
    const copy = { ...refloated.courier, id: 'copy', url: 'https://copy.example/1', source: 'Copy' };
    expect(await newsOf([arrived(refloated.courier), arrived(copy)])).toEqual([]);
  });

  it('where a paper says nearly the same again under another address', async () => {
    const again = {
      ...ferry.post,
      id: 'again',
      url: 'https://ferry-post.example/live',
      title: 'Night ferry with 212 aboard still aground off Varnholm',
      text: `${ferry.post.text} Divers arrived from Kelso and fastened fresh ropes.`,
    };
    expect(await newsOf([arrived(again)])).toEqual([]);
  });

  it('where a paper goes on in another language, or another one begins in one', async () => {
    const french = { ...ferry.jetee, url: 'https://ferry-post.example/fr', source: 'Ferry Post' };
    expect(await newsOf([arrived(french), arrived(ferry.mole)])).toEqual([]);
    expect(await newsOf([arrived(french)], { told: [...told, ferry.mole] })).toEqual([]);
  });

  it('where only an article that was told is touched', async () => {
    expect(await newsOf([])).toEqual([]);
  });

  it('where what is new was there when the channel was told', async () => {
    expect(await newsOf([arrived(refloated.post, -hours(4))])).toEqual([]);
  });

  it('where somebody who asks doesn’t read what is new', async () => {
    const parts = { reads: ({ source }: NewArticle) => source !== 'Ferry Post' };
    expect(await newsOf([arrived(refloated.post)], parts)).toEqual([]);
  });

  it('within the hour after the channel was told', async () => {
    const fresh = [arrived(refloated.post)];
    expect(await newsOf(fresh, { toldAt: at(-59) })).toEqual([]);
    expect(await newsOf(fresh, { toldAt: at(-60) })).toEqual(['refloated-post']);
  });
});
