import { monthOf } from './months.ts';

/** Hours east of Greenwich, by the abbreviations RFC 822 names and those that feeds use beside them. */
const zones: ReadonlyMap<string, number> = new Map(
  Object.entries({
    Z: 0,
    UT: 0,
    UTC: 0,
    GMT: 0,
    WET: 0,
    WEST: 1,
    BST: 1,
    CET: 1,
    MEZ: 1,
    CEST: 2,
    MESZ: 2,
    EET: 2,
    EEST: 3,
    MSK: 3,
    NST: -3.5,
    NDT: -2.5,
    AT: -4,
    AST: -4,
    ADT: -3,
    ET: -5,
    EST: -5,
    EDT: -4,
    CT: -6,
    CST: -6,
    CDT: -5,
    MT: -7,
    MST: -7,
    MDT: -6,
    PT: -8,
    PST: -8,
    PDT: -7,
    AKST: -9,
    AKDT: -8,
    HST: -10,
    IST: 5.5,
    SGT: 8,
    HKT: 8,
    AWST: 8,
    JST: 9,
    KST: 9,
    AEST: 10,
    AEDT: 11,
    NZST: 12,
    NZDT: 13,
  }),
);

/** Longer texts are no dates; what is written after this is not read, in UTF-16 units. */
const longest = 100;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** What is written around the day: the time. */
  readonly rest: string;
}

type Found = Readonly<Record<string, string | undefined>>;

/** The spellings of a day; those that leave less to be guessed come first. */
const spellings: readonly {
  readonly pattern: RegExp;
  readonly read: (found: Found) => Omit<Day, 'rest'> | undefined;
}[] = [
  {
    // ISO 8601, extended and basic, and the ways programs bend it: 2026-11-23, 20261123, 2026/11/23, 2026-11
    pattern:
      /^(?:\p{L}+\.?,?\s)?(?<year>\d{4})(?:(?<mark>[-/.])(?<month>\d{1,2})(?:\k<mark>(?<date>\d{1,2}))?|(?<month2>\d\d)(?<date2>\d\d))(?=$|[T\s,]|[+-]\d\d:|Z)/iu,
    read: ({ year, month, date, month2, date2 }) => ({
      year: Number(year),
      month: Number(month ?? month2),
      date: Number(date ?? date2 ?? 1),
    }),
  },
  {
    pattern: /^(?<year>\d{4})$/,
    read: ({ year }) => ({ year: Number(year), month: 1, date: 1 }),
  },
  {
    // The day of the year: 2026-327, 2026327.
    pattern: /^(?<year>\d{4})-?(?<day>\d{3})(?=$|T)/i,
    read: ({ year, day }) => dayOfYear(Number(year), Number(day)),
  },
  {
    // 23 Nov 2026, Monday, 23-Nov-26, 23. November 2026, 1er août 2026, 23/Nov/2026
    pattern:
      /(?<!\d)(?<date>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s./-]+(?:de\s+|of\s+)?(?<name>\p{L}{3,12})\.?,?[\s./-]+(?:de\s+)?(?<year>\d{4}|\d{2})(?![\d.]|:\d\d(?!:))/iu,
    read: named,
  },
  {
    // November 23rd, 2026
    pattern: /(?<name>\p{L}{3,12})\.?\s+(?<date>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)/iu,
    read: named,
  },
  {
    // What C's asctime writes, with and without a zone: Mon Nov 23 08:15:00 EST 2026
    pattern:
      /(?<name>\p{L}{3,12})\s+(?<date>\d{1,2})\s+(?<time>\d[\d:]+(?:\s+(?:\p{L}{1,5}|[+-]\d{4}))?)\s+(?<year>\d{4})$/iu,
    read: named,
  },
  {
    // 2026 Nov 23, 2026-november-23
    pattern: /(?<!\d)(?<year>\d{4})[\s./-]+(?<name>\p{L}{3,12})\.?[\s./-]+(?<date>\d{1,2})(?!\d)/iu,
    read: named,
  },
  {
    // What ISO 8601 allowed until 2000, the century left out: -26-11-23, -2611, 261123.
    pattern:
      /^-(?<year>\d\d)-?(?<month>\d\d)(?:-?(?<date>\d\d))?$|^(?<year2>\d\d)(?<month2>\d\d)(?<date2>\d\d)$/,
    read: ({ year, month, date, year2, month2, date2 }) => ({
      year: fullYear(year ?? year2),
      month: Number(month ?? month2),
      date: Number(date ?? date2 ?? 1),
    }),
  },
  {
    pattern: /(?<!\d)(?<one>\d{1,2})(?<mark>[./-])(?<two>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?!\d)/,
    read: ({ one, two, mark, year }) => {
      // With slashes alone nobody can tell; programs that write them this way are mostly American.
      const isMonthFirst = mark === '/' && Number(one) <= 12;
      const [month, date] = isMonthFirst ? [one, two] : [two, one];
      return { year: fullYear(year), month: Number(month), date: Number(date) };
    },
  },
  {
    // November 2026
    pattern: /^(?<name>\p{L}{3,12})\.?\s+(?<year>\d{4})$/iu,
    read: ({ name, year }) => named({ name, year, date: '1' }),
  },
  {
    pattern: /^(?<year>\d\d)(?<day>\d{3})$/,
    read: ({ year, day }) => dayOfYear(fullYear(year), Number(day)),
  },
];

