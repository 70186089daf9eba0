import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewArticle } from '../../src/stories/article.ts';
import { createGrouping } from '../../src/stories/grouping.ts';
import { createFakeStore } from '../fakes/article-store.ts';
import { at, bakery, bridge, chess, day, others } from './events.ts';

/** A store with other news in it, and a clock that tests move. */
async function open() {
  const { articles: store, archive } = createFakeStore();
  const clock = { now: at(1) };
  const grouping = createGrouping({ store, archive, now: () => clock.now });
  await store.add(others.map((each) => ({ ...each, arrivedAt: at(-1) })));
  await grouping.settle();
  const pass = (seconds: number) => (clock.now = new Date(clock.now.getTime() + 1000 * seconds));
  return {
    store,
    grouping,
    pass,
    async arrive(...articles: readonly NewArticle[]) {
      await store.add(articles.map((each) => ({ ...each, arrivedAt: clock.now })));
      await grouping.settle();
    },
    /** The ids of each story's articles, all sorted, each behind the id of its story. */
    async stories() {
      const found = await store.stories({ limit: 1000 });
      return found
        .map(
          ({ id, articles }) =>
            `${id}: ${articles
              .map((each) => each.id)
              .toSorted()
              .join(' ')}`,
        )
        .filter((story) => !story.startsWith('other'))
        .toSorted();
    },
  };
}

describe('articles that arrive one after the other', () => {
  test('within a minute make the same stories in any order, each named by its first article', async () => {
    const news = [...Object.values(bridge), bakery, chess];
    const expected = [
      'bakery: bakery',
      'bridge-post: bridge-jetee bridge-mole bridge-post bridge-wire',
      'chess: chess',
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(news, { minLength: news.length }), async (shuffled) => {
        const { arrive, pass, stories } = await open();
        for (const each of shuffled) {
          await arrive(each);
          pass(10);
        }
        expect(await stories()).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  test('later join the story that is there, which keeps its name', async () => {
    const { arrive, pass, stories } = await open();
    await arrive(bridge.wire);
    pass(61);
    await arrive(bridge.post);
    expect(await stories()).toEqual(['bridge-wire: bridge-post bridge-wire']);
  });

  test('are found by the name their story had for a moment', async () => {
    const { arrive, store } = await open();
    await arrive(bridge.wire);
    await arrive(bridge.post);
    const ids = async (id: string) => (await store.stories({ ids: [id], limit: 9 })).map((story) => story.id);
    expect([await ids('bridge-wire'), await ids('bridge-post')]).toEqual([['bridge-post'], ['bridge-post']]);
  });

  test('are grouped even when nobody asked for it at first', async () => {
    const { store, grouping, stories } = await open();
    await store.add([bridge.wire, bridge.post]);
    expect(await stories()).toHaveLength(2);
    await Promise.all([grouping.groupWaiting(), grouping.groupWaiting()]);
    expect(await stories()).toEqual(['bridge-post: bridge-post bridge-wire']);
  });

  test('are grouped a part at a time until none waits', async () => {
    const { articles: store } = createFakeStore();
    let waiting = Array.from({ length: 6000 }, (_, index) => ({ id: `${index}`, publishedAt: at(0) }));
    const grouped: number[] = [];
    const archive = {
      async pending(_: Date, limit: number) {
        const given = waiting.slice(0, limit);
        if (limit === 1) return given;
        grouped.push(given.length);
        waiting = waiting.slice(limit);
        return given;
      },
    };
    const grouping = createGrouping({ store, archive, now: () => at(1) });
    while ((await grouping.groupWaiting()) === 'more');
    expect(grouped).toEqual([5000, 1000]);
  });
});

describe('stories', () => {
  /** Tells the bridge’s story in half of its words, and another one in the other half. */
  const halves = {
    ship: {
      ...bridge.post,
      id: 'ship',
      title: 'Tanker Mirabel loses rudder',
      text: 'The tanker Mirabel of Costland lost its rudder, captain Elin Tarrow said. The Mirabel drifted. Costland sent tugs to the Mirabel.',
    },
    span: {
      ...bridge.post,
      id: 'span',
      title: 'Varnholm span shut',
      text: 'Mayor Ansgar Loft shut the span at Varnholm for 14 days. Engineers of Varnholm look at the pier, said Ansgar Loft.',
    },
    both: {
      ...bridge.post,
      id: 'both',
      title: 'Tanker Mirabel loses rudder, Varnholm span shut',
      text: 'The tanker Mirabel of Costland lost its rudder, captain Elin Tarrow said. Mayor Ansgar Loft shut the span at Varnholm for 14 days. Engineers of Varnholm look at the pier, said Ansgar Loft. Costland sent tugs to the Mirabel.',
    },
  };

  test('that an article brings together become one, found by both names', async () => {
    const { arrive, pass, stories, store } = await open();
    await arrive({ ...halves.span, publishedAt: at(0.1) });
    pass(61);
    await arrive({ ...halves.ship, publishedAt: at(0.2) });
    pass(61);
    expect(await stories()).toEqual(['ship: ship', 'span: span']);
    await arrive({ ...halves.both, publishedAt: at(0.3) });
    expect(await stories()).toEqual(['span: both ship span']);
    expect((await store.stories({ ids: ['ship'], limit: 1 }))[0]?.id).toBe('span');
  });

  test('are closed two weeks after they began, however closely one article follows another', async () => {
    const { arrive, pass, stories } = await open();
    for (const days of [0, 2.5, 5, 7.5, 10, 12.5, 14.9]) {
      await arrive({ ...bridge.post, id: `day-${days}`, publishedAt: at(days) });
      pass(day / 1000);
    }
    expect(await stories()).toEqual([
      'day-0: day-0 day-10 day-12.5 day-2.5 day-5 day-7.5',
      'day-14.9: day-14.9',
    ]);
  });
});
