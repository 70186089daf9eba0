import { beforeEach, describe, expect, test } from 'vitest';
import { tags, translations } from './house.ts';
import { manager, neighbour, openPressHouse, reader, textOf } from './newsroom.ts';
import type { PressHouse } from './newsroom.ts';

let house: PressHouse;
beforeEach(async () => {
  house = await openPressHouse();
});

const typed = {
  en: '/why bridge tanker',
  fr: '/pourquoi pétrolier pont',
  de: '/warum tanker brücke',
} as const;
const moments = {
  en: ['Thursday, May 7 at 8 am', 'Wednesday, May 6 at 10 am'],
  fr: ['jeudi 7 mai à 8\u00A0h', 'mercredi 6 mai à 10\u00A0h'],
  de: ['Donnerstag, 7. Mai, 8 Uhr', 'Mittwoch, 6. Mai, 10 Uhr'],
};

async function subscribe(options: Readonly<Record<string, string>>) {
  await house.use('en', 'subscribe', { zone: 'Europe/Berlin', ...options, save: 'yes' });
}

describe.each(tags)('/why says in %s', (tag) => {
  const t = translations.translate(tag);

  test('that a channel without subscriptions gets no news', async () => {
    expect(textOf(await house.say(tag, typed[tag], reader))).toContain(t('replies.why.noSubscription'));
  });

  test('what each subscription makes of a story', async () => {
    await subscribe({ topics: 'bridge' });
    await subscribe({ topics: 'zeppelins' });
    await subscribe({ keywords: 'tanker', alerts: 'low' });
    await subscribe({ keywords: 'captain' });
    await house.use('en', 'pause', { what: 'captain' });
    const reply = textOf(await house.say(tag, typed[tag], reader));
    const [due] = moments[tag];
    expect(reply).toContain(t('replies.why.verdicts.due', { title: 'bridge', at: due ?? '' }));
    expect(reply).toContain(t('replies.why.verdicts.unwanted', { title: 'zeppelins' }));
    expect(reply).toContain(t('replies.why.verdicts.noAlert', { title: 'tanker' }));
    expect(reply).toContain(t('replies.why.verdicts.paused', { title: 'captain' }));
  });

  test('that it came too late, or others came first', async () => {
    await subscribe({ topics: 'bridge' });
    const [plan] = await house.plans();
    if (plan?.kind === 'subscription')
      await house.store.plans.put({ ...plan, readUntil: new Date('2027-01-01T00:00:00Z') });
    const reply = textOf(await house.say(tag, typed[tag], reader));
    expect(reply).toContain(t('replies.why.verdicts.passedOver', { title: 'bridge' }));
  });

  test('when it was posted, or since when it waits', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', zone: 'Europe/Berlin', save: 'yes' });
    const [plan] = await house.plans();
    if (plan?.kind !== 'subscription') throw new Error('nothing was set up');
    const { now } = house.clock;
    const digest = { subscription: plan, dueAt: now, isLate: false };
    await house.newsroom.editions(now).put([digest]);
    const at = moments[tag][1] ?? '';
    const kind = t('replies.status.kinds.digest');
    const waiting = textOf(await house.say(tag, typed[tag], reader));
    expect(waiting).toContain(t('replies.why.verdicts.waiting', { kind, at }));
    const until = new Date(now.getTime() + 60_000);
    const [claimed] = await house.store.outbox.claim({
      platform: 'discord',
      owner: 'one',
      now,
      until,
      limit: 1,
    });
    const posted = { channel: manager.channel, id: '1' };
    const { key = '' } = claimed?.delivery ?? {};
    await house.store.outbox.settle(key, 'one', { state: 'delivered', posted, at: now });
    const told = textOf(await house.say(tag, typed[tag], reader));
    expect(told).toContain(t('replies.why.verdicts.told', { kind, at }));
    // Next door, nobody was told.
    const elsewhere = textOf(await house.say(tag, typed[tag], neighbour));
    expect(elsewhere).toContain(t('replies.why.noSubscription'));
  });

  test('what to name, and that there is no such story', async () => {
    const name = t('commands.why.name');
    expect(textOf(await house.say(tag, `/${name}`, reader))).toBe(t('replies.why.what'));
    const nothing = await house.say(tag, `/${name} zeppelins`, reader);
    expect(textOf(nothing)).toBe(t('errors.noStory', { words: 'zeppelins' }));
    const long = await house.say(tag, `/${name} ${'x'.repeat(20_000)}`, reader);
    const option = t('commands.why.options.story.name');
    expect(textOf(long)).toBe(t('errors.tooLong', { option, count: 20_000, maximum: 4000 }));
  });
});
