import { describe, expect, it } from 'vitest';
import { bakery, chess, ferry, refloated } from './events.ts';
import { announcement, at, here, hours, openRoom, start, subscription } from './room.ts';

type Room = ReturnType<typeof openRoom>;

async function openWithNews(): Promise<Room> {
  const room = openRoom();
  await room.publish('bakery', bakery);
  return room;
}

const keys = async (room: Room, channel = here) =>
  (await room.find({ channel })).map(({ delivery }) => delivery.key).toReversed();
const missed = async (room: Room) =>
  (await room.audit.list({ limit: 99 })).map(({ action, subject, details }) => [action, subject, details]);

describe('digests', () => {
  it('are put when they are due, and once', async () => {
    const room = await openWithNews();
    await room.plans.put(subscription());
    room.clock.now = at(-1);
    await room.tick();
    expect(await keys(room)).toEqual([]);
    for (const minute of [0, 1, 2]) {
      room.clock.now = at(minute);
      await room.tick();
    }
    expect(await keys(room)).toEqual(['daily:2026-05-04T08:00:00.000Z']);
    expect(await room.plans.find('daily')).toEqual(subscription({ dueAt: at(hours(24)), readUntil: start }));
    expect([room.faults, await missed(room)]).toEqual([[], []]);
  });

  it('consider what came since the last one, whether that had something to tell or not', async () => {
    const room = openRoom();
    await room.plans.put(subscription());
    await room.tick();
    expect(await keys(room)).toEqual([]);
    await room.publish('chess', { ...chess, publishedAt: at(60), arrivedAt: at(60) });
    room.pass(hours(24));
    await room.tick();
    expect(await room.stories()).toEqual([['chess']]);
    expect((await room.plans.find('daily'))?.dueAt).toEqual(at(hours(48)));
  });

  it('that are late say so, and of several that were missed one comes, and it is noted once', async () => {
    const room = await openWithNews();
    const when = { cron: '0 * * * *', timeZone: 'UTC' };
    await room.plans.put(subscription({ when }));
    room.clock.now = at(hours(3) + 15);
    await room.tick();
    await room.tick();
    expect(await keys(room)).toEqual(['daily:2026-05-04T11:00:00.000Z']);
    expect((await room.put())[0]).toContain('Late, since ');
    expect(await missed(room)).toEqual([['miss', 'daily', start.toISOString()]]);
    expect(await room.audit.list({ channel: here, limit: 1 })).toMatchObject([
      { at: room.clock.now, by: 'kiosk', channel: here },
    ]);
  });

  it('that are too late are left out and noted once, and the next one tells what they would have', async () => {
    const room = await openWithNews();
    await room.plans.put(subscription());
    room.clock.now = at(hours(7));
    await room.tick();
    await room.tick();
    expect(await keys(room)).toEqual([]);
    expect(await missed(room)).toEqual([['miss', 'daily', start.toISOString()]]);
    room.clock.now = at(hours(24));
    await room.tick();
    expect(await room.stories()).toEqual([['bakery']]);
    expect((await room.put())[0]).not.toContain('Late, since ');
  });

  it('come once where the clock is set back, and go on when it has caught up', async () => {
    const room = await openWithNews();
    await room.plans.put(subscription());
    for (const minute of [0, -30, -1, 0, 1]) {
      room.clock.now = at(minute);
      await room.tick();
    }
    expect(await keys(room)).toHaveLength(1);
    await room.publish('chess', { ...chess, publishedAt: at(60), arrivedAt: at(60) });
    room.clock.now = at(hours(24));
    await room.tick();
    expect(await keys(room)).toHaveLength(2);
  });

  it('come once a day on days when clocks are set', async () => {
    const room = await openWithNews();
    room.clock.now = new Date('2026-10-24T12:00:00Z');
    const when = { cron: '30 2 * * *', timeZone: 'Europe/Berlin' };
    const dueAt = new Date('2026-10-25T00:30:00Z');
    await room.plans.put(subscription({ when, dueAt, empty: 'say' }));
    for (let tick = 0; tick < 24 * 6 * 2; tick += 1) {
      room.pass(10);
      await room.tick();
    }
    expect(await keys(room)).toEqual(['daily:2026-10-25T00:30:00.000Z', 'daily:2026-10-26T01:30:00.000Z']);
  });

  it('are put once by several newsrooms, and what was missed is noted once', async () => {
    const room = await openWithNews();
    const other = openRoom(room);
    await room.plans.put(subscription({ when: { cron: '0 * * * *', timeZone: 'UTC' } }));
    for (const each of [room, other]) each.clock.now = at(hours(3));
    await Promise.all([room.tick(), other.tick()]);
    expect(await keys(room)).toHaveLength(1);
    expect(await missed(room)).toHaveLength(1);
  });

  it('are put once where the process ended before it was noted that they were', async () => {
    const room = await openWithNews();
    await room.plans.put(subscription({ empty: 'say' }));
    await room.tick();
    await room.plans.put(subscription({ empty: 'say' }));
    await room.publish('chess', chess);
    room.pass(1);
    await room.tick();
    expect(await room.stories()).toEqual([['bakery']]);
    expect((await room.plans.find('daily'))?.dueAt).toEqual(at(hours(24)));
  });

  it('that were put before a crash leave what came before the next start to the next ones', async () => {
    const room = await openWithNews();
    const plan = subscription();
    await room.plans.put(plan);
    await room.newsroom.editions(start).put([{ subscription: plan, dueAt: start, isLate: false }]);
    await room.publish('chess', { ...chess, publishedAt: at(30), arrivedAt: at(30) });
    room.clock.now = at(hours(2));
    await room.tick();
    expect(await room.stories()).toEqual([['bakery']]);
    room.clock.now = at(hours(24));
    await room.tick();
    expect(await room.stories()).toEqual([['bakery'], ['chess']]);
  });

  it('leave what still waits for its story to the next ones, however long it waits', async () => {
    const room = await openWithNews();
    await room.plans.put(subscription());
    const early = { publishedAt: at(-30), arrivedAt: at(-30) };
    await room.articles.add([{ ...ferry.post, ...early }]);
    await room.publish('ferry', { ...ferry.wire, ...early });
    await room.tick();
    expect(await room.stories()).toEqual([['ferry', 'bakery']]);
    await room.publish('chess', { ...chess, ...early });
    await room.articles.assign([{ article: ferry.post.id, story: 'ferry' }]);
    room.clock.now = at(hours(24));
    await room.tick();
    expect(await room.stories()).toEqual([['ferry', 'bakery'], ['chess']]);
  });

  it('leave a story to the next ones of which an article finds another story meanwhile', async () => {
    const room = openRoom();
    await room.plans.put(subscription());
    await room.publish('ferry', ferry.post);
    const late = { ...chess, arrivedAt: at(-5), complete: false };
    await room.publish('ferry', late);
    await room.articles.add([{ ...late, complete: true }]);
    await room.tick();
    expect(await room.stories()).toEqual([]);
    await room.articles.assign([{ article: chess.id, story: 'chess' }]);
    room.clock.now = at(hours(24));
    await room.tick();
    expect(await room.stories()).toEqual([['chess', 'ferry']]);
  });

  it('tell of what moved on within an hour after the channel was told, as soon as that is over', async () => {
    const room = openRoom();
    await room.plans.put(subscription({ when: { cron: '30 * * * *', timeZone: 'UTC' } }));
    await room.publish('ferry', ferry.post);
    await room.tick();
    await room.publish('ferry', { ...refloated.post, publishedAt: at(10), arrivedAt: at(10) });
    room.pass(30);
    await room.tick();
    expect(await room.stories()).toEqual([['ferry']]);
    room.pass(60);
    await room.tick();
    expect(await room.stories()).toEqual([['ferry'], ['ferry']]);
  });

  it('of a plan that is changed while they are written are put, and the change holds', async () => {
    const room = await openWithNews();
    const changed = subscription({ dueAt: at(30), when: { cron: '30 8 * * *', timeZone: 'UTC' } });
    const articles = {
      ...room.articles,
      async stories(query: Parameters<Room['articles']['stories']>[0]) {
        await room.plans.put(changed);
        return room.articles.stories(query);
      },
    };
    await room.plans.put(subscription());
    const changing = openRoom({ ...room, articles });
    await changing.tick();
    expect(await keys(room)).toHaveLength(1);
    expect(await room.plans.find('daily')).toEqual(changed);
    room.clock.now = at(29);
    await room.tick();
    expect(await keys(room)).toHaveLength(1);
  });

  it('of a plan that others see to at the same time are left to them for a minute', async () => {
    const room = await openWithNews();
    await room.plans.put(subscription());
    let looks = 0;
    const plans = {
      ...room.plans,
      async due(now: Date, limit: number) {
        looks += 1;
        return looks > 9 ? [] : room.plans.due(now, limit);
      },
      advance: async () => [],
    };
    await openRoom({ ...room, plans }).tick();
    expect([looks, await missed(room)]).toEqual([2, []]);
  });

  it('of plans that are paused, stopped or gone don’t come', async () => {
    const room = await openWithNews();
    await room.plans.put(subscription({ id: 'paused', status: 'paused' }));
    await room.plans.put(subscription({ id: 'stopped', status: 'stopped', failure: 'archived' }));
    await room.plans.put(subscription({ id: 'gone' }));
    await room.plans.remove('gone');
    await room.tick();
    expect([await keys(room), await missed(room)]).toEqual([[], []]);
  });
});

