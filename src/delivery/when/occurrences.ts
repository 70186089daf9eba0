import { parseCron } from './cron.ts';
import type { Cron } from './cron.ts';
import { stretchesFrom } from './stretches.ts';
import type { Stretch } from './stretches.ts';
import type { When } from './when.ts';

const minuteLength = 60_000;
const dayLength = 86_400_000;
/** Days looked back in turn; 29 February comes once in 8 years, and on a given day of the week once in 40. */
const lookBack = [2, 32, 512, 15_000];
/** Milliseconds looked ahead for the next. */
const lookAhead = 15_000 * dayLength;
/** Expressions remembered as parsed. */
const remembered = 20_000;
const known = new Map<string, readonly Cron[]>();

/**
 * The instants something is due at, ascending: those after `after` up to and including `until`, or as many as `until` says.
 *
 * A time of day ("30 8 * * *") is due once on each of its days, at the first instant at which clocks show it or have passed
 * it: where clocks skip it (spring), that is the first instant after the gap; where they show it twice (autumn), the first
 * time. An expression whose minute or hour begins with "*" recurs: it is due at every instant at which clocks show a time
 * that matches, so that an hourly one is due 23 times on a day of 23 hours and 25 times on one of 25. Instants that
 * fall together are one.
 * @throws {UserError} no such expression
 * @throws {RangeError} no such time zone
 */
export function occurrences(when: When, after: Date, until: Date | number): readonly Date[] {
  const [count, end] = typeof until === 'number' ? [until, Infinity] : [Infinity, until.getTime()];
  const found: Date[] = [];
  if (count < 1) return found;
  for (const instant of instantsIn(when, after.getTime(), end)) {
    found.push(new Date(instant));
    if (found.length >= count) break;
  }
  return found;
}

/**
 * The first instant after another that something is due at; undefined only at the end of what dates can say. Throws what
 * `occurrences` throws.
 */
export function nextOccurrence(when: When, after: Date): Date | undefined {
  const from = after.getTime();
  const { value } = instantsIn(when, from, from + lookAhead).next();
  return value === undefined ? undefined : new Date(value);
}

/**
 * The last instant up to another, itself included, that something was due at; undefined only at the beginning of what dates
 * can say. Throws what `occurrences` throws.
 */
export function lastOccurrence(when: When, upTo: Date): Date | undefined {
  let end = upTo.getTime();
  for (const days of lookBack) {
    const start = upTo.getTime() - days * dayLength;
    const instant = [...instantsIn(when, start, end)].at(-1);
    if (instant !== undefined) return new Date(instant);
    end = start;
  }
  return undefined;
}

function* instantsIn({ cron, timeZone }: When, after: number, until: number): Generator<number, undefined> {
  const crons = parsed(cron);
  let last = after;
  for (const stretch of stretchesFrom(after, timeZone)) {
    if (stretch.start > until) return;
    for (const instant of instantsOf(crons, stretch, after, until)) {
      if (instant > last) yield instant;
      last = instant;
    }
  }
}

/** Day by day, so that several expressions' instants come in order. */
function* instantsOf(
  crons: readonly Cron[],
  stretch: Stretch,
  after: number,
  until: number,
): Generator<number> {
  const { start, offset } = stretch;
  const end = Math.min(stretch.end - 1, until) + offset;
  const isOn = after >= start;
  const shown = isOn ? after + offset : start + offset;
  const reached = isOn ? Math.max(shown, stretch.reached) : stretch.reached;
  for (let day = Math.floor(Math.min(shown, reached) / dayLength); day * dayLength <= end; day++) {
    const midnight = day * dayLength;
    const date = new Date(midnight);
    const found: number[] = [];
    for (const cron of crons) {
      if (!isDueOn(cron, date)) continue;
      const from = cron.recurs ? shown : reached;
      for (const time of cron.times) {
        const local = midnight + time * minuteLength;
        if (local >= from && local <= end) found.push(Math.max(local - offset, start));
      }
    }
    yield* crons.length > 1 ? found.sort((one, other) => one - other) : found;
  }
}

/** @param date the day's midnight in UTC */
function isDueOn({ days, months, weekdays, eitherDay }: Cron, date: Date): boolean {
  if (!months.has(date.getUTCMonth() + 1)) return false;
  const isDay = days.has(date.getUTCDate());
  const isWeekday = weekdays.has(date.getUTCDay());
  return eitherDay ? isDay || isWeekday : isDay && isWeekday;
}

function parsed(text: string): readonly Cron[] {
  const remembering = known.get(text);
  if (remembering !== undefined) return remembering;
  const crons = parseCron(text);
  if (known.size >= remembered) known.clear();
  known.set(text, crons);
  return crons;
}
