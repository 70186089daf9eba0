import { beforeEach, describe, expect, test } from 'vitest';
import type { Announcement } from '../../src/chat/plan.ts';
import { tags, translations } from './house.ts';
import { actionOf, actionsOf, manager, neighbour, openPressHouse, reader, textOf } from './newsroom.ts';
import type { PressHouse } from './newsroom.ts';

let house: PressHouse;
beforeEach(async () => {
  house = await openPressHouse();
});

const typed = {
  en: {
    now: '/announce The office is closed',
    once: '/announce The office is closed when:"tomorrow at 9" zone:Europe/Berlin',
    weekly: '/announce The office is closed when:"every Monday at 9" until:2026-06-30 zone:Europe/Berlin',
    past: '/announce x when:"2020-01-01 9:00"',
    never: '/announce x when:"every blursday"',
    over: '/announce x when:"every Monday at 9" until:2020-01-01',
    tooSoon: '/announce x when:"2026-12-01 9:00" until:2026-11-30',
    empty: '/announce when:"tomorrow at 9"',
  },
  fr: {
    now: '/annoncer The office is closed',
    once: '/annoncer The office is closed quand:"demain à 9 h" fuseau:Europe/Berlin',
    weekly: '/annoncer The office is closed quand:"chaque lundi à 9 h" fin:30/6/2026 fuseau:Europe/Berlin',
    past: '/annoncer x quand:"1.1.2020 à 9 h"',
    never: '/annoncer x quand:"every blursday"',
    over: '/annoncer x quand:"chaque lundi à 9 h" fin:1.1.2020',
    tooSoon: '/annoncer x quand:"1er décembre 2026 à 9 h" fin:30/11/2026',
    empty: '/annoncer quand:"demain à 9 h"',
  },
  de: {
    now: '/ankündigen The office is closed',
    once: '/ankündigen The office is closed wann:"morgen um 9" zeitzone:Europe/Berlin',
    weekly: '/ankündigen The office is closed wann:"jeden Montag um 9" bis:30.6.2026 zeitzone:Europe/Berlin',
    past: '/ankündigen x wann:"1.1.2020 9 Uhr"',
    never: '/ankündigen x wann:"every blursday"',
    over: '/ankündigen x wann:"jeden Montag um 9" bis:1.1.2020',
    tooSoon: '/ankündigen x wann:"1.12.2026 um 9" bis:30.11.2026',
    empty: '/ankündigen wann:"morgen um 9"',
  },
} as const;
const given = { past: { en: '2020-01-01 9:00', fr: '1.1.2020 à 9 h', de: '1.1.2020 9 Uhr' } };
const tomorrow = {
  en: 'Thursday, May 7 at 9 am (Europe/Berlin)',
  fr: 'jeudi 7 mai à 9\u00A0h (Europe/Berlin)',
  de: 'Donnerstag, 7. Mai, 9 Uhr (Europe/Berlin)',
};
const lastDay = { en: 'Tuesday, June 30', fr: 'mardi 30 juin', de: 'Dienstag, 30. Juni' };

async function announcements(): Promise<readonly Announcement[]> {
  return (await house.plans()).filter((plan) => plan.kind === 'announcement');
}

