import { describe, expect, it } from 'vitest';
import { createEditions } from '../../src/delivery/editions.ts';
import type { Edition } from '../../src/delivery/editions.ts';
import { createChannelLanguages } from '../../src/delivery/languages.ts';
import type { Subscription } from '../../src/chat/plan.ts';
import type { NewArticle } from '../../src/stories/article.ts';
import { tells } from '../contracts/deliveries.ts';
import { bakery, chess, ferry, refloated, schach } from './events.ts';
import { at, here, hours, news, openRoom, start, subscription } from './room.ts';

type Room = ReturnType<typeof openRoom>;

function editionsOf(room: Room, parts: Partial<Room> = {}) {
  const languages = createChannelLanguages(room.settings);
  return createEditions({ ...room, ...parts, languages }, room.clock.now);
}

const edition = (plan: Subscription = subscription(), parts: Partial<Edition> = {}): Edition => ({
  subscription: plan,
  dueAt: start,
  isLate: false,
  ...parts,
});

async function openWithNews(): Promise<Room> {
  const room = openRoom();
  await room.publish('ferry', ferry.post, ferry.wire, ferry.jetee, ferry.mole);
  await room.publish('bakery', bakery);
  await room.publish('chess', chess, schach);
  return room;
}

const everything = 'ferry, chess, bakery'.split(', ');

describe('a digest', () => {
  it('tells what arrived since the last one, best first, in a few sentences each', async () => {
    const room = await openWithNews();
    await editionsOf(room).put([edition()]);
    expect(await room.stories()).toEqual([everything]);
    const [text = ''] = await room.put();
    expect(text.startsWith('The news · 2026-05-04T08:00\n\nMirabel stuck on sandbank near Varnholm\n“')).toBe(
      true,
    );
    const [entry] = await room.find();
    expect(entry?.delivery).toMatchObject({
      key: 'daily:2026-05-04T08:00:00.000Z',
      kind: 'digest',
      channel: here,
      plan: 'daily',
      language: 'en',
      dueAt: start,
      notBefore: start,
    });
  });

  it('tells no more stories than are wanted, and none that arrived before', async () => {
    const room = await openWithNews();
    await room.publish('old', news('old', { publishedAt: at(-hours(30)) }));
    await editionsOf(room).put([edition(subscription({ wish: { stories: 2 } }))]);
    expect(await room.stories()).toEqual([['ferry', 'chess']]);
  });

  it('tells what was read before the last one and stored after it', async () => {
    const room = openRoom();
    await room.publish('bakery', { ...bakery, arrivedAt: at(-62) });
    await room.publish('chess', { ...chess, arrivedAt: at(-72) });
    await editionsOf(room).put([edition(subscription({ readUntil: at(-60) }))]);
    expect(await room.stories()).toEqual([['bakery']]);
  });

  it('looks a week back at the most', async () => {
    const room = openRoom();
    await room.publish('week', news('week', { publishedAt: at(-hours(7 * 24)) }));
    await room.publish('month', news('month', { publishedAt: at(-hours(30 * 24)) }));
    await editionsOf(room).put([edition(subscription({ readUntil: at(-hours(40 * 24)) }))]);
    expect(await room.stories()).toEqual([['week']]);
  });

  it.each([
    ['en', 'The news', 'ferry-wire'],
    ['fr', 'Les informations', 'ferry-jetee'],
    ['de', 'Die Nachrichten', 'ferry-mole'],
  ] as const)(
    'is written in %s where the channel speaks that, quoting what is',
    async (language, title, quoted) => {
      const room = await openWithNews();
      await room.speak(here, language);
      await editionsOf(room).put([edition()]);
      const [entry] = await room.find();
      expect(entry?.delivery.language).toBe(language);
      expect((await room.put())[0]).toContain(`${title} · `);
      expect(entry?.delivery.parts.find(({ told }) => told?.story === 'ferry')?.told?.quoted).toBe(quoted);
    },
  );

  it('has a section for each topic of its wish', async () => {
    const room = await openWithNews();
    await editionsOf(room).put([
      edition(subscription({ wish: { topics: ['Odrau', 'ferry', 'zeppelins'] } })),
    ]);
    const [text = ''] = await room.put();
    expect(text.split('\n\n').filter((block) => !block.includes('\n'))).toEqual([
      'The news · 2026-05-04T08:00',
      'ferry',
      'Odrau',
    ]);
  });

  it('says that it is late', async () => {
    const room = await openWithNews();
    await editionsOf(room).put([edition(subscription(), { isLate: true, dueAt: at(-30) })]);
    expect((await room.put())[0]).toContain(
      'Late, since Kiosk wasn’t running when this was due: 2026-05-04T07:30',
    );
  });

  it('is left out where there is nothing to tell, or says so', async () => {
    const room = openRoom();
    const wish = { topics: ['zeppelins'] };
    const saying = subscription({ id: 'saying', channel: 'chat:2', wish, empty: 'say' });
    await editionsOf(room).put([edition(subscription({ wish })), edition(saying)]);
    expect(await room.put()).toEqual([]);
    expect(await room.put({ channel: 'chat:2' })).toEqual([
      'The news · 2026-05-04T08:00\n\nThere is nothing new.',
    ]);
  });

  it('does not flood a channel that has just subscribed, today or tomorrow', async () => {
    const room = openRoom();
    for (let index = 0; index < 60; index += 1)
      await room.publish(
        `s${index}`,
        news(`a${index}`, { source: `S${index}`, publishedAt: at(-index * 10) }),
      );
    const fresh = subscription({ createdAt: at(-10) });
    await editionsOf(room).put([edition(fresh)]);
    expect((await room.stories()).map(({ length }) => length)).toEqual([5]);
    room.pass(hours(24));
    const next = edition({ ...fresh, readUntil: start }, { dueAt: at(hours(24)) });
    await editionsOf(room).put([next]);
    // But for what may have been stored late, all that was there yesterday is passed.
    expect((await room.stories()).flat().length).toBeLessThanOrEqual(6);
  });
});

