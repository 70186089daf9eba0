import { describe, expect, it } from 'vitest';
import { createGivenUp } from '../../src/delivery/given-up.ts';
import type { DueDelivery, Part } from '../../src/delivery/outbox.ts';
import type { GivenUp } from '../../src/errors.ts';
import { delivery, toldAs } from '../contracts/deliveries.ts';
import { announcement, at, here, openRoom, start, subscription } from './room.ts';

async function open() {
  const room = openRoom();
  await room.plans.put(subscription());
  await room.plans.put(announcement());
  return { ...room, giveUp: createGivenUp({ ...room, now: () => room.clock.now }) };
}

const digest = (parts: Partial<DueDelivery> = {}) =>
  delivery('digest', { channel: here, plan: 'daily', dueAt: start, notBefore: start, ...parts });

const lasting = [
  'channelGone',
  'placeGone',
  'notPermitted',
  'archived',
  'noMessages',
  'otherPlatform',
] as const;

describe('where nothing more of a plan would arrive', () => {
  it.each(lasting)('that is stopped, and whoever made it is told why and what to do: %s', async (reason) => {
    const { giveUp, plans, put, audit } = await open();
    await giveUp(digest(), reason);
    expect(await plans.find('daily')).toEqual(subscription({ status: 'stopped', failure: reason }));
    expect(await put({ channel: 'chat:ada' })).toEqual([
      expect.stringMatching(
        /^Kiosk can no longer post\n\nThe subscription daily that you set up has been stopped\.\n\n.{20}/,
      ),
    ]);
    expect(await audit.list({ channel: here, limit: 9 })).toEqual([
      { at: start, by: 'kiosk', channel: here, action: 'stop', subject: 'daily', details: reason },
    ]);
  });

  it('an announcement that was to come once has still to come', async () => {
    const { giveUp, plans, tick, find } = await open();
    await tick();
    const [entry] = await find({ kinds: ['announcement'] });
    if (entry === undefined) throw new Error('nothing is announced');
    expect(await plans.find('notice')).not.toHaveProperty('dueAt');
    await giveUp(entry.delivery, 'notPermitted');
    expect(await plans.find('notice')).toEqual(
      announcement({ status: 'stopped', failure: 'notPermitted', dueAt: start }),
    );
  });

  it('they are told in their own language, with a button to go on', async () => {
    const { giveUp, speak, put, find } = await open();
    await speak('chat:ada', 'de');
    await giveUp(digest({ plan: 'notice', kind: 'announcement' }), 'archived');
    expect(await put({ channel: 'chat:ada' })).toEqual([
      expect.stringContaining('Die Ankündigung notice, die Sie eingerichtet haben, wurde gestoppt.'),
    ]);
    const [entry] = await find({ channel: 'chat:ada' });
    expect(entry?.delivery).toMatchObject({ kind: 'notice', language: 'de', dueAt: start, notBefore: start });
    expect(entry?.delivery.parts[0]?.blocks.at(-1)).toMatchObject({
      actions: [{ label: 'Fortsetzen', command: 'unpause', options: { what: 'notice' } }],
    });
    expect(entry?.delivery).not.toHaveProperty('plan');
  });

  it('they are told in the language it was set up in where theirs isn’t known', async () => {
    const { giveUp, plans, find } = await open();
    await plans.put(subscription({ spoken: 'fr' }));
    await giveUp(digest(), 'archived');
    expect((await find({ channel: 'chat:ada' }))[0]?.delivery.language).toBe('fr');
  });

  it('they are told once, however often it is done, and for how many deliveries', async () => {
    const { giveUp, plans, find, audit, pass } = await open();
    await giveUp(digest(), 'archived');
    pass(1);
    await giveUp(digest(), 'archived');
    await giveUp(digest({ key: 'alert', kind: 'alert' }), 'archived');
    // The process ended before it was noted that the plan is stopped.
    await plans.put(subscription());
    await giveUp(digest(), 'archived');
    expect(await find({ channel: 'chat:ada' })).toHaveLength(1);
    expect((await plans.find('daily'))?.status).toBe('stopped');
    expect((await audit.list({ limit: 9 })).length).toBeLessThanOrEqual(2);
  });

  it('they are told before it is stopped, since nobody looks at a stopped plan again', async () => {
    const { giveUp, plans, ...room } = await open();
    const failing = createGivenUp({
      ...room,
      plans,
      outbox: { put: () => Promise.reject(new Error('no')) },
      now: () => start,
    });
    await expect(failing(digest(), 'archived')).rejects.toThrow('no');
    expect((await plans.find('daily'))?.status).toBe('active');
    await giveUp(digest(), 'archived');
    expect(await room.find({ channel: 'chat:ada' })).toHaveLength(1);
  });

  it('nobody is told where it would go who can’t be reached', async () => {
    const { giveUp, plans, find } = await open();
    const own = subscription({ id: 'own', channel: 'chat:ada' });
    await plans.put(own);
    await giveUp(digest({ plan: 'own', channel: 'chat:ada' }), 'noMessages');
    expect((await plans.find('own'))?.status).toBe('stopped');
    expect(await find({ channel: 'chat:ada' })).toEqual([]);
  });
});

