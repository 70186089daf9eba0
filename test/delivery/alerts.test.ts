import { describe, expect, it } from 'vitest';
import type { NewArticle } from '../../src/stories/article.ts';
import { tells } from '../contracts/deliveries.ts';
import { bakery, ferry, refloated } from './events.ts';
import { alerts, at, here, hours, news, openRoom, start, subscription } from './room.ts';

type Room = ReturnType<typeof openRoom>;

const fresh = (article: NewArticle, minutes = -5): NewArticle => ({
  ...article,
  publishedAt: at(minutes),
  arrivedAt: at(minutes),
});
const { post, wire, herald, mail, jetee, mole } = ferry;

/** A room with a subscription that wants alerts. */
async function open(plan = alerts()): Promise<Room> {
  const room = openRoom();
  await room.plans.put(plan);
  return room;
}

/** So many stories of two papers each, in words of their own. */
async function publishMany(room: Room, count: number, name = 's', minutes = -5): Promise<void> {
  const words = [
    'harbour',
    'council',
    'orchard',
    'tunnel',
    'glacier',
    'theatre',
    'railway',
    'museum',
    'castle',
  ];
  for (let index = 0; index < count; index += 1)
    for (const paper of ['one', 'two'])
      await room.publish(
        `${name}${index}`,
        fresh(
          news(`${name}${index}-${paper}`, {
            source: paper,
            text: `The ${words[index % words.length]} ${name}${index} is told by ${paper} ${index}.`,
          }),
          minutes,
        ),
      );
}

const kinds = async (room: Room) => (await room.find()).map(({ delivery }) => delivery.kind).toReversed();