/** A plan that nobody can write a digest for. */
const poisoned = (id: string) => subscription({ id, wish: { keywords: '("' } });

describe('a plan that can’t be written', () => {
  it('keeps no other from its news, and is tried again the next minute', async () => {
    const room = await openWithNews();
    await room.plans.put(poisoned('a'));
    await room.plans.put(subscription({ id: 'b', channel: 'chat:2' }));
    await room.plans.put(announcement({ id: 'c', channel: 'chat:3' }));
    await room.tick();
    expect(await keys(room, 'chat:2')).toHaveLength(1);
    expect(await keys(room, 'chat:3')).toHaveLength(1);
    expect(room.faults.map(({ what }) => what)).toEqual(['plans', 'a']);
    expect((await room.plans.find('a'))?.dueAt).toEqual(start);
    await room.tick();
    expect(room.faults).toHaveLength(4);
    expect([await keys(room, 'chat:2'), await keys(room, 'chat:3')].flat()).toHaveLength(2);
  });

  it('keeps no other from its news where there are more of them than are seen to at a time', async () => {
    const room = await openWithNews();
    for (let index = 0; index < 501; index += 1)
      await room.plans.put({ ...poisoned(`a${index}`), channel: `chat:${index}` });
    await room.plans.put(subscription({ id: 'b' }));
    await room.tick();
    expect(await keys(room)).toHaveLength(1);
  });

  it('has no misses noted again and again', async () => {
    const room = await openWithNews();
    await room.plans.put(poisoned('a'));
    await room.plans.put(subscription({ id: 'b', channel: 'chat:2' }));
    for (const minute of [hours(25), hours(25) + 1]) {
      room.clock.now = at(minute);
      await room.tick();
    }
    expect(await missed(room)).toEqual([['miss', 'b', start.toISOString()]]);
  });
});

