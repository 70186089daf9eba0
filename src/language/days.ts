import { addDays } from './zoned.ts';
import type { Day } from './zoned.ts';

/** Days from the first to before the second; without a second one up to now. */
export interface Days {
  readonly first: Day;
  readonly end?: Day;
}

/** Some days from one on. */
export function daysFrom(first: Day, count = 1): Days {
  return { first, end: addDays(first, count) };
}

/** A month; month 0 is December of the year before. */
export function monthFrom(year: number, month: number): Days {
  const first = addDays({ year, month, day: 1 }, 0);
  return { first, end: addDays({ year: first.year, month: first.month + 1, day: 1 }, 0) };
}

/** A year. */
export function yearFrom(year: number): Days {
  return { first: { year, month: 1, day: 1 }, end: { year: year + 1, month: 1, day: 1 } };
}