describe('an alert', () => {
  it('tells a channel at once what several sources start to tell', async () => {
    const room = await open();
    await room.publish('ferry', fresh(post, -20));
    await room.tick();
    expect(await room.put()).toEqual([]);
    await room.publish('ferry', fresh(wire));
    room.pass(1);
    await room.tick();
    const [text = ''] = await room.put();
    expect(text).toMatch(/^Alert: several sources report\n\nMirabel stuck on sandbank near Varnholm\n“/);
    expect(text).toContain('2 sources: Ferry Post (en), Strait Wire (en)');
    const [entry] = await room.find();
    expect(entry?.delivery).toMatchObject({
      key: `alert:${here}:ferry`,
      kind: 'alert',
      plan: 'alerts',
      language: 'en',
      dueAt: at(1),
      notBefore: at(1),
    });
  });

  it.each([
    ['high', 2],
    ['normal', 3],
    ['low', 5],
  ] as const)('with sensitivity %s needs %i sources', async (sensitivity, count) => {
    const papers = Array.from({ length: 6 }, (_, index) =>
      fresh(
        news(`${index}`, { source: `Paper ${index}`, text: `Paper ${index} has words ${index} of its own.` }),
      ),
    );
    const room = await open(alerts({ alerts: sensitivity }));
    await room.publish('s', ...papers.slice(0, count - 1));
    await room.tick();
    expect(await kinds(room)).toEqual([]);
    await room.publish('s', ...papers.slice(count - 1, count));
    await room.tick();
    expect(await kinds(room)).toEqual(['alert']);
  });

  it('counts an agency’s text once, however many papers print it', async () => {
    const room = await open();
    await room.publish('ferry', fresh(herald), fresh(mail));
    await room.tick();
    expect(await kinds(room)).toEqual([]);
    await room.publish('ferry', fresh(mole));
    await room.tick();
    expect(await kinds(room)).toEqual(['alert']);
  });

  it('needs sources that tell it within some hours, as news', async () => {
    const late = await open();
    await late.publish('ferry', fresh(post, -hours(3) - 1), fresh(wire));
    await late.tick();
    const archived = await open();
    await archived.publish('ferry', fresh(post), { ...fresh(wire), news: false });
    await archived.tick();
    const withdrawn = await open();
    await withdrawn.publish('ferry', fresh(post), fresh(wire));
    await withdrawn.archive.withdraw('ferry-post', start);
    await withdrawn.tick();
    for (const room of [late, archived, withdrawn]) expect(await kinds(room)).toEqual([]);
    const patient = await open(alerts({ alerts: 'low' }));
    await patient.publish(
      'ferry',
      ...[post, wire, herald, jetee].map((each) => fresh(each, -hours(5))),
      fresh(mole),
    );
    await patient.tick();
    expect(await kinds(patient)).toEqual(['alert']);
  });

  it('needs no more sources than are read', async () => {
    const room = await open(alerts({ alerts: 'low', wish: { sources: ['Ferry Post'] } }));
    await room.publish('ferry', fresh(post), fresh(wire));
    await room.tick();
    const [text = ''] = await room.put();
    expect(text).toMatch(/^Alert: a source reports\n\nNight ferry/);
    const both = await open(alerts({ alerts: 'low', wish: { sources: ['Ferry Post', 'Die Mole'] } }));
    await both.publish('ferry', fresh(post), fresh(wire));
    await both.tick();
    expect(await both.put()).toEqual([]);
  });

  it('is of what a subscription wants', async () => {
    const room = await open(alerts({ wish: { topics: ['bread'], languages: ['en'] } }));
    await room.plans.put(alerts({ id: 'keys', channel: 'chat:2', wish: { keywords: 'sandbank' } }));
    await room.publish('ferry', fresh(post), fresh(wire));
    await room.tick();
    expect([await room.stories(), await room.stories({ channel: 'chat:2' })]).toEqual([[], [['ferry']]]);
  });

  it('is in the channel’s language', async () => {
    const room = await open();
    await room.speak(here, 'de');
    await room.publish('ferry', fresh(post), fresh(mole), fresh(jetee));
    await room.tick();
    expect((await room.put())[0]).toMatch(/^Eilmeldung: Mehrere Quellen berichten\n\nNachtfähre läuft/);
  });

  it('is of nothing that was told by then, be it in a digest', async () => {
    const room = await open();
    await room.plans.put(subscription());
    await room.publish('ferry', fresh(post), fresh(wire));
    await room.tick();
    expect(await kinds(room)).toEqual(['digest']);
    await room.publish('ferry', fresh(mole));
    room.pass(1);
    await room.tick();
    await room.publish('ferry', fresh(refloated.post, 89));
    room.pass(90);
    await room.tick();
    expect(await kinds(room)).toEqual(['digest']);
  });

  it('is of nothing that the channel is told of at the same moment', async () => {
    const room = await open();
    const outbox: Pick<Room['outbox'], 'putAll'> = {
      async putAll(puts, now) {
        const digest = {
          kind: 'digest',
          channel: here,
          language: 'en',
          dueAt: start,
          notBefore: start,
        } as const;
        await room.outbox.put({ ...digest, key: 'digest', parts: [tells('ferry', 'ferry-post')] }, now);
        return room.outbox.putAll(puts, now);
      },
    };
    await room.publish('ferry', fresh(post), fresh(wire));
    await openRoom({ ...room, outbox: { ...room.outbox, ...outbox } }).tick();
    expect(await kinds(room)).toEqual(['digest']);
  });

  it('is of nothing that happened before the subscription was there', async () => {
    const room = await open(alerts({ createdAt: at(-4) }));
    await room.publish('ferry', fresh(post), fresh(wire));
    await room.tick();
    // Nor of what everybody had told by then.
    await room.publish('ferry', fresh(mole, -1), fresh(jetee, -2));
    await room.tick();
    expect(await kinds(room)).toEqual([]);
    await room.publish('bakery', fresh(bakery, -6), fresh({ ...bakery, ...wire, id: 'b' }, -1));
    await room.tick();
    expect(await kinds(room)).toEqual([]);
    await room.publish('bakery', fresh({ ...bakery, ...mole, id: 'c' }, -1));
    await room.tick();
    expect(await room.stories()).toEqual([['bakery']]);
  });

  it('comes once: not again after a restart, nor when stories become one, nor for one more paper', async () => {
    const room = await open();
    await room.publish('ferry', fresh(post), fresh(wire));
    await room.publish('sandbank', fresh(jetee));
    await room.tick();
    room.pass(5);
    const restarted = openRoom(room);
    restarted.clock.now = room.clock.now;
    await restarted.tick();
    await room.publish('sandbank', fresh(post), fresh(wire), fresh(jetee), fresh(mole, 4));
    for (const each of [room, restarted]) await each.tick();
    expect(await kinds(room)).toEqual(['alert']);
  });

  it('comes once from several newsrooms, and for several subscriptions of a channel', async () => {
    const room = await open();
    const other = openRoom(room);
    await room.plans.put(alerts({ id: 'more', wish: { topics: ['ferry'] } }));
    await room.publish('ferry', fresh(post), fresh(wire));
    await Promise.all([room.tick(), other.tick()]);
    expect(await kinds(room)).toEqual(['alert']);
    expect([room.faults, other.faults]).toEqual([[], []]);
  });

  it('comes for what happened while Kiosk was not running, of the last hours', async () => {
    const room = await open();
    await room.publish('ferry', fresh(post, -170), fresh(wire, -160));
    await room.publish('bakery', fresh(bakery, -hours(7)));
    await room.tick();
    expect(await room.stories()).toEqual([['ferry']]);
  });

  it('comes once what waited for its story has found it', async () => {
    const room = await open();
    await room.articles.add([fresh(post), fresh(wire)]);
    await room.tick();
    room.pass(30);
    await room.tick();
    expect(await room.put()).toEqual([]);
    await room.articles.assign([post, wire].map(({ id }) => ({ article: id, story: 'ferry' })));
    room.pass(1);
    await room.tick();
    expect(await room.stories()).toEqual([['ferry']]);
  });

  it('comes all the same where the store failed for a while', async () => {
    const room = await open();
    let fails = false;
    const articles = {
      ...room.articles,
      articles: (ids: readonly string[]) =>
        fails ? Promise.reject(new Error('no')) : room.articles.articles(ids),
    };
    const failing = openRoom({ ...room, articles });
    await failing.tick();
    fails = true;
    failing.pass(10);
    await room.publish('ferry', fresh(post, 9), fresh(wire, 9));
    await failing.tick();
    failing.pass(15);
    await failing.tick();
    expect([failing.faults.map(({ what }) => what), await kinds(room)]).toEqual([['alerts', 'alerts'], []]);
    fails = false;
    failing.pass(5);
    await failing.tick();
    expect(await kinds(room)).toEqual(['alert']);
  });
});

