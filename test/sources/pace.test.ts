import { describe, expect, it } from 'vitest';
import { intervalBy, nextRead, retryAfter, slower } from '../../src/sources/polling/pace.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date('2026-11-25T10:30:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const every = (gap: number, count = 20) =>
  Array.from({ length: count }, (_, index) => ago(gap * (index + 1)));
const middle = 0.5;

describe('how often a source is read', () => {
  it.each([
    ['a minute', minute, 5 * minute],
    ['half an hour', 30 * minute, 15 * minute],
    ['four hours', 4 * hour, 2 * hour],
    ['a month', 30 * day, day],
  ])('suits one that publishes once in %s', (_, gap, interval) => {
    expect(intervalBy(every(gap), now, undefined)).toBe(interval);
  });

  it('falls when a source has published nothing for long', () => {
    expect(
      intervalBy(
        every(10 * minute, 10).map((date) => new Date(date.getTime() - 2 * day)),
        now,
        undefined,
      ),
    ).toBeGreaterThan(2 * hour);
  });

  it('is a whole number of milliseconds', () => {
    expect(intervalBy(every(17 * minute, 7), new Date(now.getTime() + 1), undefined) % 1).toBe(0);
    expect(slower(7 * minute + 1) % 1).toBe(0);
  });

  it('stays what it was, or is half an hour, where no dates tell', () => {
    expect(intervalBy([], now, undefined)).toBe(30 * minute);
    expect(intervalBy([], now, 2 * hour)).toBe(2 * hour);
    expect(intervalBy([new Date('2027-01-01')], now, 2 * hour)).toBe(2 * hour);
  });

  it('falls with every read that finds nothing, down to once a day', () => {
    expect([slower(hour), slower(day)]).toEqual([75 * minute, day]);
  });
});

const skip = (hours: readonly number[], days: readonly number[] = []) =>
  nextRead(now, hour, { skip: { hours, days } }, middle).toISOString();

describe('the next read', () => {
  it('comes after the interval, a tenth earlier or later', () => {
    const reads = [0, middle, 1].map((chance) => nextRead(now, hour, {}, chance).getTime() - now.getTime());
    expect(reads).toEqual([54 * minute, 60 * minute, 66 * minute]);
    expect(nextRead(now, 5 * minute, {}, 0).getTime() - now.getTime()).toBe(5 * minute);
  });

  it.each([
    ['its server calls the answer fresh', { freshFor: 3 * hour }, 3 * hour],
    ['the feed asks for patience', { readEvery: 2 * hour }, 2 * hour],
    ['they ask for less than its pace', { freshFor: minute, readEvery: minute }, hour],
    ['they ask for more than a day', { freshFor: 365 * day }, day],
  ])('waits as long as %s', (_, wishes, wait) => {
    expect(nextRead(now, hour, wishes, middle).getTime() - now.getTime()).toBe(wait);
  });

  it('is not in an hour or on a day to be left out', () => {
    expect(skip([11])).toBe('2026-11-25T12:00:00.000Z');
    expect(skip([11, 12, 13])).toBe('2026-11-25T14:00:00.000Z');
    expect(skip([], [3])).toBe('2026-11-26T00:00:00.000Z');
    expect(skip([11, 0], [3])).toBe('2026-11-26T01:00:00.000Z');
    expect(skip(Array.from({ length: 24 }, (_, index) => index))).toBe('2026-11-25T11:30:00.000Z');
  });
});

describe('the next try', () => {
  it('spreads by a quarter to each side, from five minutes to a day', () => {
    expect([retryAfter(1, 0), retryAfter(1, 1)]).toEqual([5 * minute, 6.25 * minute]);
    expect([retryAfter(3, 0), retryAfter(3, 1)]).toEqual([15 * minute, 25 * minute]);
    expect([retryAfter(1000, 0), retryAfter(1000, 1)]).toEqual([day, day]);
  });

  it('waits as long as the server asks, within a day', () => {
    expect(retryAfter(1, middle, 2 * hour)).toBe(2 * hour);
    expect(retryAfter(5, middle, minute)).toBe(80 * minute);
    expect(retryAfter(1, middle, 9 * day)).toBe(day);
  });
});