const fail = () => Promise.reject(new Error('no'));

describe('each part of the work', () => {
  it('goes on where another fails', async () => {
    const room = await openWithNews();
    await room.plans.put(subscription());
    const failing = openRoom({
      ...room,
      plans: { ...room.plans, alerted: fail },
      ledger: { ...room.ledger, outdated: fail, prune: fail },
    });
    await failing.tick();
    expect(await keys(room)).toHaveLength(1);
    expect(failing.faults.map(({ what }) => what)).toEqual(['alerts', 'corrections', 'prune']);
    const without = openRoom({ ...room, plans: { ...room.plans, due: fail } });
    await without.tick();
    expect(without.faults.map(({ what }) => what)).toEqual(['plans']);
  });

  it('forgets what was delivered long ago, once a day', async () => {
    const room = await openWithNews();
    const pruned: Date[] = [];
    const ledger = {
      ...room.ledger,
      prune(before: Date) {
        pruned.push(before);
        return room.ledger.prune(before);
      },
    };
    const { tick, clock } = openRoom({ ...room, ledger });
    for (const minute of [0, 1, hours(24) - 1, hours(24)]) {
      clock.now = at(minute);
      await tick();
    }
    expect(pruned).toEqual([at(-hours(90 * 24)), at(-hours(89 * 24))]);
  });
});

