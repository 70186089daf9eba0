import { describe, expect, it } from 'vitest';
import { createNewsdesk } from '../../src/delivery/newsdesk.ts';
import { UserError } from '../../src/errors.ts';
import { bakery, chess, ferry } from './events.ts';
import { alerts, announcement, at, here, hours, openRoom, start, subscription } from './room.ts';

function open(reaches: (channel: string) => boolean = () => true) {
  const room = openRoom();
  let ids = 0;
  const desk = createNewsdesk({
    ...room,
    now: () => room.clock.now,
    createId: () => `id${(ids += 1)}`,
    reaches,
  });
  return { ...room, desk };
}

const act = { by: 'chat:ada', action: 'subscribe' } as const;

describe('what channels want', () => {
  it('is kept, found, and removed, and it is noted who did it', async () => {
    const { desk, audit } = open();
    const plan = subscription({ id: desk.createId() });
    await desk.save(plan, act);
    await desk.save(announcement({ channel: 'chat:2' }), { by: 'chat:bob', action: 'announce' });
    expect(await desk.plans({ channel: here })).toEqual([plan]);
    expect((await desk.plans({ place: 'chat:1' })).length).toBe(2);
    expect([await desk.find('id1'), await desk.find('nothing')]).toEqual([plan, undefined]);
    await desk.remove(plan, 'chat:bob');
    expect(await desk.find('id1')).toBeUndefined();
    const noted = { at: start, channel: here, subject: 'id1' };
    expect(await desk.acts(here, 9)).toEqual([
      { ...noted, by: 'chat:bob', action: 'remove' },
      { ...noted, by: 'chat:ada', action: 'subscribe', details: JSON.stringify(plan) },
    ]);
    expect(await audit.list({ limit: 9 })).toHaveLength(3);
  });

  it('is refused for a channel that Kiosk can’t write into, unless it rests', async () => {
    const { desk } = open(() => false);
    await expect(desk.save(subscription(), act)).rejects.toThrow(UserError);
    expect(await desk.plans()).toEqual([]);
    await desk.save(subscription({ status: 'paused' }), act);
    expect(await desk.plans()).toHaveLength(1);
  });

  it('forgets announcements that were over long ago when another one comes', async () => {
    const { desk, plans } = open();
    const { dueAt: _due, ...over } = announcement();
    await plans.put({ ...over, id: 'old', createdAt: at(-hours(8 * 24)) });
    await plans.put({ ...over, id: 'young', createdAt: at(-hours(6 * 24)) });
    await plans.put({ ...over, id: 'elsewhere', channel: 'chat:2', createdAt: at(-hours(8 * 24)) });
    await plans.put(announcement({ id: 'due', createdAt: at(-hours(8 * 24)) }));
    await desk.save(subscription(), act);
    expect((await desk.plans()).length).toBe(5);
    await desk.save(announcement({ id: 'new' }), act);
    const left = (await desk.plans()).map(({ id }) => id).toSorted();
    expect(left).toEqual(['daily', 'due', 'elsewhere', 'new', 'young']);
  });

  it('forgets no announcement that waits to be posted', async () => {
    const { desk, plans, tick, run, pass, platform } = open();
    await plans.put(announcement({ createdAt: at(-hours(8 * 24)) }));
    await tick();
    pass(2);
    await desk.save(announcement({ id: 'new', dueAt: at(60) }), act);
    await run();
    expect(platform.posts.map(({ key }) => key)).toEqual(['notice:2026-05-04T08:00:00.000Z']);
  });

  it('is shown as its digest would be now', async () => {
    const { desk, publish, find } = open();
    await publish('bakery', bakery);
    const blocks = await desk.preview(subscription(), 'fr');
    expect(blocks[0]).toMatchObject({ kind: 'heading', text: ['Les informations', ' · ', { date: start }] });
    expect(blocks).toContainEqual(expect.objectContaining({ kind: 'card', title: bakery.title }));
    expect(await find()).toEqual([]);
  });
});