describe('alerts', () => {
  it('are no more in an hour than a channel wants', async () => {
    const room = await open(alerts({ perHour: 2 }));
    await room.plans.put(alerts({ id: 'other', channel: 'chat:2', perHour: 3 }));
    await publishMany(room, 5);
    await room.tick();
    expect((await kinds(room)).length).toBe(2);
    expect((await room.find({ channel: 'chat:2' })).length).toBe(3);
    room.pass(30);
    await publishMany(room, 5, 't', 29);
    await room.tick();
    expect((await kinds(room)).length).toBe(2);
    room.pass(30);
    await publishMany(room, 5, 'u', 59);
    await room.tick();
    expect((await kinds(room)).length).toBe(4);
  });

  it('come of stories among hundreds of others that arrived at once', async () => {
    const room = await open();
    await room.publish('ferry', fresh(post, -20), fresh(wire, -20));
    for (let index = 0; index < 600; index += 1)
      await room.publish(`s${index}`, fresh(news(`s${index}`, { text: `Number ${index} comes alone.` })));
    await room.tick();
    expect(await room.stories()).toEqual([['ferry']]);
  });

  it('tell the most told first', async () => {
    const room = await open(alerts({ perHour: 1 }));
    await publishMany(room, 3);
    await room.publish('ferry', fresh(post), fresh(wire), fresh(mole));
    await room.tick();
    expect(await room.stories()).toEqual([['ferry']]);
  });

  it('wait while a channel wants quiet, and are no more then than in any hour', async () => {
    // From ten to seven, by the clocks of Berlin: eight is ten there.
    const quiet = { from: 21 * 60, to: 12 * 60 };
    const room = await open(alerts({ quiet, timeZone: 'Europe/Berlin', perHour: 2 }));
    for (const minutes of [0, 60, 119]) {
      room.clock.now = at(minutes);
      await publishMany(room, 3, `at${minutes}-`, minutes - 1);
      await room.tick();
    }
    const entries = await room.find();
    expect(entries.map(({ delivery }) => delivery.notBefore)).toEqual([at(120), at(120)]);
    room.clock.now = at(150);
    await publishMany(room, 3, 'later', 149);
    await room.tick();
    expect(await room.find()).toHaveLength(2);
    room.clock.now = at(180);
    await publishMany(room, 3, 'free', 179);
    await room.tick();
    const after = await room.find();
    expect(after.map(({ delivery }) => delivery.notBefore)).toEqual([at(180), at(180), at(120), at(120)]);
  });

  it('of other stories come where one was given up, which doesn’t come again', async () => {
    const room = await open();
    await room.publish('ferry', fresh(post), fresh(wire), fresh(mole));
    await room.tick();
    const claim = { platform: 'chat', owner: 'me', now: start, until: start, limit: 1 };
    await room.outbox.claim(claim);
    await room.outbox.settle(`alert:${here}:ferry`, 'me', {
      state: 'failed',
      reason: 'refused',
      failure: 'no',
      at: start,
    });
    room.pass(1);
    await room.publish('ferry', fresh(jetee, 0));
    await publishMany(room, 1, 's', 0);
    await room.tick();
    expect(await room.stories()).toEqual([['ferry'], ['s0']]);
  });

  it('of other subscriptions come where one can’t be looked up', async () => {
    const room = await open(alerts({ id: 'a', channel: 'chat:2', wish: { keywords: '("' } }));
    await room.plans.put(alerts({ id: 'b', wish: { keywords: 'sandbank' } }));
    await room.publish('ferry', fresh(post), fresh(wire));
    await room.tick();
    expect(await kinds(room)).toEqual(['alert']);
    expect(room.faults.map(({ what }) => what)).toEqual(['a']);
  });

  it('cost nothing where nobody wants any, or nothing happened', async () => {
    const room = openRoom();
    const reads: string[] = [];
    const articles = {
      ...room.articles,
      articles(ids: readonly string[]) {
        reads.push(...ids);
        return room.articles.articles(ids);
      },
    };
    const counting = openRoom({ ...room, articles });
    await room.publish('ferry', fresh(post, -60), fresh(wire, -60));
    await counting.tick();
    await room.plans.put(alerts());
    counting.pass(30);
    await counting.tick();
    expect(reads).toEqual([]);
  });
});

