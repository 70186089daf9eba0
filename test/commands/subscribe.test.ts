import { beforeEach, describe, expect, test } from 'vitest';
import { nameOfLanguage } from '../../src/language/index.ts';
import { tags, translations } from './house.ts';
import { actionOf, actionsOf, manager, neighbour, openPressHouse, reader, textOf } from './newsroom.ts';
import type { PressHouse } from './newsroom.ts';

let house: PressHouse;
beforeEach(async () => {
  house = await openPressHouse();
});

const typed = {
  en: {
    full: '/subscribe bridge, chess when:"weekdays at 8" zone:Europe/Berlin alerts:normal quiet:22-7 languages:"en, fr" length:medium stories:3',
    unknown: {
      when: '/subscribe when:"every blursday"',
      zone: '/subscribe zone:Mars/Olympus',
      language: '/subscribe languages:klingon',
      quiet: '/subscribe quiet:always',
      source: '/subscribe sources:Nowhere',
    },
  },
  fr: {
    full: '/abonner pont, échecs quand:"en semaine à 8 h" fuseau:Europe/Berlin alertes:normales silence:22-7 langues:"anglais, français" longueur:moyen nombre:3',
    unknown: {
      when: '/abonner quand:"every blursday"',
      zone: '/abonner fuseau:Mars/Olympus',
      language: '/abonner langues:klingon',
      quiet: '/abonner silence:always',
      source: '/abonner médias:Nowhere',
    },
  },
  de: {
    full: '/abonnieren brücke, schach wann:"werktags um 8" zeitzone:Europe/Berlin eilmeldungen:mittel ruhe:22-7 sprachen:"deutsch, französisch" länge:mittel anzahl:3',
    unknown: {
      when: '/abonnieren wann:"every blursday"',
      zone: '/abonnieren zeitzone:Mars/Olympus',
      language: '/abonnieren sprachen:klingon',
      quiet: '/abonnieren ruhe:always',
      source: '/abonnieren quellen:Nowhere',
    },
  },
} as const;
const topics = { en: ['bridge', 'chess'], fr: ['pont', 'échecs'], de: ['brücke', 'schach'] } as const;
const languages = { en: ['en', 'fr'], fr: ['en', 'fr'], de: ['de', 'fr'] };
const firstDate = {
  en: 'Thursday, May 7 at 8 am',
  fr: 'jeudi 7 mai à 8\u00A0h',
  de: 'Donnerstag, 7. Mai, 8 Uhr',
};

describe.each(tags)('/subscribe in %s', (tag) => {
  const t = translations.translate(tag);

  test('shows what would come and when, and saves it once that is confirmed', async () => {
    const preview = await house.say(tag, typed[tag].full);
    expect(textOf(preview)).toContain(topics[tag].join(', '));
    expect(textOf(preview)).toContain(firstDate[tag]);
    expect(textOf(preview)).toContain(t('replies.subscribe.preview'));
    expect(textOf(preview)).toContain(t('replies.subscribe.notYet'));
    expect(textOf(preview)).toContain('Varnholm');
    expect(await house.plans()).toEqual([]);

    const saved = await house.press(tag, actionOf(preview, 'subscribe'));
    const [plan, ...others] = await house.plans();
    expect(others).toEqual([]);
    expect(plan).toMatchObject({
      kind: 'subscription',
      channel: manager.channel,
      place: manager.place,
      by: manager.caller.id,
      spoken: tag,
      status: 'active',
      wish: { topics: topics[tag], sources: [], languages: languages[tag], stories: 3, sentences: 2 },
      when: { cron: '0 8 * * 1-5', timeZone: 'Europe/Berlin' },
      timeZone: 'Europe/Berlin',
      alerts: 'normal',
      quiet: { from: 22 * 60, to: 7 * 60 },
      dueAt: new Date('2026-05-07T06:00:00Z'),
    });
    expect(textOf(saved)).toContain(t('replies.subscribe.saved', { id: plan?.id ?? '' }));
    const list = await house.press(tag, actionOf(saved, 'subscriptions'));
    expect(textOf(list)).toContain(topics[tag].join(', '));
  });

  test('says what it doesn’t understand, and saves nothing', async () => {
    const { when, zone, language, quiet, source } = typed[tag].unknown;
    for (const [text, error] of [
      [when, t('errors.plan.when', { when: 'every blursday' })],
      [zone, t('errors.plan.timeZone', { timeZone: 'Mars/Olympus' })],
      [language, t('errors.plan.language', { language: 'klingon' })],
      [quiet, t('errors.plan.quiet', { quiet: 'always' })],
      [source, t('errors.noSource', { source: 'Nowhere' })],
    ] as const)
      expect(textOf(await house.say(tag, text))).toBe(error);
    expect(await house.plans()).toEqual([]);
  });

  test('is for managers', async () => {
    const reply = await house.say(tag, typed[tag].full, reader);
    expect(textOf(reply)).toBe(t('errors.managersOnly'));
    expect(actionsOf(reply)).toEqual([]);
  });

  test('takes as many as a channel may have, and says so then', async () => {
    for (let count = 0; count < 20; count += 1)
      await house.use(tag, 'subscribe', { topics: `bridge ${count}`, save: 'yes' });
    const tooMany = t('errors.plan.tooMany', { count: 20 });
    expect(textOf(await house.use(tag, 'subscribe', { topics: 'chess' }))).toBe(tooMany);
    expect(textOf(await house.use(tag, 'subscribe', { topics: 'chess', save: 'yes' }))).toBe(tooMany);
    expect(await house.plans()).toHaveLength(20);
    // Another channel has its own.
    await house.use(tag, 'subscribe', { topics: 'chess', save: 'yes' }, neighbour);
    expect(await house.plans()).toHaveLength(21);
  });
});