it('shows what was sent, newest first, with what went wrong', async () => {
  const { desk, publish, plans, run, pass, tick, outbox, clock } = open();
  await publish('bakery', bakery);
  await plans.put(subscription());
  await run();
  pass(1);
  await plans.put(announcement({ dueAt: at(1) }));
  await tick();
  await outbox.claim({ platform: 'chat', owner: 'me', now: clock.now, until: at(2), limit: 1 });
  await outbox.settle('notice:2026-05-04T08:01:00.000Z', 'me', {
    state: 'waiting',
    again: at(9),
    failure: 'busy',
  });
  const [waiting, delivered] = await desk.sent(here, 9);
  expect(waiting).toEqual({
    key: 'notice:2026-05-04T08:01:00.000Z',
    kind: 'announcement',
    channel: here,
    plan: 'notice',
    state: 'waiting',
    dueAt: at(1),
    attempts: 1,
    failure: 'busy',
  });
  expect(delivered).toMatchObject({ kind: 'digest', state: 'delivered', settledAt: start, attempts: 1 });
  expect(await desk.sent(here, 1)).toHaveLength(1);
  expect(await desk.sent('chat:2', 9)).toEqual([]);
});

/** Why a channel was told of a story, or not. */
async function explain(room: ReturnType<typeof open>, id: string) {
  const [story] = await room.articles.stories({ ids: [id], limit: 1 });
  if (story === undefined) throw new Error('no story');
  return room.desk.explain(story, here);
}

describe('why a story was posted, or not', () => {
  it('is that the channel was told, and as what, or soon will be', async () => {
    const room = open();
    await room.publish('bakery', bakery);
    await room.plans.put(subscription());
    await room.tick();
    expect(await explain(room, 'bakery')).toEqual([{ kind: 'told', at: start, as: 'digest', waiting: true }]);
    room.pass(2);
    await room.run();
    expect(await explain(room, 'bakery')).toEqual([
      { kind: 'told', at: at(2), as: 'digest', waiting: false },
    ]);
    // Under another name, and with another article, it is the same story.
    await room.publish('merged', bakery, ferry.post);
    expect(await explain(room, 'merged')).toMatchObject([{ kind: 'told' }]);
  });

  it('is what each subscription of the channel makes of it', async () => {
    const room = open();
    await room.publish('bakery', bakery);
    await room.publish('old', { ...chess, arrivedAt: at(-hours(99)), publishedAt: at(-hours(99)) });
    const due = subscription({ dueAt: at(60) });
    const unwanted = subscription({ id: 'unwanted', wish: { topics: ['zeppelins'] } });
    const paused = subscription({ id: 'paused', status: 'paused' });
    const alerted = alerts({ id: 'alerted' });
    for (const plan of [due, unwanted, paused, alerted, announcement()]) await room.plans.put(plan);
    await room.plans.put(subscription({ id: 'elsewhere', channel: 'chat:2' }));
    const verdicts = async (id: string) =>
      (await explain(room, id)).map((verdict) => [
        verdict.kind,
        verdict.kind === 'told' ? undefined : verdict.subscription.id,
      ]);
    expect((await verdicts('bakery')).toSorted()).toEqual([
      ['due', 'daily'],
      ['noAlert', 'alerted'],
      ['paused', 'paused'],
      ['unwanted', 'unwanted'],
    ]);
    expect(await explain(room, 'bakery')).toContainEqual({ kind: 'due', subscription: due, at: at(60) });
    expect(await verdicts('old')).toContainEqual(['passedOver', 'daily']);
  });

  it('is not that the channel was told what was given up', async () => {
    const room = open();
    await room.publish('bakery', bakery);
    await room.plans.put(subscription());
    await room.tick();
    await room.outbox.claim({ platform: 'chat', owner: 'me', now: start, until: start, limit: 1 });
    const failed = { state: 'failed', reason: 'refused', failure: '', at: start } as const;
    await room.outbox.settle('daily:2026-05-04T08:00:00.000Z', 'me', failed);
    expect(await explain(room, 'bakery')).toMatchObject([{ kind: 'passedOver' }]);
  });
});