describe.each(tags)('/announce in %s', (tag) => {
  const t = translations.translate(tag);

  test('shows the text and when it comes, and saves it once that is confirmed', async () => {
    const preview = await house.say(tag, typed[tag].once);
    expect(textOf(preview)).toContain('The office is closed');
    expect(textOf(preview)).toContain(tomorrow[tag]);
    expect(textOf(preview)).toContain(t('replies.subscribe.notYet'));
    expect(await house.plans()).toEqual([]);
    // Confirmed the day after, it is still about the day that was shown.
    house.clock.now = new Date('2026-05-06T23:30:00Z');
    const saved = await house.press(tag, actionOf(preview, 'announce'));
    const [plan] = await announcements();
    expect(plan).toMatchObject({
      channel: manager.channel,
      by: manager.caller.id,
      texts: [{ language: tag, text: 'The office is closed' }],
      dueAt: new Date('2026-05-07T07:00:00Z'),
    });
    expect(plan).not.toHaveProperty('when');
    expect(textOf(saved)).toContain(t('replies.announce.saved', { id: plan?.id ?? '' }));
    const list = await house.press(tag, actionOf(saved, 'announcements'));
    expect(textOf(list)).toContain('The office is closed');
  });

  test('comes again and again until a day, that day included', async () => {
    const preview = await house.say(tag, typed[tag].weekly);
    expect(textOf(preview)).toContain(t('replies.plan.until', { until: lastDay[tag] }));
    expect(textOf(preview)).toContain(t('replies.plan.next'));
    await house.press(tag, actionOf(preview, 'announce'));
    expect(await announcements()).toMatchObject([
      {
        when: { cron: '0 9 * * 1', timeZone: 'Europe/Berlin' },
        dueAt: new Date('2026-05-11T07:00:00Z'),
        until: new Date('2026-06-30T22:00:00Z'),
      },
    ]);
  });

  test('is posted at once where nothing else is said', async () => {
    const preview = await house.say(tag, typed[tag].now);
    expect(textOf(preview)).toContain(t('replies.plan.now'));
    const button = actionOf(preview, 'announce');
    expect(button?.label).toBe(t('replies.announce.now'));
    house.clock.now = new Date('2026-05-06T08:03:00Z');
    const saved = await house.press(tag, button);
    expect(textOf(saved)).toContain(t('replies.announce.posting'));
    expect(await announcements()).toMatchObject([{ dueAt: house.clock.now }]);
  });

  test('says what it doesn’t understand, and saves nothing', async () => {
    const { past, never, over, tooSoon, empty } = typed[tag];
    for (const [text, error] of [
      [past, t('errors.plan.past', { when: given.past[tag] })],
      [never, t('errors.plan.moment', { when: 'every blursday', example: '2026-06-05 10:00' })],
      [tooSoon, t('errors.plan.untilBefore')],
      [empty, t('errors.plan.noText')],
    ] as const) {
      const reply = textOf(await house.say(tag, text));
      // The example is a month ahead by the reader's own clocks.
      expect(reply.replace(/2026-06-05 \d\d:00/, '2026-06-05 10:00')).toBe(error);
    }
    expect(textOf(await house.say(tag, over))).toMatch(/2020.*2026-06-05/);
    expect(await house.plans()).toEqual([]);
  });

  test('is for managers, as is the list', async () => {
    for (const text of [typed[tag].once, `/${t('commands.announcements.name')}`])
      expect(textOf(await house.say(tag, text, reader))).toBe(t('errors.managersOnly'));
  });

  test('an empty list says how to begin', async () => {
    const example = `/${t('commands.announce.name')}`;
    const list = await house.say(tag, `/${t('commands.announcements.name')}`);
    expect(textOf(list)).toBe(t('replies.announcements.none', { example }));
    expect(actionsOf(list)).toMatchObject([{ command: 'announce', asks: 'text' }]);
  });

  test('the list offers what can be done with each', async () => {
    await house.use(tag, 'announce', { text: 'First', when: 'tomorrow at 9', save: 'yes' });
    const one = await house.say(tag, `/${t('commands.announcements.name')}`);
    expect(actionsOf(one).map(({ label, asks }) => [label, asks])).toEqual([
      [t('replies.plan.actions.text'), 'text'],
      [t('replies.plan.actions.when'), 'when'],
      [t('replies.plan.actions.pause'), undefined],
      [t('replies.plan.actions.remove'), undefined],
    ]);
    await house.use(tag, 'announce', { text: 'Second', when: 'every Monday at 9', save: 'yes' });
    const several = await house.say(tag, `/${t('commands.announcements.name')}`);
    expect(textOf(several)).toContain(t('replies.announcements.title', { count: 2 }));
    for (const action of actionsOf(several))
      expect(textOf(await house.press(tag, action))).toContain(action.label);
    const pause = actionOf(one, 'pause');
    expect(textOf(await house.press(tag, pause))).toBe(t('replies.pause.announcement', { title: 'First' }));
    const remove = await house.press(tag, actionOf(one, 'unsubscribe'));
    expect(textOf(remove)).toContain(t('replies.unsubscribe.ask.announcement'));
    const gone = await house.press(tag, actionOf(remove, 'unsubscribe'));
    expect(textOf(gone)).toBe(t('replies.unsubscribe.done.announcement', { title: 'First' }));
    expect(await announcements()).toMatchObject([{ texts: [{ text: 'Second' }] }]);
  });
});

