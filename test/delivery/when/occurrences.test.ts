import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lastOccurrence, nextOccurrence, occurrences, parseCron } from '../../../src/delivery/when/index.ts';
import { UserError } from '../../../src/errors.ts';
import { occurrencesByWalking, readClocks } from './reference.ts';
import type { Fields } from './reference.ts';

const zones = ['Europe/Berlin', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];

function instants(cron: string, timeZone: string, after: string, until: string): readonly string[] {
  return occurrences({ cron, timeZone }, new Date(after), new Date(until)).map((date) =>
    date.toISOString().replace(':00.000Z', 'Z'),
  );
}

describe('a time of day', () => {
  it.each([
    ['Europe/Berlin', '0 8 * * *', '2026-03-27T12:00Z', ['2026-03-28T07:00Z', '2026-03-29T06:00Z']],
    // 29 March 2026: 02:00 becomes 03:00.
    ['Europe/Berlin', '30 2 * * *', '2026-03-28T12:00Z', ['2026-03-29T01:00Z', '2026-03-30T00:30Z']],
    ['Europe/Paris', '0 2 * * *', '2026-03-28T12:00Z', ['2026-03-29T01:00Z', '2026-03-30T00:00Z']],
    ['Europe/Paris', '59 2 * * *', '2026-03-28T12:00Z', ['2026-03-29T01:00Z', '2026-03-30T00:59Z']],
    ['Europe/Paris', '0 3 * * *', '2026-03-28T12:00Z', ['2026-03-29T01:00Z', '2026-03-30T01:00Z']],
    // 25 October 2026: 03:00 becomes 02:00.
    ['Europe/Berlin', '30 2 * * *', '2026-10-24T12:00Z', ['2026-10-25T00:30Z', '2026-10-26T01:30Z']],
    ['Europe/Berlin', '0 3 * * *', '2026-10-24T12:00Z', ['2026-10-25T02:00Z', '2026-10-26T02:00Z']],
    // 8 March and 1 November 2026, at 2 in the morning.
    ['America/New_York', '30 2 * * *', '2026-03-07T12:00Z', ['2026-03-08T07:00Z', '2026-03-09T06:30Z']],
    ['America/New_York', '30 1 * * *', '2026-10-31T12:00Z', ['2026-11-01T05:30Z', '2026-11-02T06:30Z']],
    // Half an hour: 4 October 2026, 02:00 becomes 02:30; 5 April, 02:00 becomes 01:30.
    ['Australia/Lord_Howe', '15 2 * * *', '2026-10-03T00:00Z', ['2026-10-03T15:30Z', '2026-10-04T15:15Z']],
    ['Australia/Lord_Howe', '45 1 * * *', '2026-04-04T00:00Z', ['2026-04-04T14:45Z', '2026-04-05T15:15Z']],
    ['Australia/Lord_Howe', '0 2 * * *', '2026-04-04T00:00Z', ['2026-04-04T15:30Z', '2026-04-05T15:30Z']],
    ['UTC', '30 2 * * *', '2026-03-28T12:00Z', ['2026-03-29T02:30Z', '2026-03-30T02:30Z']],
    // Lebanon's clocks skip midnight itself.
    ['Asia/Beirut', '0 0 * * *', '2026-03-28T12:00Z', ['2026-03-28T22:00Z', '2026-03-29T21:00Z']],
    // Samoa skipped the whole of 30 December 2011.
    ['Pacific/Apia', '0 8 * * *', '2011-12-29T12:00Z', ['2011-12-29T18:00Z', '2011-12-30T10:00Z']],
  ])('in %s is due by its clocks: %s after %s', (timeZone, cron, after, expected) => {
    const found = occurrences({ cron, timeZone }, new Date(after), 2);
    expect(found).toEqual(expected.map((text) => new Date(text)));
  });

  it('of several in one gap is due once', () => {
    expect(
      instants('0,30 2 * * * | 0 3 * * *', 'Europe/Berlin', '2026-03-29T00:00Z', '2026-03-29T12:00Z'),
    ).toEqual(['2026-03-29T01:00Z']);
  });

  it('of a day that a zone left out at the year’s end is due when the next one begins', () => {
    // Kiritimati had no 31 December 1994.
    expect(instants('0 8 * * *', 'Pacific/Kiritimati', '1994-12-30T00:00Z', '1995-01-02T00:00Z')).toEqual([
      '1994-12-30T18:00Z',
      '1994-12-31T10:00Z',
      '1994-12-31T18:00Z',
      '1995-01-01T18:00Z',
    ]);
  });
});

