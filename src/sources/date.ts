/** Month names, long and short, folded to plain letters; what news writes in the languages of Europe's larger papers. */
const months = monthNames(['en-GB', 'en-US', 'fr', 'de', 'de-AT', 'es', 'it', 'nl', 'pt']);

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
    EST: -5,
    EDT: -4,
    CST: -6,
    CDT: -5,
    MST: -7,
    MDT: -6,
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

const time = String.raw`(\d{1,2})\s?[:hH]\s?(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\b\.?)?`;
const numeric = /^(\d{4})(?:([-/.]?)(\d{1,2})(?:\2(\d{1,2}))?)?(?=$|[T\s,])/i;
const dayFirst = /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\b/;
const dayMonthYear =
  /\b(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+)?(\p{L}{3,12})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})\b/iu;
const monthDayYear = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/iu;
const monthDayTimeYear = /(\p{L}{3,12})\s+(\d{1,2})\s+[\d:]+\s+(?:\p{Lu}{1,4}\s+)?(\d{4})$/u;

/**
 * Reads a date in any spelling that feeds and pages commonly use: ISO 8601, RFC 822, Unix seconds, "12 mars 2024 à 10h05".
 * Without a time zone it is taken as UTC, whatever the machine's own zone. Undefined: it is no date, or an impossible one.
 */
export function parseDate(written: string): Date | undefined {
  const text = written
    .trim()
    .slice(0, 100)
    .replace(/^(\d{8})T(\d\d)(\d\d)(?=\d\d|\D|$)/, '$1T$2:$3:')
    .replace(/:(?=\D|$)/, '');
  if (/^\d{10}(\d{3})?$/.test(text)) return sound(new Date(Number(text) * (text.length === 10 ? 1000 : 1)));
  const day = dayOf(text);
  if (day === undefined) return undefined;
  const clock = clockOf(text.normalize('NFKC'));
  if (clock === undefined) return undefined;
  const { year, month, date } = day;
  const midnight = Date.UTC(year, month - 1, date);
  const check = new Date(midnight);
  if (check.getUTCFullYear() !== year || check.getUTCMonth() !== month - 1 || check.getUTCDate() !== date)
    return undefined;
  return sound(new Date(midnight + clock));
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

function dayOf(text: string): Day | undefined {
  const iso = numeric.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[3] ?? 1), date: Number(iso[4] ?? 1) };
  const named = dayMonthYear.exec(text);
  const month = monthOf(named?.[2]);
  if (named !== null && month !== undefined)
    return { year: fullYear(named[3]), month, date: Number(named[1]) };
  const american = monthDayYear.exec(text) ?? monthDayTimeYear.exec(text);
  const first = monthOf(american?.[1]);
  if (american !== null && first !== undefined)
    return { year: fullYear(american[3]), month: first, date: Number(american[2]) };
  const figures = dayFirst.exec(text);
  if (figures === null) return undefined;
  const [, one, mark, two] = figures.map(String);
  // With slashes alone nobody can tell; programs that write them this way are mostly American.
  const monthFirst = mark === '/' && Number(two) > 12 ? true : mark === '/' && Number(one) <= 12;
  const [date, monthNumber] = monthFirst ? [two, one] : [one, two];
  return { year: fullYear(figures[4]), month: Number(monthNumber), date: Number(date) };
}

/** Milliseconds from midnight UTC of the written day; undefined where the time is impossible. */
function clockOf(text: string): number | undefined {
  const match =
    new RegExp(`(?:^|[T\\s,])${time}`).exec(text.replace(numeric, ' ')) ?? new RegExp(time).exec(text);
  if (match === null) return 0;
  const half = match[4]?.toLowerCase();
  const written = Number(match[1]);
  const hour = half === undefined ? written : (written % 12) + (half.startsWith('p') ? 12 : 0);
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 24 || minute > 59 || second > 60 || (half !== undefined && written > 12)) return undefined;
  const rest = text.slice(text.indexOf(match[0]) + match[0].length);
  return ((hour * 60 + minute) * 60 + second) * 1000 - offsetOf(rest);
}

function offsetOf(rest: string): number {
  const offset = /^\s*(?:GMT|UTC|UT)?\s*([+-])(\d{1,2}):?(\d{2})?/i.exec(rest);
  if (offset !== null) {
    const size = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000;
    return offset[1] === '-' ? -size : size;
  }
  const name = /^\s*\(?([A-Z]{1,5})\b/i.exec(rest)?.[1]?.toUpperCase();
  return (zones.get(name ?? '') ?? 0) * 3_600_000;
}

function monthOf(word: string | undefined): number | undefined {
  const folded = fold(word ?? '');
  return months.get(folded) ?? months.get(folded.slice(0, 3));
}

/** Two digits mean the century around 2000, as RFC 2822 has it. */
function fullYear(digits: string | undefined): number {
  const year = Number(digits);
  if (digits?.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function sound(date: Date): Date | undefined {
  const year = date.getUTCFullYear();
  return year >= 1900 && year < 2200 ? date : undefined;
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase();
}

function monthNames(locales: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
      for (let month = 12; month >= 1; month -= 1) {
        const name = fold(format.format(new Date(Date.UTC(2001, month - 1, 15))));
        if (!names.has(name)) names.set(name, month);
      }
    }
  }
  names.set('mrz', 3);
  return names;
}
