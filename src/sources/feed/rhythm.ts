import type { Element } from './elements.ts';
import { all, plain, text } from './written.ts';

/** How often a feed asks to be read. */
export interface Rhythm {
  /** Milliseconds between two reads; undefined where the feed doesn't say. */
  readonly readEvery: number | undefined;
  /** When there is nothing new: hours of the day from 0 to 23, in UTC, and days of the week from Sunday, 0, to Saturday, 6. */
  readonly skip: { readonly hours: readonly number[]; readonly days: readonly number[] };
}

/** The rhythm of a feed that has none. */
export const anyTime: Rhythm = { readEvery: undefined, skip: { hours: [], days: [] } };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const longest = 366 * day;
const periods: ReadonlyMap<string, number> = new Map([
  ['hourly', hour],
  ['daily', day],
  ['weekly', 7 * day],
  ['monthly', 30 * day],
  ['yearly', 365 * day],
]);
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Reads `ttl`, `skipHours` and `skipDays` of RSS, and the syndication module, which any feed may use. */
export function rhythmOf(head: Element): Rhythm {
  const minutes = sensible(Number(text(head, 'ttl') ?? Number.NaN) * minute);
  const period = periods.get(text(head, 'sy:updateperiod')?.toLowerCase() ?? '');
  const times = Number(text(head, 'sy:updatefrequency') ?? 1);
  return {
    readEvery: minutes ?? sensible((period ?? Number.NaN) / times),
    skip: {
      hours: listed(head, 'skiphours', hourOf),
      days: listed(head, 'skipdays', (written) => weekdays.indexOf(written.slice(0, 3).toLowerCase())),
    },
  };
}

/** RSS 0.91 counts hours from 1 to 24, later versions from 0 to 23. */
function hourOf(written: string): number {
  const hours = /^\d{1,2}$/.test(written) ? Number(written) : 25;
  return hours > 24 ? -1 : hours % 24;
}

function sensible(milliseconds: number): number | undefined {
  return milliseconds >= minute && milliseconds <= longest ? milliseconds : undefined;
}

/** The numbers that are read in a list of elements, in order and each once; -1 is none. */
function listed(head: Element, name: string, read: (written: string) => number): readonly number[] {
  const numbers = all(head, name)
    .flatMap(({ children }) => [...children.values()].flat())
    .map((child) => read(plain(child)));
  return [...new Set(numbers)].filter((number) => number >= 0).toSorted((one, other) => one - other);
}