describe('announcements', () => {
  it('are put once, at their time', async () => {
    const room = openRoom();
    await room.plans.put(announcement());
    for (const minute of [-1, 0, 1, hours(24)]) {
      room.clock.now = at(minute);
      await room.tick();
    }
    expect(await room.put()).toEqual(['The newsroom meets at ten.']);
    expect(await keys(room)).toEqual(['notice:2026-05-04T08:00:00.000Z']);
    expect(await room.plans.find('notice')).not.toHaveProperty('dueAt');
  });

  it('are put again and again, until a date', async () => {
    const room = openRoom();
    const when = { cron: '0 8 * * *', timeZone: 'UTC' };
    await room.plans.put(announcement({ when, until: at(hours(48)) }));
    for (let day = 0; day < 5; day += 1) {
      room.clock.now = at(hours(24 * day));
      await room.tick();
    }
    expect(await keys(room)).toEqual(['notice:2026-05-04T08:00:00.000Z', 'notice:2026-05-05T08:00:00.000Z']);
    expect(await room.plans.find('notice')).not.toHaveProperty('dueAt');
    expect(await missed(room)).toEqual([]);
  });

  it('that are over when Kiosk runs again are not put, and are noted as missed', async () => {
    const room = openRoom();
    await room.plans.put(announcement({ until: at(60) }));
    room.clock.now = at(61);
    await room.tick();
    expect([await keys(room), await missed(room)]).toEqual([[], [['miss', 'notice', start.toISOString()]]]);
  });

  const texts = [
    { language: 'fr', text: 'La rédaction se réunit à dix heures.' },
    { language: 'de', text: 'Die Redaktion trifft sich um zehn.' },
  ] as const;

  it.each([
    ['de', 'Die Redaktion trifft sich um zehn.', 'de'],
    ['fr', 'La rédaction se réunit à dix heures.', 'fr'],
    ['en', 'La rédaction se réunit à dix heures.', 'fr'],
  ] as const)('are in the channel’s language (%s), else in the first', async (spoken, text, language) => {
    const room = openRoom();
    await room.speak(here, spoken);
    await room.plans.put(announcement({ texts }));
    await room.tick();
    expect(await room.put()).toEqual([text]);
    expect((await room.find())[0]?.delivery).toMatchObject({
      language,
      kind: 'announcement',
      plan: 'notice',
    });
  });

  it('without a text are none', async () => {
    const room = openRoom();
    await room.plans.put(announcement({ texts: [] }));
    await room.tick();
    expect([await room.put(), room.faults]).toEqual([[], []]);
    expect(await room.plans.find('notice')).not.toHaveProperty('dueAt');
  });
});

it('writes digests outside their times', async () => {
  const room = await openWithNews();
  await room.publish('ferry', ferry.post);
  const parts = await room.newsroom.editions(start).preview(subscription(), 'fr');
  expect(parts.flatMap(({ told }) => told?.story ?? [])).toEqual(['bakery', 'ferry']);
});
