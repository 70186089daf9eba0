import { offsetAt } from '../../../src/language/zoned.ts';

const minute = 60_000;
const quarter = 15 * minute;

/** What clocks of a zone show at each minute of a time, in minutes since 1970; asked of Intl each quarter of an hour. */
export interface ClockTable {
  /** Minutes since 1970, UTC. */
  readonly start: number;
  readonly shown: Int32Array;
}

/** One cron expression as text and as what its fields mean. */
export interface Fields {
  readonly text: string;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  readonly recurs: boolean;
  readonly eitherDay: boolean;
}

/** Clocks are only ever set at whole quarters of an hour in the years these tests look at. */
export function readClocks(timeZone: string, from: Date, to: Date): ClockTable {
  const start = from.getTime() / minute;
  const shown = new Int32Array(to.getTime() / minute - start);
  let offset = 0;
  for (let at = 0; at < shown.length; at++) {
    const instant = (start + at) * minute;
    if (instant % quarter === 0) offset = offsetAt(instant, timeZone) / minute;
    shown[at] = start + at + offset;
  }
  return { start, shown };
}

/** Walks through every minute: what recurs is due whenever its fields fit, anything else once when clocks come to its time. */
export function occurrencesByWalking(fields: Fields, { start, shown }: ClockTable): readonly number[] {
  const found: number[] = [];
  let reached = (shown[0] ?? 0) - 1;
  for (const [at, local] of shown.entries()) {
    const from = fields.recurs ? local : reached + 1;
    for (let time = from; time <= local; time++) {
      if (!fits(fields, time)) continue;
      found.push((start + at) * minute);
      break;
    }
    reached = Math.max(reached, local);
  }
  return found;
}

function fits(fields: Fields, local: number): boolean {
  if (!fields.minutes.has(local % 60) || !fields.hours.has(Math.floor(local / 60) % 24)) return false;
  const date = new Date(local * minute);
  if (!fields.months.has(date.getUTCMonth() + 1)) return false;
  const isDay = fields.days.has(date.getUTCDate());
  const isWeekday = fields.weekdays.has(date.getUTCDay());
  return fields.eitherDay ? isDay || isWeekday : isDay && isWeekday;
}