describe('what recurs', () => {
  it.each([
    ['Europe/Berlin', '0 * * * *', '2026-03-28T23:00Z', 23],
    ['Europe/Berlin', '0 * * * *', '2026-10-24T22:00Z', 25],
    ['America/New_York', '0 * * * *', '2026-03-08T05:00Z', 23],
    ['America/New_York', '0 * * * *', '2026-11-01T04:00Z', 25],
    ['Europe/Paris', '*/15 * * * *', '2026-03-28T23:00Z', 92],
    ['Europe/Paris', '*/15 * * * *', '2026-10-24T22:00Z', 100],
    ['Australia/Lord_Howe', '0 * * * *', '2026-10-03T13:30Z', 23],
    ['Australia/Lord_Howe', '30 * * * *', '2026-04-04T13:00Z', 25],
    ['Australia/Lord_Howe', '0 * * * *', '2026-04-04T13:00Z', 24],
    ['UTC', '0 * * * *', '2026-03-29T00:00Z', 24],
  ])('in %s comes at every real instant of a day: %s from %s', (timeZone, cron, midnight, count) => {
    const start = new Date(new Date(midnight).getTime() - 1);
    const next = occurrences({ cron: '0 0 * * *', timeZone }, start, 2);
    expect(next[0]).toEqual(new Date(midnight));
    const end = new Date((next[1]?.getTime() ?? 0) - 1);
    expect(occurrences({ cron, timeZone }, start, end)).toHaveLength(count);
  });

  it('every two hours leaves out an hour that clocks skip, and comes twice in one they show twice', () => {
    expect(instants('0 */2 * * *', 'Europe/Berlin', '2026-03-28T23:30Z', '2026-03-29T05:00Z')).toEqual([
      '2026-03-29T02:00Z',
      '2026-03-29T04:00Z',
    ]);
    expect(instants('0 */2 * * *', 'Europe/Berlin', '2026-10-24T23:30Z', '2026-10-25T03:00Z')).toEqual([
      '2026-10-25T00:00Z',
      '2026-10-25T01:00Z',
      '2026-10-25T03:00Z',
    ]);
  });
});

describe('days', () => {
  it.each([
    ['0 9 29 2 *', '2026-01-01T00:00Z', ['2028-02-29T09:00Z', '2032-02-29T09:00Z']],
    ['0 9 29 2 *', '2096-03-01T00:00Z', ['2104-02-29T09:00Z', '2108-02-29T09:00Z']],
    ['0 9 31 * *', '2026-01-31T12:00Z', ['2026-03-31T09:00Z', '2026-05-31T09:00Z']],
    // Both fields name days: the 13th, and Fridays.
    ['0 9 13 * 5', '2026-11-01T00:00Z', ['2026-11-06T09:00Z', '2026-11-13T09:00Z']],
    ['0 9 13 * 1', '2026-11-09T12:00Z', ['2026-11-13T09:00Z', '2026-11-16T09:00Z']],
    // One begins with "*": both must fit.
    ['0 9 */2 * 1', '2026-11-01T00:00Z', ['2026-11-09T09:00Z', '2026-11-23T09:00Z']],
    ['0 9 29 2 */7', '2026-01-01T00:00Z', ['2032-02-29T09:00Z', '2060-02-29T09:00Z']],
    ['0 9 * * 7', '2026-11-02T00:00Z', ['2026-11-08T09:00Z', '2026-11-15T09:00Z']],
    ['0 9 * * fri-sun', '2026-11-02T00:00Z', ['2026-11-06T09:00Z', '2026-11-07T09:00Z']],
    ['0 9 1 JAN,jul *', '2026-11-02T00:00Z', ['2027-01-01T09:00Z', '2027-07-01T09:00Z']],
    ['@weekly', '2026-11-02T00:00Z', ['2026-11-08T00:00Z', '2026-11-15T00:00Z']],
    ['@monthly', '2026-11-02T00:00Z', ['2026-12-01T00:00Z', '2027-01-01T00:00Z']],
    ['30 8 * * * | 0 18 * * *', '2026-11-02T09:00Z', ['2026-11-02T18:00Z', '2026-11-03T08:30Z']],
    ['0 9 * * 1 | 0 9 2 * *', '2026-11-01T00:00Z', ['2026-11-02T09:00Z', '2026-11-09T09:00Z']],
  ])('are those that %s names, after %s', (cron, after, expected) => {
    expect(occurrences({ cron, timeZone: 'UTC' }, new Date(after), 2)).toEqual(
      expected.map((text) => new Date(text)),
    );
  });
});

