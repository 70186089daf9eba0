import { monthOf } from './months.ts';

/** A day of the calendar that may not be one, such as the 31st of February. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** A day in a text, and what is written around it. */
export interface FoundDay extends Day {
  readonly rest: string;
}

interface Spelling {
  readonly pattern: RegExp;
  /** What the groups of the pattern say; undefined where it is no day after all. */
  readonly read: (groups: readonly (string | undefined)[]) => Day | undefined;
}

/** The spellings of a day, the most common first, then those that leave less to be guessed. */
const spellings: readonly Spelling[] = [
  {
    // RFC 822 as programs write it: Mon, 23 Nov 2026
    pattern: /^(?:[A-Z][a-z]{2}, )?(\d\d?) ([A-Z][a-z]{2}) (\d{4})(?= )/,
    read: ([date, name, year]) => named(year, name, date),
  },
  {
    // RFC 3339 as programs write it: 2026-11-23
    pattern: /^(\d{4})-(\d\d)-(\d\d)(?=T)/,
    read: ([year, month, date]) => ({ year: Number(year), month: Number(month), date: Number(date) }),
  },
  {
    // ISO 8601, extended and basic, and the ways programs bend it: 2026-11-23, 20261123, 2026/11/23, 2026-11
    pattern:
      /^(?:\p{L}+\.?,?\s)?(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?|(\d\d)(\d\d))(?=$|[T\s,]|[+-]\d\d:|Z)/iu,
    read: ([year, , month, date, month2, date2]) => ({
      year: Number(year),
      month: Number(month ?? month2),
      date: Number(date ?? date2 ?? 1),
    }),
  },
  {
    pattern: /^(\d{4})$/,
    read: ([year]) => ({ year: Number(year), month: 1, date: 1 }),
  },
  {
    // The day of the year: 2026-327, 2026327
    pattern: /^(\d{4})-?(\d{3})(?=$|T)/i,
    read: ([year, day]) => dayOfYear(Number(year), Number(day)),
  },
  {
    // The day of the week: 2026-W48-1, 2026W481
    pattern: /^(\d{4})-?W(\d\d)-?([1-7])(?=$|T)/i,
    read: ([year, week, day]) => dayOfWeek(Number(year), Number(week), Number(day)),
  },
  {
    // 23. November 2026, Monday, 23-Nov-26, 1er août 2026, 23/Nov/2026
    pattern:
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s./-]+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?[\s./-]+(?:de\s+)?(\d{4}|\d{2})(?![\d.]|:\d\d(?!:))/iu,
    read: ([date, name, year]) => named(year, name, date),
  },
  {
    // November 23rd, 2026
    pattern: /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu,
    read: ([name, date, year]) => named(year, name, date),
  },
  {
    // What C's asctime writes, with and without a zone: Mon Nov 23 08:15:00 EST 2026
    pattern: /(\p{L}{3,12})\s+(\d{1,2})(?=\s+\d[\d:]+\s+(?:(?:\p{L}{1,5}|[+-]\d{4})\s+)?(\d{4})$)/iu,
    read: ([name, date, year]) => named(year, name, date),
  },
  {
    // 2026 Nov 23, 2026-november-23
    pattern: /(?<!\d)(\d{4})[\s./-]+(\p{L}{3,12})\.?[\s./-]+(\d{1,2})(?!\d)/iu,
    read: ([year, name, date]) => named(year, name, date),
  },
  {
    // What ISO 8601 allowed until 2000, the century left out: -26-11-23, -2611, 261123
    pattern: /^-(\d\d)-?(\d\d)(?:-?(\d\d))?$|^(\d\d)(\d\d)(\d\d)$/,
    read: ([year, month, date, year2, month2, date2]) => ({
      year: fullYear(year ?? year2),
      month: Number(month ?? month2),
      date: Number(date ?? date2 ?? 1),
    }),
  },
  {
    // 23.11.2026. With slashes alone nobody can tell; programs that write them this way are mostly American.
    pattern: /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/,
    read: ([one, mark, two, year]) => {
      const isMonthFirst = mark === '/' && Number(one) <= 12;
      const [month, date] = isMonthFirst ? [one, two] : [two, one];
      return { year: fullYear(year), month: Number(month), date: Number(date) };
    },
  },
  {
    // November 2026
    pattern: /^(\p{L}{3,12})\.?\s+(\d{4})$/iu,
    read: ([name, year]) => named(year, name, '1'),
  },
  {
    // 26327, 26-327, as ISO 8601 until 2000
    pattern: /^-?(\d\d)-?(\d{3})$/,
    read: ([year, day]) => dayOfYear(fullYear(year), Number(day)),
  },
];

/** Finds the day in a text that is a date. */
export function dayIn(text: string): FoundDay | undefined {
  for (const { pattern, read } of spellings) {
    const found = pattern.exec(text);
    const day = found === null ? undefined : read(found.slice(1));
    if (found === null || day === undefined) continue;
    return { ...day, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}` };
  }
  return undefined;
}

function named(
  year: string | undefined,
  name: string | undefined,
  date: string | undefined,
): Day | undefined {
  const month = monthOf(name ?? '');
  return month === undefined ? undefined : { year: fullYear(year), month, date: Number(date) };
}

/** Weeks begin on Monday; a year has those of which it has the Thursday. */
function dayOfWeek(year: number, week: number, day: number): Day | undefined {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  if (new Date(Date.UTC(year, 0, monday + 3)).getUTCFullYear() !== year) return undefined;
  const date = new Date(Date.UTC(year, 0, monday + day - 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

function dayOfYear(year: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, 0, day));
  if (day === 0 || date.getUTCFullYear() !== year) return undefined;
  return { year, month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

/** Two digits mean the century around 2000, as RFC 2822 has it. */
function fullYear(digits: string | undefined): number {
  const year = Number(digits);
  if (digits?.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
