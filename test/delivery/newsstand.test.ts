import { describe, expect, it } from 'vitest';
import { openNewsstand } from '../../src/delivery/newsstand.ts';
import type { Wish } from '../../src/chat/plan.ts';
import type { NewArticle } from '../../src/stories/article.ts';
import { createFakeStore } from '../fakes/article-store.ts';
import { bakery, chess, ferry, schach } from './events.ts';
import { at, dictionary, hours, news, start } from './room.ts';

const arrived = (article: NewArticle, minutes: number) => ({ ...article, arrivedAt: at(minutes) });

const everything: Wish = { topics: [], sources: [], languages: [], stories: 5, sentences: 1 };
const long = at(-hours(999));

type Stories = Readonly<Record<string, readonly NewArticle[]>>;

/** A stand with some stories by their names, and how often it was asked for what. */
async function open(stories: Stories, withdrawn: readonly string[] = []) {
  const { articles: store, archive } = createFakeStore();
  for (const [story, articles] of Object.entries(stories)) {
    await store.add(articles);
    await store.assign(articles.map(({ id }) => ({ article: id, story })));
  }
  for (const id of withdrawn) await archive.withdraw(id, at(-1));
  const calls = { read: 0, compounds: 0 };
  const counting: Pick<typeof store, 'articles' | 'compounds'> = {
    articles(ids) {
      calls.read += ids.length;
      return store.articles(ids);
    },
    compounds(language, word) {
      calls.compounds += 1;
      return store.compounds(language, word);
    },
  };
  const stand = await openNewsstand({
    store: counting,
    dictionary,
    stories: await store.stories({ limit: 99 }),
    now: start,
  });
  const rank = (wish: Partial<Wish> = {}, since = long) => stand.rank({ ...everything, ...wish }, since);
  const names = async (wish?: Partial<Wish>, since?: Date) =>
    (await rank(wish, since)).map(({ story }) => story.id);
  return { stand, rank, names, calls };
}

const all: Stories = {
  ferry: [ferry.post, ferry.wire, ferry.jetee, ferry.mole],
  bakery: [bakery],
  chess: [chess, schach],
};

it('lacks what waits for its story or has just moved to another one, and says since when', async () => {
  const { articles: store } = createFakeStore();
  await store.add([arrived(bakery, -9), arrived(chess, -8), arrived(schach, -7)]);
  await store.assign([bakery, chess].map(({ id }) => ({ article: id, story: id })));
  const stories = await store.stories({ limit: 99 });
  const open = () => openNewsstand({ store, dictionary, stories, now: start });
  const first = await open();
  const names = (await first.rank(everything, long)).map(({ story }) => story.id);
  expect([names.toSorted(), first.completeUntil]).toEqual([['bakery', 'chess'], at(-7)]);
  await store.assign([schach, chess].map(({ id }) => ({ article: id, story: 'schach' })));
  const second = await open();
  expect((await second.rank(everything, long)).map(({ story }) => story.id)).toEqual(['schach', 'bakery']);
  expect(second.completeUntil).toEqual(at(-8));
});

describe('of the stories there are', () => {
  it('those that fit a wish come, all of them where nothing is named', async () => {
    const { names } = await open(all);
    expect((await names()).toSorted()).toEqual(['bakery', 'chess', 'ferry']);
    expect(await names({ topics: ['ferry'] })).toEqual(['ferry']);
    expect(await names({ topics: ['zeppelins'] })).toEqual([]);
    expect(await names({ sources: ['Die Mole', 'La Jetée'] })).toEqual(['ferry', 'chess']);
    expect(await names({ keywords: 'jury OR trainer' })).toEqual(['chess', 'bakery']);
    expect(await names({ topics: ['Odrau'], keywords: 'jury OR trainer' })).toEqual(['chess']);
    expect(await names({ topics: ['ferry'], keywords: 'jury' })).toEqual([]);
  });

  it('those with an article in one of the languages come, with these articles alone', async () => {
    const { rank } = await open(all);
    const found = await rank({ languages: ['de', 'fr'] });
    expect(found.map(({ story, articles }) => [story.id, articles.map(({ id }) => id)])).toEqual([
      ['ferry', ['ferry-jetee', 'ferry-mole']],
      ['chess', ['schach']],
    ]);
  });

  it('each says which topic it belongs to: the one that it fits best', async () => {
    const { rank } = await open(all);
    const topicsOf = async (...topics: readonly string[]) =>
      (await rank({ topics })).map(({ story, topic }) => [story.id, topic]);
    expect(await topicsOf('chess', 'ferry')).toEqual([
      ['ferry', 'ferry'],
      ['chess', 'chess'],
    ]);
    expect(await topicsOf('blankets', 'ferry')).toEqual([['ferry', 'ferry']]);
    expect((await rank())[0]).not.toHaveProperty('topic');
  });

  it('those of which something arrived since come', async () => {
    const { names } = await open({ ...all, chess: [chess, { ...schach, arrivedAt: at(-5) }] });
    expect(await names({}, at(-6))).toEqual(['chess']);
    expect(await names({}, at(-5))).toEqual([]);
    expect(await names({ languages: ['en'] }, at(-6))).toEqual([]);
  });

  it('what was withdrawn is none, and adds nothing', async () => {
    const { rank, names } = await open(all, ['bakery', 'schach', 'ferry-post']);
    const found = await rank();
    expect(found.map(({ story, articles, sources }) => [story.id, articles.length, sources])).toEqual([
      ['ferry', 3, 3],
      ['chess', 1, 1],
    ]);
    expect(await names({ keywords: 'jury' })).toEqual([]);
    expect(await names({ topics: ['Schachturnier'] })).toEqual([]);
  });
});

