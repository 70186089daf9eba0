import { beforeEach, describe, expect, test } from 'vitest';
import { tags, translations } from './house.ts';
import { actionOf, actionsOf, manager, openPressHouse, reader, textOf } from './newsroom.ts';
import type { PressHouse, Speaker } from './newsroom.ts';

let house: PressHouse;
beforeEach(async () => {
  house = await openPressHouse();
});

const typed = {
  en: { follow: '/follow bridge', evening: '/follow bridge when:"every day at 18"', unfollow: '/unfollow' },
  fr: {
    follow: '/suivre bridge',
    evening: '/suivre bridge quand:"tous les jours à 18 h"',
    unfollow: '/oublier',
  },
  de: {
    follow: '/folgen bridge',
    evening: '/folgen bridge wann:"täglich um 18 Uhr"',
    unfollow: '/entfolgen',
  },
} as const;
/** Another reader in the same channel. */
const other: Speaker = { ...reader, caller: { id: 'discord:5', manager: false } };

describe.each(tags)('in %s', (tag) => {
  const t = translations.translate(tag);

  test('a reader gets a digest of what they follow, sent to them directly', async () => {
    const reply = await house.say(tag, typed[tag].follow, reader);
    expect(textOf(reply)).toContain(t('replies.follow.done', { topic: 'bridge' }));
    expect(textOf(reply)).toContain('Varnholm');
    expect(await house.plans()).toMatchObject([
      {
        kind: 'subscription',
        channel: reader.caller.id,
        place: reader.caller.id,
        by: reader.caller.id,
        spoken: tag,
        wish: { topics: ['bridge'] },
        when: { cron: '0 8 * * *' },
      },
    ]);
  });

  test('what is followed next joins the same digest, and its times can be changed', async () => {
    await house.say(tag, `${typed[tag].follow}`, reader);
    await house.use(tag, 'follow', { topic: 'chess' }, reader);
    await house.say(tag, typed[tag].evening, reader);
    expect(await house.plans()).toMatchObject([
      { wish: { topics: ['bridge', 'chess'] }, when: { cron: '0 18 * * *' } },
    ]);
    const again = await house.say(tag, `${typed[tag].follow}`, reader);
    expect(textOf(again)).toContain(t('replies.follow.known'));
  });

  test('topics are left one by one, and the digest ends with the last', async () => {
    await house.say(tag, typed[tag].follow, reader);
    const followed = await house.use(tag, 'follow', { topic: 'chess' }, reader);
    const list = await house.press(tag, actionOf(followed, 'unfollow'), reader);
    expect(textOf(list)).toContain(t('replies.unfollow.which'));
    expect(actionsOf(list).map(({ label }) => label)).toEqual(['bridge', 'chess']);
    const left = await house.press(tag, actionsOf(list)[0], reader);
    expect(textOf(left)).toBe(t('replies.unfollow.done', { topic: 'bridge', topics: 'chess' }));
    expect(await house.plans()).toMatchObject([{ wish: { topics: ['chess'] } }]);
    // Pressed again, the button says what is so now.
    const again = await house.press(tag, actionsOf(list)[0], reader);
    expect(textOf(again)).toBe(t('errors.plan.topicUnknown', { topic: 'bridge', topics: 'chess' }));
    const last = await house.say(tag, `${typed[tag].unfollow} CHESS`, reader);
    expect(textOf(last)).toBe(t('replies.unfollow.last', { topic: 'CHESS' }));
    expect(await house.plans()).toEqual([]);
    const example = `/${t('commands.follow.name')}`;
    expect(textOf(await house.say(tag, typed[tag].unfollow, reader))).toBe(
      t('errors.plan.noTopics', { example }),
    );
  });

  test('what is no topic is said to be none, and nothing is saved', async () => {
    for (const topic of ['🚢', ',', '-', '!!'])
      expect(textOf(await house.use(tag, 'follow', { topic }, reader))).toBe(
        t('errors.plan.topic', { topic }),
      );
    const long = await house.use(tag, 'follow', { topic: 'x'.repeat(20_000) }, reader);
    const option = t('commands.follow.options.topic.name');
    expect(textOf(long)).toBe(t('errors.tooLong', { option, count: 20_000, maximum: 80 }));
    const missing = await house.use(tag, 'follow', {}, reader);
    const description = t('commands.follow.options.topic.description');
    expect(textOf(missing)).toBe(t('errors.missingOption', { option, description }));
    expect(await house.plans()).toEqual([]);
  });

  test('ten topics are the most', async () => {
    for (let count = 0; count < 10; count += 1)
      await house.use(tag, 'follow', { topic: `bridge ${count}` }, reader);
    const reply = await house.use(tag, 'follow', { topic: 'chess' }, reader);
    expect(textOf(reply)).toBe(t('errors.plan.topics', { count: 10 }));
    expect(await house.plans()).toMatchObject([{ wish: { topics: { length: 10 } } }]);
  });
});