/** A room whose channel was alerted. */
async function openAlerted(plan = alerts()): Promise<Room> {
  const room = await open(plan);
  await room.publish('ferry', fresh(post), fresh(wire));
  await room.tick();
  expect(await kinds(room)).toEqual(['alert']);
  return room;
}

/** What came after the first alert by then. */
async function tickAt(room: Room, minutes: number): Promise<readonly string[]> {
  room.clock.now = at(minutes);
  await room.tick();
  return (await kinds(room)).slice(1);
}

describe('what happens after an alert', () => {
  it('follows it in its thread when the story moves on, once', async () => {
    const room = await openAlerted();
    await room.publish('ferry', fresh(refloated.post, 89));
    expect(await tickAt(room, 90)).toEqual(['update']);
    const [update] = await room.find({ kinds: ['update'] });
    expect(update?.delivery).toMatchObject({ follows: `alert:${here}:ferry`, plan: 'alerts' });
    expect((await room.put())[1]).toMatch(/^What is new\n\nCaptain suspended/);
    expect((await room.put())[1]).toContain('What is new · Ferry Post (en)');
    expect(await tickAt(room, 91)).toEqual(['update']);
    await room.publish('ferry', fresh(mole, 91));
    expect(await tickAt(room, 92)).toEqual(['update']);
  });

  it('follows the first of two alerts whose stories became one', async () => {
    const room = await openAlerted();
    room.pass(5);
    await room.publish('sandbank', fresh(jetee, 4), fresh(mole, 4));
    await room.tick();
    expect(await kinds(room)).toEqual(['alert', 'alert']);
    await room.publish('sandbank', fresh(post), fresh(wire), fresh(refloated.post, 99));
    await tickAt(room, 100);
    const [update] = await room.find({ kinds: ['update'] });
    expect(update?.delivery.follows).toBe(`alert:${here}:ferry`);
  });

  it('within the hour after it follows it when that is over', async () => {
    const room = await openAlerted();
    await room.publish('ferry', fresh(refloated.post, 30));
    expect([await tickAt(room, 31), await tickAt(room, 59)]).toEqual([[], []]);
    expect([await tickAt(room, 60), await tickAt(room, 61)]).toEqual([['update'], ['update']]);
  });

  it('within the hour after it follows it in each channel when that is over there', async () => {
    const room = await openAlerted();
    await room.plans.put(
      alerts({
        id: 'other',
        channel: 'chat:2',
        createdAt: at(-hours(1)),
        wish: { sources: ['Die Mole', 'Ferry Post'] },
      }),
    );
    await room.publish('ferry', fresh(mole, 20));
    expect(await tickAt(room, 20)).toEqual([]);
    await room.publish('ferry', fresh(refloated.post, 30));
    const updates = async (minutes: number) => {
      await tickAt(room, minutes);
      return Promise.all(
        [here, 'chat:2'].map(async (channel) => (await room.find({ channel, kinds: ['update'] })).length),
      );
    };
    expect([await updates(31), await updates(60), await updates(80)]).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });

  it('doesn’t follow it where it is no news, or nothing new', async () => {
    const room = await openAlerted();
    await room.publish('ferry', { ...fresh(refloated.post, 89), news: false }, fresh(herald, 89));
    expect(await tickAt(room, 90)).toEqual([]);
  });

  it('doesn’t follow it after a day', async () => {
    const room = await openAlerted();
    await room.publish('ferry', fresh(refloated.post, hours(24)));
    expect(await tickAt(room, hours(24) + 1)).toEqual([]);
  });

  it('counts for no alert', async () => {
    const room = await openAlerted(alerts({ perHour: 1 }));
    await room.publish('ferry', fresh(refloated.post, 69));
    expect(await tickAt(room, 70)).toEqual(['update']);
    await publishMany(room, 1, 's', 70);
    expect(await tickAt(room, 71)).toEqual(['update', 'alert']);
  });

  it('follows it though the channel has had enough alerts', async () => {
    const room = await openAlerted(alerts({ perHour: 1 }));
    await publishMany(room, 1, 's', 60);
    expect(await tickAt(room, 61)).toEqual(['alert']);
    await room.publish('ferry', fresh(refloated.post, 69));
    await publishMany(room, 1, 't', 69);
    expect(await tickAt(room, 70)).toEqual(['alert', 'update']);
  });

  it('keeps quiet while the channel wants that, and is told together when it goes on after', async () => {
    const quiet = { from: 9 * 60, to: 11 * 60 };
    const room = await openAlerted(alerts({ quiet }));
    await room.publish('ferry', fresh(refloated.post, 89));
    expect(await tickAt(room, 90)).toEqual([]);
    await room.publish('ferry', fresh(refloated.wire, 189));
    expect(await tickAt(room, 190)).toEqual(['update']);
    const [update] = await room.find({ kinds: ['update'] });
    expect(update?.delivery.parts[1]?.told?.telling).toEqual(['refloated-post', 'refloated-wire']);
  });
});
