import { beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../src/chat/plan.ts';
import { tags, translations } from './house.ts';
import { actionOf, actionsOf, manager, neighbour, openPressHouse, reader, textOf } from './newsroom.ts';
import type { PressHouse } from './newsroom.ts';

let house: PressHouse;
beforeEach(async () => {
  house = await openPressHouse();
});

/** What people type in each language. */
const typed = {
  en: {
    list: '/subscriptions',
    pause: '/pause',
    unpause: '/unpause',
    remove: '/unsubscribe',
    sure: 'sure:yes',
  },
  fr: {
    list: '/abonnements',
    pause: '/suspendre',
    unpause: '/reprendre',
    remove: '/désabonner',
    sure: 'sûr:oui',
  },
  de: {
    list: '/abos',
    pause: '/anhalten',
    unpause: '/fortsetzen',
    remove: '/abbestellen',
    sure: 'sicher:ja',
  },
} as const;

async function subscribe(topics: string, who = manager): Promise<Plan> {
  const before = new Set((await house.plans()).map(({ id }) => id));
  await house.use('en', 'subscribe', { topics, save: 'yes' }, who);
  const made = (await house.plans()).find(({ id }) => !before.has(id));
  if (made === undefined) throw new Error('nothing was set up');
  return made;
}

const statusOf = async (id: string) => (await house.plans()).find((plan) => plan.id === id)?.status;

describe.each(tags)('in %s', (tag) => {
  const t = translations.translate(tag);
  const words = typed[tag];

  test('the list offers what can be done with the only subscription', async () => {
    const { id } = await subscribe('bridge');
    const list = await house.say(tag, words.list);
    expect(textOf(list)).toContain(t('replies.plan.id', { id }));
    expect(
      actionsOf(list).map(({ label, command, options, asks }) => [label, command, options, asks]),
    ).toEqual([
      [t('replies.plan.actions.preview'), 'digest', { subscription: id }, undefined],
      [t('replies.plan.actions.topics'), 'subscribe', { subscription: id }, 'topics'],
      [t('replies.plan.actions.when'), 'subscribe', { subscription: id }, 'when'],
      [t('replies.plan.actions.pause'), 'pause', { what: id }, undefined],
      [t('replies.plan.actions.remove'), 'unsubscribe', { what: id }, undefined],
    ]);
  });

  test('the list shows several, and a button leads to each', async () => {
    await subscribe('bridge');
    await subscribe('chess');
    const list = await house.say(tag, words.list);
    expect(textOf(list)).toContain(t('replies.subscriptions.title', { count: 2 }));
    for (const action of actionsOf(list)) {
      const one = await house.press(tag, action);
      expect(one.blocks[0]).toEqual({ kind: 'heading', text: action.label });
      expect(actionsOf(one)).toHaveLength(5);
    }
    expect(
      actionsOf(list)
        .map(({ label }) => label)
        .toSorted(),
    ).toEqual(['bridge', 'chess']);
  });

  test('an empty list says how to begin, and what is typed then is understood', async () => {
    const list = await house.say(tag, words.list);
    const example = `/${t('commands.subscribe.name')}`;
    expect(textOf(list)).toBe(t('replies.subscriptions.none', { example }));
    expect(textOf(await house.say(tag, example))).toContain(t('replies.subscribe.notYet'));
    expect(actionsOf(list)).toMatchObject([{ command: 'subscribe', asks: 'topics' }]);
  });

  test('a subscription is paused and goes on, and says when', async () => {
    const { id } = await subscribe('bridge');
    const paused = await house.say(tag, `${words.pause} bridge`);
    expect(textOf(paused)).toBe(t('replies.pause.subscription', { title: 'bridge' }));
    expect(await statusOf(id)).toBe('paused');
    expect(textOf(await house.say(tag, words.list))).toContain(t('replies.plan.paused.subscription'));
    const goesOn = await house.press(tag, actionOf(paused, 'unpause'));
    expect(textOf(goesOn)).toContain(t('replies.unpause.subscription', { title: 'bridge' }));
    expect(textOf(goesOn)).toContain(t('replies.plan.next'));
    expect(await statusOf(id)).toBe('active');
    expect(textOf(await house.say(tag, `${words.unpause} ${id}`))).toContain('bridge');
  });

  test('a subscription is removed once that is confirmed', async () => {
    const { id } = await subscribe('bridge');
    const ask = await house.say(tag, words.remove);
    expect(textOf(ask)).toContain(t('replies.unsubscribe.ask.subscription'));
    expect(await statusOf(id)).toBe('active');
    const gone = await house.press(tag, actionOf(ask, 'unsubscribe'));
    expect(textOf(gone)).toBe(t('replies.unsubscribe.done.subscription', { title: 'bridge' }));
    expect(await house.plans()).toEqual([]);
    // Pressing again, later, is understood as well.
    expect(textOf(await house.press(tag, actionOf(ask, 'unsubscribe')))).toBe(t('errors.plan.none'));
    await subscribe('chess');
    await house.say(tag, `${words.remove} chess ${words.sure}`);
    expect(await house.plans()).toEqual([]);
  });

  test('several that fit are asked about, and none changes meanwhile', async () => {
    await subscribe('bridge');
    await subscribe('bridge repair');
    for (const command of [words.pause, words.unpause, words.remove]) {
      const which = await house.say(tag, `${command} bridge`);
      expect(textOf(which)).toContain(t('replies.plan.which'));
      expect(actionsOf(which)).toHaveLength(2);
    }
    expect(new Set((await house.plans()).map(({ status }) => status))).toEqual(new Set(['active']));
    const which = await house.say(tag, words.pause);
    const second = actionsOf(which).find(({ label }) => label === 'bridge repair');
    await house.press(tag, second);
    const paused = (await house.plans()).filter(({ status }) => status === 'paused');
    expect(paused).toMatchObject([{ wish: { topics: ['bridge repair'] } }]);
  });

  test('what isn’t there is said to be not there', async () => {
    for (const command of [words.pause, words.unpause, words.remove])
      expect(textOf(await house.say(tag, command))).toBe(t('errors.plan.none'));
    await subscribe('bridge');
    for (const command of [words.pause, words.unpause, words.remove])
      expect(textOf(await house.say(tag, `${command} zeppelins`))).toBe(
        t('errors.plan.unknown', { plan: 'zeppelins' }),
      );
  });

  test('all of it is for managers', async () => {
    const { id } = await subscribe('bridge');
    for (const text of [
      words.list,
      `${words.pause} ${id}`,
      `${words.unpause} ${id}`,
      `${words.remove} ${id} ${words.sure}`,
    ])
      expect(textOf(await house.say(tag, text, reader))).toBe(t('errors.managersOnly'));
    expect(await statusOf(id)).toBe('active');
  });
});

describe('another channel’s plan', () => {
  test('can’t be shown, paused, resumed, removed, changed or told by its id', async () => {
    const t = translations.translate('en');
    const { id } = await subscribe('bridge', neighbour);
    await subscribe('chess');
    const before = await house.plans();
    const unknown = t('errors.plan.unknown', { plan: id });
    for (const [command, options] of [
      ['subscriptions', { subscription: id }],
      ['digest', { subscription: id }],
      ['pause', { what: id }],
      ['unpause', { what: id }],
      ['unsubscribe', { what: id, sure: 'yes' }],
      ['subscribe', { subscription: id, stories: 1, save: 'yes' }],
    ] as const)
      expect([command, textOf(await house.use('en', command, options))]).toEqual([command, unknown]);
    const announced = await house.use('en', 'announce', { announcement: id, text: 'x', save: 'yes' });
    expect(textOf(announced)).toBe(t('errors.plan.none'));
    expect(await house.plans()).toEqual(before);
  });
});

/** A subscription that was stopped since Kiosk may not write into its channel. */
async function stopped(): Promise<Plan> {
  const plan = await subscribe('bridge');
  const broken = { ...plan, status: 'stopped', failure: 'notPermitted' } as const;
  await house.store.plans.put(broken);
  return broken;
}

describe('a stopped plan', () => {
  const t = translations.translate('en');

  test('says why in the list, and goes on from there', async () => {
    await stopped();
    const list = await house.say('en', '/subscriptions');
    expect(textOf(list)).toContain(t('replies.stopped.reasons.notPermitted'));
    await house.press('en', actionOf(list, 'unpause'));
    const [plan] = await house.plans();
    expect(plan).toMatchObject({ status: 'active', dueAt: new Date('2026-05-06T12:00:00Z') });
    expect(plan).not.toHaveProperty('failure');
  });

  test('goes on for whoever made it, wherever they were told of it, and for nobody else', async () => {
    const { id } = await stopped();
    const direct = { channel: 'discord:@me:9', place: 'discord:@me:9' };
    const stranger = { ...direct, caller: { id: 'discord:4', manager: false } };
    expect(textOf(await house.use('en', 'unpause', { what: id }, stranger))).toBe(t('errors.managersOnly'));
    expect(textOf(await house.use('en', 'unpause', { what: id }, neighbour))).toBe(t('errors.plan.none'));
    expect(await statusOf(id)).toBe('stopped');
    const maker = { ...direct, caller: { id: manager.caller.id, manager: false } };
    const reply = await house.use('en', 'unpause', { what: id }, maker);
    expect(textOf(reply)).toContain(t('replies.unpause.subscription', { title: 'bridge' }));
    expect(await statusOf(id)).toBe('active');
  });

  test('that managers paused stays so for whoever made it and manages no more', async () => {
    const { id } = await subscribe('bridge');
    await house.use('en', 'pause', { what: id });
    const former = { ...manager, caller: { ...manager.caller, manager: false } };
    expect(textOf(await house.use('en', 'unpause', { what: id }, former))).toBe(t('errors.managersOnly'));
    expect(await statusOf(id)).toBe('paused');
  });
});

test('what fell due while a plan was paused is not made up for', async () => {
  const { id } = await subscribe('bridge');
  await house.use('en', 'pause', { what: id });
  house.clock.now = new Date('2026-05-09T08:00:00Z');
  await house.use('en', 'unpause', { what: id });
  expect((await house.plans())[0]?.dueAt).toEqual(new Date('2026-05-09T12:00:00Z'));
});

test('plans that are called the same are told apart by their ids', async () => {
  const first = await subscribe('bridge');
  await house.use('en', 'subscribe', { topics: 'bridge', stories: 2, save: 'yes' });
  const labels = actionsOf(await house.use('en', 'pause')).map(({ label }) => label);
  expect(new Set(labels).size).toBe(2);
  expect(labels).toContain(`bridge (${first.id})`);
});

test('suggestions are the channel’s own plans, by what they are about or their ids', async () => {
  const own = await subscribe('bridge');
  const theirs = await subscribe('chess', neighbour);
  for (const command of ['pause', 'unpause', 'unsubscribe']) {
    expect(await house.suggest('en', command, 'what', '')).toEqual([own.id]);
    expect(await house.suggest('en', command, 'what', 'BRID')).toEqual([own.id]);
    expect(await house.suggest('en', command, 'what', own.id.slice(0, 5))).toEqual([own.id]);
    expect(await house.suggest('en', command, 'what', theirs.id)).toEqual([]);
  }
  expect(await house.suggest('en', 'subscriptions', 'subscription', '')).toEqual([own.id]);
  expect(await house.suggest('en', 'digest', 'subscription', '', reader)).toEqual([own.id]);
});

test('every pause, resumption and removal is noted with who did it', async () => {
  const { id } = await subscribe('bridge');
  await house.use('en', 'pause', { what: id });
  await house.use('en', 'unpause', { what: id });
  await house.use('en', 'unsubscribe', { what: id, sure: 'yes' });
  const acts = await house.store.audit.list({ limit: 10 });
  expect(acts.map(({ action }) => action)).toEqual(['remove', 'unpause', 'pause', 'subscribe']);
  expect(new Set(acts.map(({ by }) => by))).toEqual(new Set([manager.caller.id]));
});