describe('what a reader follows', () => {
  const t = translations.translate('en');

  test('is theirs alone: others see and change nothing of it, whoever they are', async () => {
    await house.say('en', typed.en.follow, reader);
    const [own] = await house.plans();
    const id = own?.id ?? '';
    const follow = `/${t('commands.follow.name')}`;
    expect(textOf(await house.say('en', '/unfollow', other))).toBe(
      t('errors.plan.noTopics', { example: follow }),
    );
    expect(textOf(await house.say('en', '/unfollow bridge', manager))).toBe(
      t('errors.plan.noTopics', { example: follow }),
    );
    expect(await house.suggest('en', 'unfollow', 'topic', '', other)).toEqual([]);
    for (const [command, options] of [
      ['subscriptions', { subscription: id }],
      ['digest', { subscription: id }],
      ['pause', { what: id }],
      ['unpause', { what: id }],
      ['unsubscribe', { what: id, sure: 'yes' }],
      ['subscribe', { subscription: id, save: 'yes' }],
    ] as const) {
      const reply = textOf(await house.use('en', command, options, manager));
      expect(`${command}: ${reply}`).toMatch(/: (Nothing is set up|This channel has no subscription)/);
      expect(reply).not.toContain('bridge');
    }
    expect(textOf(await house.say('en', '/status', manager))).not.toContain('bridge');
    expect(await house.plans()).toEqual([own]);
    // Another reader's topics are a digest of their own.
    await house.use('en', 'follow', { topic: 'chess' }, other);
    expect((await house.plans()).map(({ channel }) => channel).toSorted()).toEqual([
      'discord:3',
      'discord:5',
    ]);
    expect(await house.suggest('en', 'unfollow', 'topic', 'ri', reader)).toEqual(['bridge']);
  });

  test('is answered to them alone', () => {
    const listed = house.listings.filter(({ command }) => ['follow', 'unfollow'].includes(command));
    expect(new Set(listed.map(({ audience }) => audience))).toEqual(new Set(['caller']));
  });

  test('goes on when it was stopped and they follow something again', async () => {
    await house.say('en', typed.en.follow, reader);
    const [plan] = await house.plans();
    if (plan !== undefined)
      await house.store.plans.put({ ...plan, status: 'stopped', failure: 'noMessages' });
    await house.say('en', typed.en.follow, reader);
    const [goingOn] = await house.plans();
    expect(goingOn).toMatchObject({ id: plan?.id, status: 'active' });
    expect(goingOn).not.toHaveProperty('failure');
  });

  test('leaves a page’s other subscriptions alone', async () => {
    const page: Speaker = {
      caller: { id: 'web:abc', manager: true },
      channel: 'web:abc',
      place: 'web:abc',
    };
    await house.use('en', 'subscribe', { when: 'every day at 7', save: 'yes' }, page);
    await house.use('en', 'follow', { topic: 'bridge' }, page);
    const topics = (await house.plans()).map((plan) => plan.kind === 'subscription' && plan.wish.topics);
    expect(topics.toSorted()).toEqual([[], ['bridge']]);
    await house.use('en', 'unfollow', { topic: 'bridge' }, page);
    expect(await house.plans()).toMatchObject([{ wish: { topics: [] }, when: { cron: '0 7 * * *' } }]);
  });

  test('can be alerts alone, and in the reader’s own time zone', async () => {
    await house.use('en', 'follow', { topic: 'bridge', alerts: 'high' }, reader);
    const [plan] = await house.plans();
    expect(plan).toMatchObject({ alerts: 'high' });
    expect(plan).not.toHaveProperty('when');
    await house.use('en', 'follow', { topic: 'bridge', when: 'every day at 8', zone: 'Asia/Tokyo' }, reader);
    expect(await house.plans()).toMatchObject([{ when: { cron: '0 8 * * *', timeZone: 'Asia/Tokyo' } }]);
  });

  test('can’t be sent where Kiosk can’t write by itself', async () => {
    const deaf = await openPressHouse({ reaches: () => false });
    const reply = await deaf.say('en', typed.en.follow, reader);
    expect(textOf(reply)).toBe(t('errors.plan.unreached'));
    expect(await deaf.plans()).toEqual([]);
  });
});