describe('the first is', () => {
  it('what more independent sources tell: an agency’s copies are one', async () => {
    const { rank } = await open({
      told: [ferry.post, ferry.wire, ferry.jetee],
      copied: ['A', 'B', 'C', 'D', 'E', 'F'].map((paper) => ({
        ...ferry.herald,
        id: paper,
        url: `https://${paper}.example/1`,
      })),
      single: [bakery],
    });
    const found = await rank();
    expect(found.map(({ story, sources }) => [story.id, sources])).toEqual([
      ['told', 3],
      ['single', 1],
      ['copied', 1],
    ]);
  });

  it('what is fresher of what as many tell', async () => {
    const { names } = await open({
      old: [{ ...bakery, publishedAt: at(-hours(20)) }],
      fresh: [{ ...chess, publishedAt: at(-hours(2)) }],
    });
    expect(await names()).toEqual(['fresh', 'old']);
  });

  it('not fresher for an article that its reader doesn’t read, or that was withdrawn', async () => {
    const old = { ...bakery, publishedAt: at(-hours(30)) };
    const { rank } = await open(
      { plain: [{ ...old, id: 'plain' }], foreign: [old, schach], pulled: [{ ...old, id: 'b' }, chess] },
      ['chess'],
    );
    const scores = (await rank({ languages: ['en'] })).map(({ score }) => score);
    expect(scores).toHaveLength(3);
    expect(new Set(scores).size).toBe(1);
  });

  it('what fits its topic better', async () => {
    const passing = news('passing', { title: 'Market day', text: 'A ferry passed. Fish was sold.' });
    const { names } = await open({ passing: [passing], titled: [{ ...ferry.post, publishedAt: at(-60) }] });
    expect(await names({ topics: ['ferry'] })).toEqual(['titled', 'passing']);
  });

  it('decided by name where all else is equal, so that everybody ranks the same', async () => {
    const stories = ['b', 'a', 'c'].map((id) => [id, [{ ...bakery, id, url: `https://${id}.example/` }]]);
    const { names } = await open(Object.fromEntries(stories));
    expect(await names()).toEqual(['a', 'b', 'c']);
  });
});

describe('the work is shared', () => {
  it('each article is read once, and once more for all keywords together', async () => {
    const { stand, names, calls } = await open(all);
    const articles = Object.values(all).flat().length;
    expect(calls.read).toBe(articles);
    const wishes = [{ keywords: 'jury' }, { keywords: 'trainer' }, { topics: ['ferry'] }];
    await stand.prepare(wishes.map((wish) => ({ ...everything, ...wish })));
    for (const wish of wishes) await names(wish);
    expect(calls.read).toBe(2 * articles);
  });

  it('the same wish is looked up once, whatever else is wanted of it', async () => {
    const { stand, rank, calls } = await open(all);
    const found = await rank({ topics: ['ferry', 'Schach'], stories: 3 });
    const asked = calls.compounds;
    expect(asked).toBeGreaterThan(0);
    expect(await rank({ topics: ['ferry', 'Schach'], sentences: 3 })).toBe(found);
    const [ferryAlone] = await rank({ topics: ['ferry', 'Schach'] }, at(-66));
    expect(ferryAlone?.story.id).toBe('ferry');
    expect(ferryAlone).toBe(found[0]);
    await rank({ topics: ['Schach', 'ferry'], languages: ['de'] });
    expect(calls.compounds).toBe(asked);
    expect(stand.independent([ferry.post, ferry.wire])).toBe(2);
  });
});