describe('/announce', () => {
  const t = translations.translate('en');

  test('is there once when it is confirmed twice, even when it was posted meanwhile', async () => {
    for (const text of [typed.en.once, typed.en.weekly, typed.en.now]) {
      const preview = await house.say('en', text);
      const before = (await announcements()).length;
      await house.press('en', actionOf(preview, 'announce'));
      for (const plan of await announcements()) {
        const { dueAt, ...over } = plan;
        if (dueAt?.getTime() === house.clock.now.getTime()) await house.store.plans.put(over);
      }
      const again = await house.press('en', actionOf(preview, 'announce'));
      expect(await announcements()).toHaveLength(before + 1);
      expect(textOf(again)).toMatch(/announced already/);
    }
  });

  test('keeps the language it was written in, whoever confirms it', async () => {
    const preview = await house.say('fr', typed.fr.once);
    await house.press('de', actionOf(preview, 'announce'));
    expect(await announcements()).toMatchObject([{ texts: [{ language: 'fr' }] }]);
  });

  test('has a text in another language added, and one changed in its own', async () => {
    await house.say('en', `${typed.en.once} save:yes`);
    const [{ id } = { id: '' }] = await announcements();
    const preview = await house.use('en', 'announce', {
      announcement: id,
      text: 'Geschlossen',
      language: 'de',
    });
    expect(textOf(preview)).toContain(t('replies.subscribe.notChanged'));
    expect(textOf(preview)).toContain('German\nGeschlossen');
    await house.press('en', actionOf(preview, 'announce'));
    await house.use('en', 'announce', { announcement: id, text: 'Closed', save: 'yes' });
    const changed = await announcements();
    expect(changed).toMatchObject([
      {
        id,
        dueAt: new Date('2026-05-07T07:00:00Z'),
        texts: [
          { language: 'en', text: 'Closed' },
          { language: 'de', text: 'Geschlossen' },
        ],
      },
    ]);
  });

  test('changes when it comes, and its end, and moves with its time zone', async () => {
    await house.say('en', `${typed.en.weekly} save:yes`);
    const [{ id } = { id: '' }] = await announcements();
    await house.use('en', 'announce', { announcement: id, zone: 'Asia/Tokyo', until: '-', save: 'yes' });
    const [plan] = await announcements();
    expect(plan).toMatchObject({
      when: { cron: '0 9 * * 1', timeZone: 'Asia/Tokyo' },
      dueAt: new Date('2026-05-11T00:00:00Z'),
    });
    expect(plan).not.toHaveProperty('until');
    await house.use('en', 'announce', { announcement: id, when: 'tomorrow at 9', save: 'yes' });
    expect(await announcements()).toMatchObject([{ dueAt: new Date('2026-05-07T00:00:00Z') }]);
    expect((await announcements())[0]).not.toHaveProperty('when');
  });

  test('posts words as they were written', async () => {
    const text = '@everyone **free** <!channel> [here](https://evil.example)\nsecond line';
    await house.use('en', 'announce', { text, when: 'tomorrow at 9', save: 'yes' });
    expect(await announcements()).toMatchObject([{ texts: [{ text }] }]);
    const list = await house.say('en', '/announcements');
    expect(list.blocks[0]).toMatchObject({ kind: 'card', body: text });
  });

  test('refuses a text that is too long', async () => {
    const reply = await house.use('en', 'announce', { text: 'x'.repeat(20_000), save: 'yes' });
    expect(textOf(reply)).toBe(t('errors.tooLong', { option: 'text', count: 20_000, maximum: 3000 }));
    expect(await house.plans()).toEqual([]);
  });

  test('takes emoji, and a first line for a title', async () => {
    await house.use('en', 'announce', { text: '🎉🎉\nParty', when: 'every Friday at 17', save: 'yes' });
    const paused = await house.use('en', 'pause', { what: '🎉' });
    expect(textOf(paused)).toBe(t('replies.pause.announcement', { title: '🎉🎉' }));
  });

  test('that was posted is listed no more, counts no more, and is forgotten when another one comes later', async () => {
    for (let count = 0; count < 20; count += 1) {
      await house.use('en', 'announce', { text: `Number ${count}`, save: 'yes' });
      const posted = (await announcements()).find(({ dueAt }) => dueAt !== undefined);
      if (posted === undefined) throw new Error('nothing is announced');
      const { dueAt: _dueAt, ...over } = posted;
      await house.store.plans.put(over);
    }
    expect(textOf(await house.say('en', '/announcements'))).toMatch(/Nothing is announced/);
    expect(await announcements()).toHaveLength(20);
    house.clock.now = new Date('2026-05-20T08:00:00Z');
    await house.use('en', 'announce', { text: 'Another', when: 'tomorrow at 9', save: 'yes' });
    expect(await announcements()).toMatchObject([{ texts: [{ text: 'Another' }] }]);
  });

  test('resumed after its time is given a new one first', async () => {
    await house.say('en', `${typed.en.once} save:yes`);
    await house.use('en', 'pause', {});
    house.clock.now = new Date('2026-05-08T08:00:00Z');
    const late = await house.use('en', 'unpause', {});
    expect(textOf(late)).toBe(t('replies.unpause.past', { title: 'The office is closed' }));
    expect(await announcements()).toMatchObject([{ status: 'paused' }]);
    const [change] = actionsOf(late);
    expect(change).toMatchObject({ command: 'announce', asks: 'when' });
    const options = { ...change?.options, when: 'tomorrow at 9', save: 'yes' };
    await house.desk.answer({ ...manager, locale: 'en', command: 'announce', options });
    await house.use('en', 'unpause', {});
    expect(await announcements()).toMatchObject([{ status: 'active' }]);
  });

  test('knows no announcement of another channel', async () => {
    await house.use('en', 'announce', { text: 'Theirs', when: 'tomorrow at 9', save: 'yes' }, neighbour);
    const before = await house.plans();
    const announcement = before[0]?.id ?? '';
    const reply = await house.use('en', 'announce', { announcement, text: 'Mine', save: 'yes' });
    expect(textOf(reply)).toBe(t('errors.plan.none'));
    expect(textOf(await house.say('en', '/announcements'))).toMatch(/Nothing is announced/);
    expect(await house.plans()).toEqual(before);
  });

  test('suggests moments, and says what the words mean that were typed', async () => {
    expect(await house.suggest('de', 'announce', 'when', 'mor')).toEqual(['morgen um 9']);
    const asked = {
      ...manager,
      command: 'announce',
      option: 'when',
      locale: 'de',
      typed: 'morgen um halb 9',
    };
    expect(await house.desk.suggest(asked)).toEqual([
      { value: 'morgen um halb 9', label: 'Donnerstag, 7. Mai, 8:30 Uhr' },
    ]);
    await house.use('en', 'announce', { text: 'Mine', when: 'tomorrow at 9', save: 'yes' });
    const [{ id } = { id: '' }] = await announcements();
    expect(await house.suggest('en', 'announce', 'announcement', 'min')).toEqual([id]);
    expect(await house.suggest('en', 'announce', 'announcement', '', neighbour)).toEqual([]);
  });
});