const tomorrow = (plan: Subscription = subscription()) =>
  edition({ ...plan, readUntil: start }, { dueAt: at(hours(24)) });

/** An article as if it had come at night. */
const fresh = (article: NewArticle): NewArticle => ({
  ...article,
  publishedAt: at(hours(20)),
  arrivedAt: at(hours(20)),
});

/** A room whose channel was told a story yesterday. */
async function openToldOf(...articles: readonly NewArticle[]): Promise<Room> {
  const room = openRoom();
  await room.publish('ferry', ...articles);
  await editionsOf(room).put([edition()]);
  room.pass(hours(24));
  return room;
}

describe('a story that a channel was told', () => {
  it('isn’t told again when another paper tells it, too', async () => {
    const room = await openToldOf(ferry.post);
    await room.publish('ferry', fresh(ferry.wire), fresh(ferry.mole));
    await editionsOf(room).put([tomorrow()]);
    expect(await room.stories()).toEqual([['ferry']]);
  });

  it('is told of when it moved on, from what is new', async () => {
    const room = await openToldOf(ferry.post);
    await room.publish('ferry', fresh(ferry.wire), fresh(refloated.post));
    await editionsOf(room).put([tomorrow()]);
    const [, update = ''] = await room.put();
    expect(update).toContain(refloated.post.title);
    expect(update).toContain('What is new · Ferry Post (en)');
    expect(update).not.toContain('Strait Wire');
  });

  it('isn’t told again when stories became one, whichever name is kept', async () => {
    const room = openRoom();
    await room.publish('ferry', ferry.post);
    await room.publish('sandbank', ferry.wire);
    await editionsOf(room).put([edition()]);
    room.pass(hours(24));
    for (const name of ['third', 'sandbank', 'ferry']) {
      await room.publish(name, ferry.post, ferry.wire, fresh(ferry.mole));
      await editionsOf(room).put([tomorrow(subscription({ id: name }))]);
    }
    expect(await room.stories()).toEqual([['sandbank', 'ferry']]);
  });

  it('isn’t told again when its first article is taken back', async () => {
    const room = await openToldOf(ferry.post, ferry.wire);
    await room.archive.withdraw('ferry-post', at(hours(1)));
    await room.publish('ferry', fresh(ferry.herald));
    await editionsOf(room).put([tomorrow()]);
    expect(await room.stories()).toEqual([['ferry']]);
  });

  it('isn’t told again when an article is revised, or its date touched', async () => {
    const room = await openToldOf(ferry.post);
    await room.articles.add([
      {
        ...ferry.post,
        text: `${ferry.post.text} More soon.`,
        publishedAt: at(hours(23)),
        arrivedAt: at(hours(23)),
      },
    ]);
    await editionsOf(room).put([tomorrow()]);
    expect(await room.stories()).toEqual([['ferry']]);
  });

  it('is told to other channels', async () => {
    const room = await openToldOf(ferry.post);
    await editionsOf(room).put([edition(subscription({ id: 'other', channel: 'chat:2' }))]);
    expect(await room.stories({ channel: 'chat:2' })).toEqual([['ferry']]);
  });
});