describe('a plan goes on', () => {
  it.each(['refused', 'messageGone', 'expired', 'noTarget'] as const)(
    'where something else went wrong: %s',
    async (reason) => {
      const { giveUp, plans, find } = await open();
      await giveUp(digest(), reason);
      expect([await plans.find('daily'), await find({ channel: 'chat:ada' })]).toEqual([subscription(), []]);
    },
  );

  it('or rests, where it rested, and nothing is done for what comes from no plan', async () => {
    const { giveUp, plans, find } = await open();
    await plans.put(subscription({ status: 'paused' }));
    await giveUp(digest(), 'archived');
    await giveUp(digest({ plan: 'gone' }), 'archived');
    const { plan: _plan, ...without } = digest();
    await giveUp(without, 'archived');
    expect((await plans.find('daily'))?.status).toBe('paused');
    expect(await find({ channel: 'chat:ada' })).toEqual([]);
  });

  it('where a notice didn’t arrive', async () => {
    const { giveUp, plans, find } = await open();
    await giveUp(digest({ kind: 'notice' }), 'channelGone');
    expect([await plans.find('daily'), await find({ channel: 'chat:ada' })]).toEqual([subscription(), []]);
  });
});

/** A note of what changed then. */
const note = (minutes: number, text: string) =>
  ({ kind: 'text', text: [{ date: at(minutes), style: 'time' }, ' · ', text] }) as const;

describe('an edit that can’t be made', () => {
  const told = toldAs('ferry', { id: 'ferry-post', revision: 2, withdrawn: false });
  const card = { kind: 'card', title: 'Ferry' } as const;
  const parts: readonly Part[] = [
    { blocks: [{ kind: 'heading', text: 'The news' }] },
    { blocks: [card, note(-200, 'Changed before.'), note(-1, 'Changed now.')], told },
    { blocks: [card, note(-200, 'Changed long ago.')], told },
    { blocks: [card], told },
    { blocks: [{ kind: 'text', text: 'One source could not be read.' }] },
  ];
  const edit = digest({ key: 'digest:edit:a@2', kind: 'correction', edits: 'digest', parts });

  it.each(['notPermitted', 'refused', 'archived'] as const)(
    'becomes a post below that says what changed: %s',
    async (reason) => {
      const { giveUp, put, find, plans } = await open();
      await giveUp(edit, reason);
      await giveUp(edit, reason);
      expect(await put()).toEqual(['2026-05-04T07:59 · Changed now.']);
      const [below] = await find();
      expect(below?.delivery).toMatchObject({
        key: 'digest:edit:a@2:below',
        kind: 'correction',
        follows: 'digest',
        plan: 'daily',
        language: 'en',
      });
      expect(below?.delivery).not.toHaveProperty('edits');
      expect(below?.delivery.parts.some(({ told }) => told !== undefined)).toBe(false);
      expect((await plans.find('daily'))?.status).toBe('active');
    },
  );

  it('says all there is where nothing changed lately', async () => {
    const { giveUp, put } = await open();
    await giveUp({ ...edit, dueAt: at(600) }, 'refused');
    expect((await put())[0]).toContain('Changed before.');
  });

  it('is forgotten where somebody deleted the post', async () => {
    const { giveUp, find, plans } = await open();
    await giveUp(edit, 'messageGone');
    expect([await find(), (await plans.find('daily'))?.status]).toEqual([[], 'active']);
  });

  it.each(['channelGone', 'placeGone'] as const)(
    'stops the plan where it has nowhere to go: %s',
    async (reason: GivenUp) => {
      const { giveUp, find, plans } = await open();
      await giveUp(edit, reason);
      expect([await find(), (await plans.find('daily'))?.status]).toEqual([[], 'stopped']);
    },
  );

  it('is no more where the post was never there', async () => {
    const { giveUp, find, plans } = await open();
    for (const reason of ['noTarget', 'expired'] as const) await giveUp(edit, reason);
    expect([await find(), (await plans.find('daily'))?.status]).toEqual([[], 'active']);
  });
});
