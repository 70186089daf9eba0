import { describe, expect, it } from 'vitest';
import { dueOf } from '../../src/delivery/due.ts';
import { at, hours, start } from './room.ts';

const daily = { cron: '0 8 * * *', timeZone: 'UTC' };
const hourly = { cron: '0 * * * *', timeZone: 'UTC' };
const plan = { when: daily, dueAt: start };

describe('what is due at its minute', () => {
  it('is posted, and is due next when its expression says so', () => {
    expect(dueOf(plan, start)).toEqual({
      occurrence: start,
      isLate: false,
      missed: undefined,
      next: at(hours(24)),
    });
  });

  it('is posted once where it has no expression', () => {
    expect(dueOf({ dueAt: start }, at(1))).toEqual({
      occurrence: start,
      isLate: false,
      missed: undefined,
      next: undefined,
    });
  });
});

describe('what is due later than its minute', () => {
  it('says so from ten minutes on', () => {
    expect([dueOf(plan, at(10)).isLate, dueOf(plan, at(11)).isLate]).toEqual([false, true]);
  });

  it('is posted for six hours, and then left out', () => {
    expect(dueOf(plan, at(hours(6)))).toMatchObject({ occurrence: start, missed: undefined });
    expect(dueOf(plan, at(hours(6) + 1))).toEqual({
      occurrence: undefined,
      isLate: true,
      missed: start,
      next: at(hours(24)),
    });
    expect(dueOf({ dueAt: start }, at(hours(7)))).toMatchObject({ occurrence: undefined, next: undefined });
  });

  it('is, of several that were missed, the last one alone', () => {
    expect(dueOf({ when: hourly, dueAt: start }, at(hours(3) + 5))).toEqual({
      occurrence: at(hours(3)),
      isLate: false,
      missed: start,
      next: at(hours(4)),
    });
    expect(dueOf(plan, at(hours(72) - 1))).toMatchObject({ occurrence: undefined, missed: start });
  });
});

it('is due when the plan says, where somebody changed its expression meanwhile', () => {
  const changed = { when: { cron: '30 7 * * *', timeZone: 'UTC' }, dueAt: start };
  expect(dueOf(changed, at(1))).toMatchObject({
    occurrence: start,
    missed: undefined,
    next: at(hours(23.5)),
  });
});

it('is due once on the days when clocks are set', () => {
  const when = { cron: '30 2 * * *', timeZone: 'Europe/Berlin' };
  const spring = new Date('2026-03-29T01:00:00Z');
  const { next } = dueOf({ when, dueAt: spring }, spring);
  expect(next).toEqual(new Date('2026-03-30T00:30:00Z'));
  const autumn = new Date('2026-10-25T00:30:00Z');
  expect(dueOf({ when, dueAt: autumn }, autumn).next).toEqual(new Date('2026-10-26T01:30:00Z'));
});

describe('what has an end', () => {
  const until = at(hours(2));

  it('is due before it, and not again where the next time lies behind it', () => {
    expect(dueOf({ ...plan, until }, at(5))).toMatchObject({ occurrence: start, next: undefined });
    expect(dueOf({ when: hourly, dueAt: start, until }, at(5))).toMatchObject({ next: at(60) });
    expect(dueOf({ when: hourly, dueAt: at(60), until }, at(61))).toMatchObject({ next: undefined });
  });

  it('is posted no more from then on, and was missed where it was due before', () => {
    expect(dueOf({ when: hourly, dueAt: start, until }, until)).toEqual({
      occurrence: undefined,
      isLate: false,
      missed: start,
      next: undefined,
    });
    expect(dueOf({ when: hourly, dueAt: until, until }, until)).toMatchObject({
      occurrence: undefined,
      missed: undefined,
      next: undefined,
    });
  });
});
