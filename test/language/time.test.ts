import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageTags, timeIn } from '../../src/language/index.ts';
import { anyText } from './any-text.ts';

/** A Wednesday, 11:00 in Berlin. */
const now = new Date('2026-11-25T10:00:00Z');
const day = (text: string) => `${text}T00:00:00.000Z`;

const news = [
  ['en', "What's new about the strike since Tuesday?", 'since Tuesday', '2026-11-24', undefined],
  ['en', 'What happened yesterday?', 'yesterday', '2026-11-24', '2026-11-25'],
  [
    'en',
    'Anything from the day before yesterday?',
    'from the day before yesterday',
    '2026-11-23',
    '2026-11-24',
  ],
  ['en', 'News from last week, please', 'from last week', '2026-11-16', '2026-11-23'],
  ['en', 'strikes in the last 3 days', 'in the last 3 days', '2026-11-22', undefined],
  ['en', 'strikes over the past two weeks', 'over the past two weeks', '2026-11-11', undefined],
  ['en', 'fires since 5 May', 'since 5 May', '2026-05-05', undefined],
  ['en', 'fires since December', 'since December', '2025-12-01', undefined],
  ['en', 'What did she say on Monday?', 'on Monday', '2026-11-23', '2026-11-24'],
  ['en', 'What did she say last Wednesday?', 'last Wednesday', '2026-11-18', '2026-11-19'],
  ['en', 'What happened 3 days ago?', '3 days ago', '2026-11-22', '2026-11-23'],
  ['en', 'this month', 'this month', '2026-11-01', '2026-12-01'],
  ['en', 'last month', 'last month', '2026-10-01', '2026-11-01'],
  ['en', 'this week', 'this week', '2026-11-23', '2026-11-30'],
  ['en', "today's news", 'today', '2026-11-25', '2026-11-26'],
  ['fr', 'Quoi de neuf depuis mardi ?', 'depuis mardi', '2026-11-24', undefined],
  ['fr', 'Que s’est-il passé hier ?', 'hier', '2026-11-24', '2026-11-25'],
  ['fr', 'Et avant-hier ?', 'avant-hier', '2026-11-23', '2026-11-24'],
  ['fr', 'les grèves de la semaine dernière', 'de la semaine dernière', '2026-11-16', '2026-11-23'],
  ['fr', 'les grèves de ces 3 derniers jours', 'ces 3 derniers jours', '2026-11-22', undefined],
  [
    'fr',
    'au cours des deux dernières semaines',
    'au cours des deux dernières semaines',
    '2026-11-11',
    undefined,
  ],
  ['fr', 'il y a trois jours', 'il y a trois jours', '2026-11-22', '2026-11-23'],
  ['fr', 'depuis le 5 mai', 'depuis le 5 mai', '2026-05-05', undefined],
  ['fr', 'Qu’a-t-il dit lundi dernier ?', 'lundi dernier', '2026-11-23', '2026-11-24'],
  ['fr', 'ce mois-ci', 'ce mois-ci', '2026-11-01', '2026-12-01'],
  ['fr', 'l’année dernière', 'l’année dernière', '2025-01-01', '2026-01-01'],
  ['fr', 'Quelles nouvelles aujourd’hui ?', 'aujourd’hui', '2026-11-25', '2026-11-26'],
  ['de', 'Was ist neu seit Dienstag?', 'seit Dienstag', '2026-11-24', undefined],
  ['de', 'Was geschah gestern?', 'gestern', '2026-11-24', '2026-11-25'],
  ['de', 'Was geschah vorgestern?', 'vorgestern', '2026-11-23', '2026-11-24'],
  ['de', 'Streiks letzte Woche', 'letzte Woche', '2026-11-16', '2026-11-23'],
  ['de', 'Streiks in den letzten 3 Tagen', 'in den letzten 3 Tagen', '2026-11-22', undefined],
  ['de', 'Streiks vor zwei Wochen', 'vor zwei Wochen', '2026-11-11', '2026-11-18'],
  ['de', 'Brände seit dem 5. Mai', 'seit dem 5. Mai', '2026-05-05', undefined],
  ['de', 'Brände seit drei Monaten', 'seit drei Monaten', '2026-08-25', undefined],
  ['de', 'Was sagte sie am Montag?', 'am Montag', '2026-11-23', '2026-11-24'],
  ['de', 'Was sagte sie letzten Mittwoch?', 'letzten Mittwoch', '2026-11-18', '2026-11-19'],
  ['de', 'diesen Monat', 'diesen Monat', '2026-11-01', '2026-12-01'],
  ['de', 'Was gibt es heute?', 'heute', '2026-11-25', '2026-11-26'],
] as const;

