import { daysFrom, monthFrom, yearFrom } from './days.ts';
import type { Days } from './days.ts';
import type { TimeWords } from './language.ts';
import { groupAt, phraseAt } from './phrases.ts';
import type { Reading } from './phrases.ts';
import { addDays } from './zoned.ts';
import type { Day } from './zoned.ts';

/** A question as its time is read from it. */
export interface Asked {
  readonly reading: Reading;
  readonly time: TimeWords;
  /** The reader's day. */
  readonly today: Day;
}

/** A time counted in units from now. */
export interface Span {
  /** How many words it takes. */
  readonly length: number;
  readonly days: Days | { readonly hours: number };
}

/** What "the last days" without a number means. */
const several = 5;

/** "last 3 days", "3 derniers jours", "3 days ago", "vor 3 Tagen"; after "since" also "3 Tagen". */
export function spanAt({ reading, time, today }: Asked, at: number, isSince: boolean): Span | undefined {
  let next = at;
  const take = (phrases: readonly string[]) => {
    const length = phraseAt(reading, next, phrases);
    next += length;
    return length > 0;
  };
  let isAgo = take(time.ago);
  let isLast = take(time.lastSpan);
  const count = countAt(reading, next, time.numbers);
  next += count?.length ?? 0;
  isLast = take(time.lastSpan) || isLast;
  const unit = unitAt(reading, next, time);
  if (unit === undefined) return undefined;
  next += unit.length;
  isAgo = take(time.ago) || isAgo;
  isLast = take(time.lastSpan) || isLast;
  const counts = count !== undefined && (isAgo || isSince);
  if (!isLast && !counts) return undefined;
  const number = count?.value ?? (unit.isPlural ? several : 1);
  return {
    length: next - at,
    days: spanOf(today, unit.name, number, isAgo && !isLast),
  };
}

type Unit = keyof TimeWords['units'];

function spanOf(today: Day, unit: Unit, number: number, isAgo: boolean): Span['days'] {
  if (unit === 'hour') return { hours: number };
  const { year, month, day } = today;
  const first = {
    day: addDays(today, -number),
    week: addDays(today, -7 * number),
    month: addDays({ year, month: month - number, day }, 0),
    year: addDays({ year: year - number, month, day }, 0),
  }[unit];
  if (!isAgo) return { first };
  if (unit === 'month') return monthFrom(year, month - number);
  return unit === 'year' ? yearFrom(year - number) : daysFrom(first, unit === 'week' ? 7 : 1);
}

function countAt(
  reading: Reading,
  at: number,
  numbers: TimeWords['numbers'],
): { value: number; length: number } | undefined {
  const word = reading.tokens[at]?.word ?? '';
  if (/^\d{1,3}$/.test(word)) return { value: Number(word), length: 1 };
  const named = groupAt(reading, at, numbers);
  return named && { value: named.index + 1, length: named.length };
}

const unitNames = ['hour', 'day', 'week', 'month', 'year'] as const;

function unitAt(
  reading: Reading,
  at: number,
  { units }: TimeWords,
): { readonly name: Unit; readonly length: number; readonly isPlural: boolean } | undefined {
  const groups = unitNames.flatMap((name) => [units[name].one, units[name].many]);
  const match = groupAt(reading, at, groups);
  const name = match && unitNames[Math.floor(match.index / 2)];
  return match && name && { name, length: match.length, isPlural: match.index % 2 === 1 };
}