describe('digests that are due at the same time', () => {
  const second = subscription({ id: 'second', wish: { stories: 1 } });

  it('don’t tell one channel the same twice', async () => {
    const room = await openWithNews();
    await editionsOf(room).put([edition(second), edition()]);
    const told = await room.stories();
    expect(told.map(({ length }) => length).toSorted()).toEqual([1, 2]);
    expect(told.flat().toSorted()).toEqual(everything.toSorted());
  });

  it('leave nothing out where one of them has nothing left to tell', async () => {
    const room = await openWithNews();
    await editionsOf(room).put([edition(), edition(second)]);
    expect((await room.stories()).flat().toSorted()).toEqual(everything.toSorted());
  });

  it('tell a channel once of sources that can’t be read, and not again today', async () => {
    const room = await openWithNews();
    const url = 'https://asleep.example/feed';
    await room.sources.add([{ url, name: 'Asleep' }], start);
    await room.sources.settle(url, { status: 'asleep', dueAt: start, failures: 9 });
    const saying = subscription({ id: 'saying', empty: 'say', wish: { topics: ['zeppelins'] } });
    await editionsOf(room).put([edition(), edition(saying), edition({ ...saying, id: 'more' })]);
    const said = async () =>
      (await room.put()).filter((text) => text.includes('1 source can’t be read at the moment.')).length;
    expect([(await room.put()).length, await said()]).toEqual([3, 1]);
    room.pass(hours(6));
    await editionsOf(room).put([edition(saying, { dueAt: room.clock.now })]);
    expect([(await room.put()).length, await said()]).toEqual([4, 1]);
    room.pass(hours(18));
    await editionsOf(room).put([edition(saying, { dueAt: room.clock.now })]);
    expect([(await room.put()).length, await said()]).toEqual([5, 2]);
  });

  it('are written again where the channel was told of something meanwhile', async () => {
    const room = await openWithNews();
    let isFirst = true;
    const outbox: Pick<Room['outbox'], 'putAll'> = {
      async putAll(puts, now) {
        if (isFirst) {
          isFirst = false;
          const alert = {
            kind: 'alert',
            channel: here,
            language: 'en',
            dueAt: start,
            notBefore: start,
          } as const;
          await room.outbox.put({ ...alert, key: 'alert', parts: [tells('ferry', 'ferry-post')] }, now);
        }
        return room.outbox.putAll(puts, now);
      },
    };
    await editionsOf(room, { outbox: { ...room.outbox, ...outbox } }).put([edition()]);
    expect(await room.stories()).toEqual([['ferry'], ['chess', 'bakery']]);
  });

  it('are given up where a channel is told of something again and again', async () => {
    const room = await openWithNews();
    const outbox = { ...room.outbox, putAll: async () => ['outdated' as const] };
    await expect(editionsOf(room, { outbox }).put([edition()])).rejects.toThrow('1 digests');
  });

  it('are put once, whoever else puts them, and however often', async () => {
    const room = await openWithNews();
    const saying = edition(subscription({ empty: 'say' }));
    await Promise.all([1, 2, 3].map(() => editionsOf(room).put([saying])));
    await editionsOf(room).put([saying]);
    await editionsOf(room).put([]);
    expect(await room.stories()).toEqual([everything]);
  });

  it('share the work, for ten thousand channels as for a few', async () => {
    const room = await openWithNews();
    const calls = { stories: 0, articles: 0, compounds: 0, told: 0, putAll: 0, list: 0 };
    const count = <of extends object>(port: of, ...names: readonly (keyof of & keyof typeof calls)[]): of => {
      const counting = { ...port };
      for (const name of names) {
        const call = port[name];
        if (typeof call !== 'function') continue;
        Reflect.set(counting, name, (...given: readonly unknown[]) => {
          calls[name] += 1;
          return Reflect.apply(call, port, given);
        });
      }
      return counting;
    };
    const parts = {
      articles: count(room.articles, 'stories', 'articles', 'compounds'),
      ledger: count(room.ledger, 'told'),
      outbox: { ...room.outbox, putAll: async (puts: readonly unknown[]) => puts.map(() => 'put' as const) },
      sources: count(room.sources, 'list'),
    };
    const topics = ['ferry', 'Odrau', 'Brot', 'Nachtfähre'];
    const plans = Array.from({ length: 10_000 }, (_, index) =>
      subscription({
        id: `${index}`,
        channel: `chat:${index}`,
        wish: { topics: topics.slice(0, 1 + (index % topics.length)) },
        language: index % 2 === 0 ? 'en' : 'de',
      }),
    );
    const editions = editionsOf(room, parts);
    for (let next = 0; next < plans.length; next += 500)
      await editions.put(plans.slice(next, next + 500).map((plan) => edition(plan)));
    // One look at the news, each article read for its words and for its sentences, each topic's word split once,
    // and what "ferry" is called in German by its two usual names.
    expect(calls).toMatchObject({ articles: 1 + 5, compounds: 4 + 2, list: 1 });
    expect(calls.stories).toBeLessThan(10);
    // What ten channels were told that want the same is looked up together.
    expect(calls.told).toBeLessThan(1100);
  });
});

describe('a preview', () => {
  it('says what a digest would say now, in the language asked for, and puts nothing', async () => {
    const room = await openWithNews();
    const parts = await editionsOf(room).preview(subscription({ wish: { stories: 2 } }), 'de');
    expect(parts.flatMap(({ told }) => told?.story ?? [])).toEqual(['ferry', 'chess']);
    expect(parts[0]?.blocks[0]).toMatchObject({ text: ['Die Nachrichten', ' · ', { date: start }] });
    expect(await room.put()).toEqual([]);
  });

  it('leaves out what the channel was told, and says so where nothing is left', async () => {
    const room = await openWithNews();
    await editionsOf(room).put([edition()]);
    const parts = await editionsOf(room).preview(subscription(), 'en');
    expect(parts[1]?.blocks).toEqual([{ kind: 'text', text: 'There is nothing new.' }]);
  });
});
