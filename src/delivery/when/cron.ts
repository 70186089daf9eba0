import { UserError } from '../../errors.ts';
import { fieldSpecs, parseField } from './cron-field.ts';

/** One cron expression, taken apart. */
export interface Cron {
  /** The minutes of the day it is due at, ascending. */
  readonly times: readonly number[];
  /** 1 to 31. */
  readonly days: ReadonlySet<number>;
  /** 1 to 12. */
  readonly months: ReadonlySet<number>;
  /** Sunday 0. */
  readonly weekdays: ReadonlySet<number>;
  /** Both fields of the day name some days, and one of them is enough. */
  readonly eitherDay: boolean;
  /** The minute or the hour begins with "*": it is due at every real instant that matches, not at named times of day. */
  readonly recurs: boolean;
}

/** The shortest time between two occurrences, in minutes. */
export const shortestInterval = 5;
/** Expressions joined by "|". */
const mostExpressions = 12;
const longest = 400;
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const shorthands: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
]);

/**
 * Reads a cron expression of five fields (minute, hour, day of the month, month, day of the week), `@hourly`, `@daily`,
 * `@weekly` or `@monthly`; several joined by "|" are due whenever one of them is ("30 8 * * * | 0 18 * * *"). As in
 * Vixie's cron, a day matches when either of its fields does where both name days, and both have to where one begins
 * with "*".
 * @throws {UserError} where it isn't one, never matches, or matches more often than every 5 minutes
 */
export function parseCron(text: string): readonly Cron[] {
  const expressions = splitCron(text);
  const crons = expressions.map(parseExpression);
  const times = [...new Set(crons.flatMap(({ times }) => times))].sort((one, other) => one - other);
  const [first = 0] = times;
  const isTooOften = times.some((time, at) => (times[at + 1] ?? first + 1440) - time < shortestInterval);
  if (isTooOften) throw new UserError('errors.when.tooOften', { minutes: shortestInterval });
  return crons;
}

/** A cron expression in one form: single spaces, lower case, no shorthands; see `parseCron`. */
export function normalizeCron(text: string): string {
  return splitCron(text)
    .map((fields) => fields.join(' '))
    .join(' | ');
}

function splitCron(text: string): readonly (readonly string[])[] {
  const expressions = text.length > longest ? [] : text.toLowerCase().split('|');
  if (expressions.length === 0 || expressions.length > mostExpressions)
    throw new UserError('errors.when.tooLong', { count: mostExpressions });
  return expressions.map((expression) => {
    const plain = expression.trim();
    const fields = (shorthands.get(plain) ?? plain).split(/\s+/);
    if (fields.length === 6) throw new UserError('errors.when.seconds', { cron: plain });
    if (fields.length !== 5)
      throw new UserError('errors.when.fields', { cron: plain, example: '0 8 * * 1-5' });
    return fields;
  });
}

function parseExpression(fields: readonly string[]): Cron {
  const cron = fields.join(' ');
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = fieldSpecs.map((spec, at) => {
    const field = fields[at] ?? '';
    const numbers = parseField(field, spec);
    if (numbers === undefined) throw new UserError('errors.when.field', { field, cron });
    return numbers;
  });
  const begins = fields.map((field) => field.startsWith('*'));
  const eitherDay = !begins[2] && !begins[4];
  const comes = months.some((month) => days.some((day) => day <= (daysOfMonth[month - 1] ?? 0)));
  if (!comes && !eitherDay) throw new UserError('errors.when.never', { cron });
  return {
    times: hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute)),
    days: new Set(days),
    months: new Set(months),
    weekdays: new Set(weekdays),
    eitherDay,
    recurs: begins[0] === true || begins[1] === true,
  };
}
