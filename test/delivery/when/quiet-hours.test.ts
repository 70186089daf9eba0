import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeQuietHours,
  endOfQuiet,
  isQuiet,
  parseQuietHours,
} from '../../../src/delivery/when/index.ts';
import { languageTags } from '../../../src/language/index.ts';
import { createTranslations } from '../../../src/translations.ts';
import { readClocks } from './reference.ts';

const { translate } = createTranslations();
const night = { from: 22 * 60, to: 7 * 60 };
const early = { from: 60, to: 150 };
const berlin = 'Europe/Berlin';

describe('quiet hours', () => {
  it.each([
    ['22-7', night],
    ['22:00–07:00', night],
    ['22 - 7', night],
    ['22h-7h', night],
    ['from 10 pm to 7 am', night],
    ['between 22 and 7', night],
    ['10 p.m. until 7 a.m.', night],
    ['from midnight to 6', { from: 0, to: 360 }],
    ['von 22 bis 7', night],
    ['22 bis 7 Uhr', night],
    ['Von 22 Uhr bis 7 Uhr, bitte', night],
    ['bitte von 22:30 bis 7 Uhr', { from: 1350, to: 420 }],
    ['zwischen 22 und 7 Uhr', night],
    ['von 10 Uhr abends bis 7 Uhr morgens', night],
    ['de 22 h à 7 h', night],
    ['DE 22H A 7H', night],
    ['entre 22 h 30 et 7 h', { from: 1350, to: 420 }],
    ['de minuit à midi', { from: 0, to: 720 }],
    ['1-6', { from: 60, to: 360 }],
  ])('are read: %s', (typed, expected) => {
    expect(languageTags.map((tag) => parseQuietHours(typed, tag))).toEqual([expected, expected, expected]);
  });

  it.each([
    '',
    '22',
    '22-',
    '22-25',
    '22-7-8',
    '22-22',
    '10-6',
    '10 pm to 7',
    'at night',
    '22 or 7',
    'x'.repeat(200),
  ])('are refused rather than guessed at: %j', (typed) => {
    expect(parseQuietHours(typed, 'en')).toBeUndefined();
  });

  it('are said the way they are read', () => {
    expect(languageTags.map((tag) => describeQuietHours(night, tag, translate(tag)))).toEqual([
      'from 10 pm to 7 am',
      'de 22\u00A0h à 7\u00A0h',
      'von 22 bis 7 Uhr',
    ]);
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, fc.constantFrom(...languageTags), (from, to, tag) => {
        fc.pre(from !== to && (from < to || from >= 780));
        expect(parseQuietHours(describeQuietHours({ from, to }, tag, translate(tag)), tag)).toEqual({
          from,
          to,
        });
      }),
    );
  });

  it.each([
    ['2026-11-02T20:59Z', false],
    ['2026-11-02T21:00Z', true],
    ['2026-11-02T23:30Z', true],
    ['2026-11-03T05:59Z', true],
    ['2026-11-03T06:00Z', false],
    // In summer an hour earlier.
    ['2026-07-02T20:00Z', true],
    ['2026-07-02T19:59Z', false],
  ])('over midnight are those clocks show, at %s: %j', (at, expected) => {
    expect(isQuiet(night, berlin, new Date(at))).toBe(expected);
  });

  it.each([
    ['ends in the morning', night, '2026-11-02T22:00Z', '2026-11-03T06:00Z'],
    ['ends by the clocks set meanwhile', night, '2026-03-28T22:00Z', '2026-03-29T05:00Z'],
    ['is over where it isn’t quiet', night, '2026-11-02T12:34:56Z', '2026-11-02T12:34:56Z'],
    ['ends with the gap that its end lies in', early, '2026-03-29T00:30Z', '2026-03-29T01:00Z'],
    ['ends before clocks come to it again', early, '2026-10-25T00:10Z', '2026-10-25T00:30Z'],
    ['comes again with its hour', early, '2026-10-25T01:10Z', '2026-10-25T01:30Z'],
    [
      'goes on where clocks are set back into it',
      { from: 60, to: 180 },
      '2026-10-25T00:30Z',
      '2026-10-25T02:00Z',
    ],
  ])('quiet %s', (_, hours, at, expected) => {
    expect(endOfQuiet(hours, berlin, new Date(at))).toEqual(new Date(expected));
  });

  it.each([berlin, 'America/New_York', 'Australia/Lord_Howe'])('in %s end when clocks say so', (timeZone) => {
    const { start, shown } = readClocks(
      timeZone,
      new Date('2026-01-01T00:00Z'),
      new Date('2027-01-03T00:00Z'),
    );
    const minute = fc.integer({ min: 0, max: 1439 });
    // Clocks are set at night; most hours of most days are like others.
    const changes = [...shown.keys()]
      .filter((at) => (shown[at + 1] ?? 0) - (shown[at] ?? 0) !== 1)
      .slice(0, 2);
    const place = fc.oneof(
      fc.integer({ min: 0, max: 365 * 1440 }),
      fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -300, max: 300 })).map(([at, by]) => at + by),
    );
    fc.assert(
      fc.property(minute, minute, place, (from, to, at) => {
        fc.pre(from !== to);
        const isLoud = (local: number) => {
          const time = local % 1440;
          return from < to ? time < from || time >= to : time >= to && time < from;
        };
        const loud = shown.findIndex((local, index) => index >= at && isLoud(local));
        const end = endOfQuiet({ from, to }, timeZone, new Date((start + at) * 60_000));
        expect(end).toEqual(new Date((start + loud) * 60_000));
      }),
    );
  });
});