/** The spellings of a time: 08:15:00.25, 8h15, 8.15 Uhr, 8 pm, T0815. */
const clocks = [
  /(?<![\d+-])(\d{1,2})\s?[:h]\s?(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?m\b\.?)?/i,
  /(?<!\d)(\d{1,2})\.(\d{2})()\s*(?:Uhr|([ap]\.?m\b\.?))/i,
  /(?<!\d)(\d{1,2})()()\s*(?:Uhr\b|h\b|([ap]\.?m\b\.?))/i,
  /T(\d\d)(\d\d)?(\d\d)?(?!\d)()/i,
];

/**
 * Reads a date in any spelling that feeds and pages commonly use: ISO 8601, RFC 822, Unix seconds, "12 mars 2024 à 10h05".
 * Without a time zone it is taken as UTC, whatever the machine's own zone; with one nobody knows, too. The day's name is
 * not read, since it is wrong more often than the day. Undefined: it is no date, or an impossible one.
 */
export function parseDate(written: string): Date | undefined {
  const text = spelledOut(written.trim().slice(0, longest).normalize('NFKC'));
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return sound(Math.floor(Number(text)) * 1000);
  if (/^\d{12,13}$/.test(text)) return sound(Number(text));
  const day = dayOf(text);
  const clock = day === undefined ? undefined : clockOf(day.rest);
  if (day === undefined || clock === undefined) return undefined;
  const { year, month, date } = day;
  const midnight = Date.UTC(year, month - 1, date);
  const check = new Date(midnight);
  const isPossible =
    check.getUTCFullYear() === year && check.getUTCMonth() === month - 1 && check.getUTCDate() === date;
  return isPossible ? sound(midnight + clock) : undefined;
}

/** Days and times that are written in one row of digits, with marks between them. */
function spelledOut(text: string): string {
  const digits =
    /^((?:19|20|21)\d\d)(0\d|1[0-2])([0-3]\d)(?:T|\s|(?=\d{4}(?:\d\d)?$))([0-2]\d)([0-5]\d)(\d\d)?/i;
  return text.replace(digits, '$1-$2-$3T$4:$5:$6').replace(/:(?=\D|$)/, '');
}

function dayOf(text: string): Day | undefined {
  for (const { pattern, read } of spellings) {
    const found = pattern.exec(text);
    const day = found?.groups === undefined ? undefined : read(found.groups);
    if (found === null || day === undefined) continue;
    const around = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return { ...day, rest: found.groups?.['time'] ?? around };
  }
  return undefined;
}

/** Milliseconds from midnight UTC of the written day; undefined where the time is impossible. */
function clockOf(text: string): number | undefined {
  const match = clocks.reduce<RegExpExecArray | null>((found, clock) => found ?? clock.exec(text), null);
  if (match === null) return -offsetOf(/^\s*[+-]\d\d:/.exec(text) === null ? '' : text);
  const [all, hours, minutes, seconds, half] = match;
  const [written, minute, second] = [Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)];
  // Some programs write "14:15 PM".
  const isHalf = half !== undefined && written <= 12;
  const hour = isHalf ? (written % 12) + (/^p/i.test(half) ? 12 : 0) : written;
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1000 - offsetOf(text.slice(match.index + all.length));
}

function offsetOf(rest: string): number {
  const offset = /^\s*\(?(?:\p{L}{1,5}\)?)?\s*([+−-])\s?(\d{1,2}):?(\d{2})?/u.exec(rest);
  if (offset !== null) {
    const size = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000;
    return offset[1] === '+' ? size : -size;
  }
  const name = /^\s*(?:Uhr)?\s*\(?([A-Z]{1,5})\b/i.exec(rest)?.[1]?.toUpperCase();
  return (zones.get(name ?? '') ?? 0) * 3_600_000;
}

function named({ year, name = '', date }: Found): Omit<Day, 'rest'> | undefined {
  const month = monthOf(name);
  return month === undefined ? undefined : { year: fullYear(year), month, date: Number(date) };
}

function dayOfYear(year: number, day: number): Omit<Day, 'rest'> | undefined {
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

function sound(time: number): Date | undefined {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= 1900 && year < 2200 ? date : undefined;
}