describe('asking', () => {
  const when = { cron: '0 8 * * *', timeZone: 'Europe/Berlin' };
  const due = new Date('2026-11-02T07:00:00Z');
  const before = new Date(due.getTime() - 1);

  it('leaves out the instant asked after, and includes the one asked up to', () => {
    expect(occurrences(when, before, due)).toEqual([due]);
    expect(occurrences(when, due, new Date(due.getTime() + 60_000))).toEqual([]);
    expect(occurrences(when, before, before)).toEqual([]);
    expect(occurrences(when, before, 0)).toEqual([]);
    expect(occurrences(when, due, before)).toEqual([]);
  });

  it('tells the next one after an instant, and the last one up to it', () => {
    expect(nextOccurrence(when, before)).toEqual(due);
    expect(nextOccurrence(when, due)).toEqual(new Date('2026-11-03T07:00Z'));
    expect(lastOccurrence(when, due)).toEqual(due);
    expect(lastOccurrence(when, before)).toEqual(new Date('2026-11-01T07:00Z'));
  });

  it.each([
    ['0 9 29 2 *', '2027-01-01T00:00Z', '2024-02-29T09:00Z'],
    ['0 9 29 2 *', '2104-02-29T08:59Z', '2096-02-29T09:00Z'],
    ['0 9 29 2 */7', '2031-01-01T00:00Z', '2004-02-29T09:00Z'],
  ])('looks back as far as needed for %s', (cron, upTo, expected) => {
    expect(lastOccurrence({ cron, timeZone: 'UTC' }, new Date(upTo))).toEqual(new Date(expected));
  });

  it('finds nothing beyond what dates can say', () => {
    expect(nextOccurrence(when, new Date(8.64e15))).toBeUndefined();
    expect(occurrences(when, new Date(Number.NaN), 3)).toEqual([]);
  });

  it('refuses a time zone nobody knows', () => {
    expect(() => occurrences({ ...when, timeZone: 'Europe/Nowhere' }, due, 1)).toThrow(RangeError);
  });

  it('of ten thousand subscriptions asks Intl for each zone’s year alone', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      cron: `${at % 60} ${Math.floor(at / 60) % 24} * * *`,
      timeZone: zones[at % zones.length] ?? 'UTC',
    }));
    const count = (start: Date) =>
      many.flatMap((one) => occurrences(one, start, new Date(start.getTime() + 60_000))).length;
    // Warms what is remembered, so that the next minute has nothing to ask.
    count(new Date('2026-03-29T00:59Z'));
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    expect(count(new Date('2026-03-29T01:00Z'))).toBeGreaterThan(0);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});

/** What is refused doesn't matter here; any other error fails the test. */
function isAccepted(cron: string): boolean {
  try {
    return parseCron(cron).length > 0;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** A field: everything, steps of everything, a step of a range, or a list. */
function fieldOf(
  minimum: number,
  maximum: number,
): fc.Arbitrary<{ text: string; numbers: readonly number[] }> {
  const all = Array.from({ length: maximum - minimum + 1 }, (_, at) => minimum + at);
  const value = fc.integer({ min: minimum, max: maximum });
  const step = fc.integer({ min: 1, max: maximum });
  return fc.oneof(
    fc.constant({ text: '*', numbers: all }),
    step.map((step) => ({ text: `*/${step}`, numbers: all.filter((one) => (one - minimum) % step === 0) })),
    fc.tuple(value, value, step).map(([one, other, step]) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const numbers = all.filter((one) => one >= low && one <= high && (one - low) % step === 0);
      return { text: `${low}-${high}/${step}`, numbers };
    }),
    fc
      .uniqueArray(value, { minLength: 1, maxLength: 4 })
      .map((numbers) => ({ text: numbers.join(','), numbers })),
  );
}

const anyExpression: fc.Arbitrary<Fields> = fc
  .tuple(fieldOf(0, 59), fieldOf(0, 23), fieldOf(1, 31), fieldOf(1, 12), fieldOf(0, 6))
  .map(([minutes, hours, days, months, weekdays]) => ({
    text: [minutes, hours, days, months, weekdays].map(({ text }) => text).join(' '),
    minutes: new Set(minutes.numbers),
    hours: new Set(hours.numbers),
    days: new Set(days.numbers),
    months: new Set(months.numbers),
    weekdays: new Set(weekdays.numbers),
    recurs: minutes.text.startsWith('*') || hours.text.startsWith('*'),
    eitherDay: !days.text.startsWith('*') && !weekdays.text.startsWith('*'),
  }));

describe.each(zones)('two years in %s', (timeZone) => {
  const from = new Date('2026-01-01T00:00Z');
  const to = new Date('2028-01-01T00:00Z');
  const clocks = readClocks(timeZone, from, to);
  const after = new Date(from.getTime() - 1);
  const until = new Date(to.getTime() - 1);

  it('have the occurrences that a walk through all their minutes finds', () => {
    fc.assert(
      fc.property(anyExpression, (fields) => {
        const when = { cron: fields.text, timeZone };
        fc.pre(isAccepted(fields.text));
        const times = occurrences(when, after, until).map((date) => date.getTime());
        expect(times).toEqual(occurrencesByWalking(fields, clocks));
      }),
      { numRuns: 15 },
    );
  });

  it('hold the same occurrences asked for one by one, forward and back', () => {
    const cron = '15,45 1-3 */3 * * | 0 */8 * * 1-5';
    const found = occurrences({ cron, timeZone }, after, until);
    const walked: Date[] = [];
    for (let next = nextOccurrence({ cron, timeZone }, after); next !== undefined && next < until;) {
      walked.push(next);
      next = nextOccurrence({ cron, timeZone }, next);
    }
    expect(walked).toEqual(found);
    for (const [at, instant] of found.entries()) {
      const next = found[at + 1];
      const upTo = next === undefined ? until : new Date(next.getTime() - 1);
      expect(lastOccurrence({ cron, timeZone }, instant)).toEqual(instant);
      expect(lastOccurrence({ cron, timeZone }, upTo)).toEqual(instant);
    }
  });
});
