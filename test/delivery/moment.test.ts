import { describe, expect, test } from 'vitest';
import { readEnd, readMoment, stampOf } from '../../src/delivery/moment.ts';

/** Ten in the morning in Berlin, a Wednesday. */
const now = new Date('2026-05-06T08:00:00Z');
const timeZone = 'Europe/Berlin';

const december = '2026-12-01T08:00:00.000Z';
const half = '2026-12-01T08:30:00.000Z';

test.each([
  ['en', 'tomorrow at 9', '2026-05-07T07:00:00.000Z'],
  ['en', 'at 9:30 am tomorrow', '2026-05-07T07:30:00.000Z'],
  ['en', 'today at noon', '2026-05-06T10:00:00.000Z'],
  ['en', 'now', '2026-05-06T08:00:00.000Z'],
  ['en', '2026-12-01 9:00', december],
  ['en', '2026-12-01T09:00', december],
  ['en', '2026-12-01T09:00+01:00', december],
  ['en', '2026-12-01T08:00Z', december],
  ['en', 'Tuesday, December 1, 2026 at 9 am', december],
  ['en', 'on December 1st at 9', december],
  ['en', '1 December at 9', december],
  ['en', '12/1/2026 9:00', december],
  ['en', 'May 5 at 10 am', '2027-05-05T08:00:00.000Z'],
  ['fr', 'demain à 9h30', '2026-05-07T07:30:00.000Z'],
  ['fr', 'demain à 9 h', '2026-05-07T07:00:00.000Z'],
  ['fr', 'aujourd’hui à 18 h', '2026-05-06T16:00:00.000Z'],
  ['fr', "aujourd'hui à midi", '2026-05-06T10:00:00.000Z'],
  ['fr', 'après-demain à 8 h', '2026-05-08T06:00:00.000Z'],
  ['fr', 'maintenant', '2026-05-06T08:00:00.000Z'],
  ['fr', 'le 1er décembre 2026 à 9 h 30', half],
  ['fr', '1er décembre à 9h30', half],
  ['fr', '1/12/2026 à 9 h', december],
  ['de', 'morgen um 9', '2026-05-07T07:00:00.000Z'],
  ['de', 'MORGEN UM HALB NEUN', '2026-05-07T06:30:00.000Z'],
  ['de', 'heute 18 Uhr', '2026-05-06T16:00:00.000Z'],
  ['de', 'heute morgen um 11', '2026-05-06T09:00:00.000Z'],
  ['de', 'übermorgen um 8', '2026-05-08T06:00:00.000Z'],
  ['de', 'jetzt', '2026-05-06T08:00:00.000Z'],
  ['de', 'am 1. Dezember 2026 um 9 Uhr', december],
  ['de', 'am 1.12. um 9', december],
  ['de', '1.12.2026 9:30', half],
  // Words of another language are understood as well.
  ['de', 'tomorrow at 9', '2026-05-07T07:00:00.000Z'],
  // Clocks skip 2:30 that night, and show it twice in autumn.
  ['en', '2027-03-28 2:30', '2027-03-28T01:30:00.000Z'],
  ['en', '2026-10-25 2:30', '2026-10-25T00:30:00.000Z'],
] as const)('a moment is read in %s: %s', (language, text, moment) => {
  expect(readMoment(text, { language, timeZone, now })?.toISOString()).toBe(moment);
});

test.each([
  ['en', 'tomorrow'],
  ['en', '2026-12-01'],
  ['en', 'every Monday at 9'],
  ['en', 'Friday at 9'],
  ['en', 'at 9'],
  ['en', 'tomorrow at 25:00'],
  ['en', 'tomorrow at 9 and 10'],
  ['en', '2026-02-30 9:00'],
  ['en', '2026-12-01 9:00 EST'],
  ['en', '2026-12-01 9'],
  ['en', '0 9 * * *'],
  ['fr', 'bientôt'],
  ['de', 'neulich um 9'],
  ['de', ''],
  ['en', `tomorrow at 9${' '.repeat(20_000)}x`],
  ['en', '🕘'],
] as const)('what names no moment is none in %s: %s', (language, text) => {
  expect(readMoment(text, { language, timeZone, now })).toBeUndefined();
});

describe('an end', () => {
  test.each([
    ['en', '2026-12-31', '2026-12-31T23:00:00.000Z'],
    ['en', 'tomorrow', '2026-05-07T22:00:00.000Z'],
    ['en', '2026-12-31 18:00', '2026-12-31T17:00:00.000Z'],
    ['fr', 'le 31 décembre 2026', '2026-12-31T23:00:00.000Z'],
    ['fr', '31/12/2026', '2026-12-31T23:00:00.000Z'],
    ['de', 'bis 31. Dezember', '2026-12-31T23:00:00.000Z'],
    ['de', 'morgen', '2026-05-07T22:00:00.000Z'],
  ] as const)('of a day alone is when it is over, in %s: %s', (language, text, end) => {
    expect(readEnd(text, { language, timeZone, now })?.toISOString()).toBe(end);
  });

  test('isn’t read where a time isn’t understood', () => {
    expect(readEnd('2026-12-31 25:00', { language: 'en', timeZone, now })).toBeUndefined();
    expect(readEnd('sometime', { language: 'en', timeZone, now })).toBeUndefined();
  });
});

test('a stamp is read as the same moment in every language', () => {
  for (const moment of ['2026-12-01T08:00:00Z', '2026-01-02T23:05:00Z', '2026-07-31T22:00:00Z'])
    for (const language of ['en', 'fr', 'de'] as const) {
      const stamp = stampOf(new Date(moment), timeZone);
      expect(readMoment(stamp, { language, timeZone, now })).toEqual(new Date(moment));
    }
});