describe('/subscribe', () => {
  const t = translations.translate('en');

  test('means all the news, every day at eight, where nothing is said', async () => {
    await house.say('en', '/subscribe save:yes');
    const [plan] = await house.plans();
    expect(plan).toMatchObject({
      wish: { topics: [], sources: [], languages: [], stories: 5, sentences: 1 },
      when: { cron: '0 8 * * *' },
      empty: 'skip',
    });
  });

  test('is there once when it is confirmed twice, whatever the words are', async () => {
    const preview = await house.say('en', typed.en.full);
    await house.press('en', actionOf(preview, 'subscribe'));
    const again = await house.press('en', actionOf(preview, 'subscribe'));
    const [plan, ...others] = await house.plans();
    expect(others).toEqual([]);
    expect(textOf(again)).toContain(t('replies.subscribe.known', { id: plan?.id ?? '' }));
  });

  test('saves what was shown, whoever confirms it and wherever they live', async () => {
    const preview = await house.say('de', '/abonnieren brücke wann:"werktags um 8"');
    await house.press('en', actionOf(preview, 'subscribe'));
    const [plan] = await house.plans();
    expect(plan).toMatchObject({ when: { cron: '0 8 * * 1-5', timeZone: 'Europe/Berlin' } });
  });

  test('takes the time zone that was used last in the channel', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', zone: 'Asia/Tokyo', save: 'yes' });
    house.clock.now = new Date('2026-05-06T09:00:00Z');
    await house.use('en', 'subscribe', { topics: 'chess', save: 'yes' });
    expect((await house.plans()).map((plan) => plan.when?.timeZone)).toEqual(['Asia/Tokyo', 'Asia/Tokyo']);
  });

  test('changes what it is told to, and keeps the rest', async () => {
    await house.say('en', `${typed.en.full} save:yes`);
    const [before] = await house.plans();
    const preview = await house.say('en', '/subscribe subscription:bridge topics:ferry, harbour');
    expect(textOf(preview)).toContain(t('replies.subscribe.notChanged'));
    expect(await house.plans()).toEqual([before]);
    const changed = await house.press('en', actionOf(preview, 'subscribe'));
    expect(textOf(changed)).toContain(t('replies.subscribe.changed', { id: before?.id ?? '' }));
    expect(await house.plans()).toEqual([
      {
        ...before,
        wish: {
          topics: ['ferry', 'harbour'],
          sources: [],
          languages: ['en', 'fr'],
          stories: 3,
          sentences: 2,
        },
      },
    ]);
  });

  test('takes back with a dash what was asked for', async () => {
    await house.use('en', 'subscribe', {
      topics: 'bridge',
      keywords: 'tanker OR ferry',
      sources: 'The Ferry Post',
      languages: 'en',
      alerts: 'high',
      quiet: '22-7',
      language: 'fr',
      when: 'every day at 8',
      save: 'yes',
    });
    const [{ id } = { id: '' }] = await house.plans();
    const dash = { topics: '-', keywords: '–', sources: '-', languages: '-', quiet: '-', when: '-' };
    await house.use('en', 'subscribe', { subscription: id, ...dash, language: 'auto', save: 'yes' });
    const [plan] = await house.plans();
    expect(plan).toMatchObject({ wish: { topics: [], sources: [], languages: [] }, alerts: 'high' });
    for (const gone of ['when', 'quiet', 'language', 'dueAt']) expect(plan).not.toHaveProperty(gone);
    expect(plan).not.toHaveProperty('wish.keywords');
    const nothing = await house.use('en', 'subscribe', { subscription: id, alerts: 'off', when: '-' });
    expect(textOf(nothing)).toBe(t('errors.plan.nothing'));
  });

  test('asks which one is meant, and goes on with it', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', save: 'yes' });
    await house.use('en', 'subscribe', { topics: 'bridge repair', save: 'yes' });
    const which = await house.use('en', 'subscribe', { subscription: 'bridge', stories: 2 });
    expect(textOf(which)).toContain(t('replies.plan.which'));
    expect(
      actionsOf(which)
        .map(({ label }) => label)
        .toSorted(),
    ).toEqual(['bridge', 'bridge repair']);
    const preview = await house.press('en', actionsOf(which)[0]);
    expect(textOf(preview)).toContain(
      t('replies.plan.size', { count: 2, sentences: t('replies.plan.sentences', { count: 1 }) }),
    );
  });

  test('knows no subscription of another channel', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', save: 'yes' }, neighbour);
    const [theirs] = await house.plans();
    const { id = '' } = theirs ?? {};
    for (const subscription of [id, 'bridge']) {
      const reply = await house.use('en', 'subscribe', { subscription, stories: 1, save: 'yes' });
      expect(textOf(reply)).toBe(t('errors.plan.none'));
    }
    expect(await house.plans()).toEqual([theirs]);
  });

  test('refuses what is too long, too much or nothing, and saves nothing', async () => {
    const many = Array.from({ length: 11 }, (_, index) => `bridge ${index}`).join(', ');
    for (const [options, error] of [
      [
        { topics: 'x'.repeat(20_000) },
        t('errors.tooLong', { option: 'topics', count: 20_000, maximum: 600 }),
      ],
      [{ topics: `bridge ${'x'.repeat(100)}` }, /too long for a topic: at most 80/],
      [{ topics: many }, t('errors.plan.topics', { count: 10 })],
      [{ topics: '🌉' }, t('errors.plan.topic', { topic: '🌉' })],
      [{ keywords: '(a AND' }, t('errors.keywords.dangling')],
      [{ when: '* * * * * *' }, /six fields/],
      [{ when: '*/2 * * * *' }, /At most every/],
      [{ stories: 11 }, t('errors.notInteger', { option: 'stories', minimum: 1, maximum: 10 })],
      [{ alerts: 'sometimes' }, /“alerts” must be one of/],
      [{ wings: 'two' }, t('errors.unknownOption', { option: 'wings', command: 'subscribe' })],
    ] as const) {
      const reply = textOf(await house.use('en', 'subscribe', { ...options, save: 'yes' }));
      expect(reply).toMatch(error);
    }
    expect(await house.plans()).toEqual([]);
    expect(house.logged).toEqual([]);
  });

  test('names the sources that a name could be short for', async () => {
    const reply = await house.use('en', 'subscribe', { sources: 'the f, die' });
    expect(textOf(reply)).toContain(t('replies.plan.sources', { sources: 'The Ferry Post, Die Mole' }));
  });

  test('shows words of readers as they were written', async () => {
    const topic = '**bridge** <@1> @everyone [x](https://evil.example)';
    const preview = await house.use('en', 'subscribe', { topics: topic });
    const [heading] = preview.blocks;
    expect(heading).toEqual({ kind: 'heading', text: topic });
  });

  test('shows news that would fit where only alerts are wanted', async () => {
    const reply = textOf(await house.use('en', 'subscribe', { topics: 'bridge', alerts: 'high' }));
    expect(reply).toContain(t('replies.plan.alerts.high', { count: 4 }));
    expect(reply).toContain(t('replies.subscribe.fitting'));
    expect(reply).not.toContain(t('replies.plan.next'));
  });

  test('says where nothing fits', async () => {
    const reply = textOf(await house.use('en', 'subscribe', { topics: 'zeppelins' }));
    expect(reply).toContain(t('replies.subscribe.nothing'));
  });

  test('offers nothing to save where Kiosk can’t write by itself', async () => {
    const terminal = { caller: manager.caller, channel: 'terminal:local', place: 'terminal:local' };
    const deaf = await openPressHouse({ reaches: () => false });
    const preview = await deaf.use('en', 'subscribe', { topics: 'bridge' }, terminal);
    expect(textOf(preview)).toContain(t('errors.plan.unreached'));
    expect(actionsOf(preview)).toEqual([]);
    const saved = await deaf.use('en', 'subscribe', { topics: 'bridge', save: 'yes' }, terminal);
    expect(textOf(saved)).toBe(t('errors.plan.unreached'));
    expect(await deaf.plans()).toEqual([]);
  });

  test('suggests times, and says what the words mean that were typed', async () => {
    expect(await house.suggest('en', 'subscribe', 'when', 'week')).toEqual(['weekdays at 8']);
    const caller = manager.caller;
    const found = await house.desk.suggest({
      ...manager,
      caller,
      command: 'subscribe',
      option: 'when',
      typed: 'jeden freitag um 18 uhr',
      locale: 'en',
    });
    expect(found).toEqual([{ value: 'jeden freitag um 18 uhr', label: 'every Friday at 6 pm' }]);
    expect(await house.suggest('en', 'subscribe', 'when', '* * * * *')).toEqual([]);
    expect(await house.suggest('fr', 'subscribe', 'when', '')).toHaveLength(5);
  });

  test('suggests sources by the last of the names typed, and those that are followed but unread', async () => {
    const dueAt = new Date('2026-05-06T08:00:00Z');
    const quiet = { url: 'https://quiet.example/feed', name: 'The Quiet Quay', failures: 0, dueAt } as const;
    const following = await openPressHouse({ sources: [{ ...quiet, status: 'active', told: 'active' }] });
    expect(await following.suggest('en', 'subscribe', 'sources', 'quay')).toEqual(['The Quiet Quay']);
    expect(await following.suggest('en', 'subscribe', 'sources', 'Die Mole, jetee')).toEqual([
      'Die Mole, La Jetée',
    ]);
    const reply = await following.use('en', 'subscribe', { sources: 'the quiet quay' });
    expect(textOf(reply)).toContain('The Quiet Quay');
  });

  test('suggests a channel’s own subscriptions alone, and languages’ time zones', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', save: 'yes' });
    await house.use('en', 'subscribe', { topics: 'chess', save: 'yes' }, neighbour);
    const own = (await house.plans()).find(({ channel }) => channel === manager.channel);
    expect(await house.suggest('en', 'subscribe', 'subscription', '')).toEqual([own?.id]);
    expect(await house.suggest('en', 'subscribe', 'subscription', 'chess')).toEqual([]);
    expect(await house.suggest('de', 'subscribe', 'zone', 'wien')).toContain('Europe/Vienna');
  });

  test('notes who did what', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', save: 'yes' });
    const [{ id } = { id: '' }] = await house.plans();
    await house.use('en', 'subscribe', { subscription: id, stories: 2, save: 'yes' });
    const acts = await house.store.audit.list({ channel: manager.channel, limit: 10 });
    expect(acts.map(({ by, action, subject }) => [by, action, subject])).toEqual([
      [manager.caller.id, 'change', id],
      [manager.caller.id, 'subscribe', id],
    ]);
  });

  test('can be told to post in another language than the reader’s', async () => {
    const reply = await house.use('de', 'subscribe', { topics: 'brücke', language: 'fr' });
    const language = nameOfLanguage('fr', 'de');
    expect(textOf(reply)).toContain(translations.translate('de')('replies.plan.language', { language }));
  });
});