const mentions = [
  ['en', 'What happened on 6 May 2017?', 'on 6 May 2017', '2017-05-06', '2017-05-07'],
  ['en', 'What happened on May 6, 2017?', 'on May 6, 2017', '2017-05-06', '2017-05-07'],
  ['en', 'What happened on the 6th of May 2017?', 'on the 6th of May 2017', '2017-05-06', '2017-05-07'],
  ['en', 'Who won in 2017?', 'in 2017', '2017-01-01', '2018-01-01'],
  ['en', 'Who won in May 2017?', 'in May 2017', '2017-05-01', '2017-06-01'],
  ['en', 'Who won on 2017-05-06?', 'on 2017-05-06', '2017-05-06', '2017-05-07'],
  ['fr', 'Que s’est-il passé le 6 mai 2017 ?', 'le 6 mai 2017', '2017-05-06', '2017-05-07'],
  ['fr', 'Que s’est-il passé le 1er mai ?', 'le 1er mai', '2026-05-01', '2026-05-02'],
  ['fr', 'Qui a gagné en mai 2017 ?', 'en mai 2017', '2017-05-01', '2017-06-01'],
  ['fr', 'Qui a gagné en 2017 ?', 'en 2017', '2017-01-01', '2018-01-01'],
  ['de', 'Was geschah am 6. Mai 2017?', 'am 6. Mai 2017', '2017-05-06', '2017-05-07'],
  ['de', 'Was geschah am 06.05.2017?', 'am 06.05.2017', '2017-05-06', '2017-05-07'],
  ['de', 'Wer gewann im Mai 2017?', 'im Mai 2017', '2017-05-01', '2017-06-01'],
  ['de', 'Wer gewann im Jahr 2017?', 'im Jahr 2017', '2017-01-01', '2018-01-01'],
] as const;

describe('timeIn', () => {
  it.each(news)('reads news of a time in %s: %s', (language, text, words, from, to) => {
    const time = timeIn(text, language, now, 'UTC');
    expect(time).toEqual({
      kind: 'news',
      from: new Date(day(from)),
      ...(to === undefined ? {} : { to: new Date(day(to)) }),
      ranges: [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }],
    });
  });

  it.each(mentions)(
    'takes a date in a question of fact for a mention in %s: %s',
    (language, text, words, from, to) => {
      const [range] = timeIn(text, language, now, 'UTC')?.ranges ?? [];
      expect(text.slice(range?.start, range?.end)).toBe(words);
      expect(timeIn(text, language, now, 'UTC')).toMatchObject({
        kind: 'mention',
        from: new Date(day(from)),
        to: new Date(day(to)),
      });
    },
  );

  it.each([
    ['en', 'What did Theresa May say?'],
    ['en', 'May I ask who won?'],
    ['en', 'What is Black Friday?'],
    ['en', 'Who won the 2017 election?'],
    ['en', 'How long is 3 days?'],
    ['fr', 'Qui a gagné ?'],
    ['fr', 'Où est né le maire ?'],
    ['de', 'Wer gewann die Wahl?'],
    ['de', 'Was kostet die Woche?'],
    ['de', ''],
  ] as const)('finds no time in %s: %s', (language, text) => {
    expect(timeIn(text, language, now, 'UTC')).toBeUndefined();
  });

  it('counts hours to the minute and leaves the end open', () => {
    const time = timeIn('in the last 24 hours', 'en', now, 'Asia/Tokyo');
    expect(time?.from).toEqual(new Date('2026-11-24T10:00:00Z'));
    expect(time).not.toHaveProperty('to');
  });

  it('begins the day where the reader is', () => {
    const late = new Date('2026-11-25T23:30:00Z');
    expect(timeIn('today', 'en', late, 'Europe/Berlin')?.from).toEqual(new Date('2026-11-25T23:00:00Z'));
    expect(timeIn('today', 'en', late, 'America/New_York')?.from).toEqual(new Date('2026-11-25T05:00:00Z'));
    expect(timeIn('yesterday', 'en', late, 'Pacific/Auckland')?.from).toEqual(
      new Date('2026-11-24T11:00:00Z'),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    // Clocks skip midnight in Cairo; in Havana it comes twice.
    ['Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00Z', '2026-04-24T21:00:00Z'],
    ['America/Havana', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
    ['Asia/Kolkata', '2026-11-25T12:00:00Z', '2026-11-24T18:30:00Z', '2026-11-25T18:30:00Z'],
  ])('gives the whole day in %s on %s', (timeZone, at, from, to) => {
    const time = timeIn('today', 'en', new Date(at), timeZone);
    expect([time?.from, time?.to]).toEqual([new Date(from), new Date(to)]);
  });

  it('puts news before facts and keeps only their stretches', () => {
    const text = 'What was said since Tuesday about the vote in 2017?';
    const time = timeIn(text, 'en', now, 'UTC');
    expect(time?.kind).toBe('news');
    expect(time?.ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['since Tuesday']);
  });

  it('accepts any text', () => {
    const pieces = fc.constantFrom(
      'since',
      'last',
      '3',
      'days',
      'May',
      '6',
      '2017',
      'vor',
      'il y a',
      '31.12.2017',
      '99.99.9999',
      '.',
      '-',
      '/',
    );
    const text = fc.oneof(
      anyText,
      fc.array(pieces).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...languageTags), (text, language) => {
        const time = timeIn(text, language, now, 'Europe/Paris');
        for (const limit of [time?.from, time?.to]) expect(Number.isNaN(limit?.getTime() ?? 0)).toBe(false);
        for (const { start, end } of time?.ranges ?? []) expect(end).toBeGreaterThan(start);
      }),
    );
  });
});
