import { dayIn } from './days.ts';
import { westernDate } from './east-asian-dates.ts';

/** Hours east of Greenwich, by the abbreviations RFC 822 names and those that feeds use beside them. */
const zones: ReadonlyMap<string, number> = new Map(
  Object.entries({
    Z: 0,
    UT: 0,
    UTC: 0,
    GMT: 0,
    WET: 0,
    WEST: 1,
    WAT: 1,
    MET: 1,
    MEST: 2,
    CAT: 2,
    SAST: 2,
    EAT: 3,
    TRT: 3,
    PKT: 5,
    ICT: 7,
    WIB: 7,
    PHT: 8,
    ACST: 9.5,
    ACDT: 10.5,
    BRT: -3,
    ART: -3,
    COT: -5,
    PET: -5,
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

/** The spellings of a time: 08:15:00.25, 8h15, 8.15 Uhr, 8 pm, T0815. */
const clocks = [
  /(?<![\d+-])(\d{1,2})\s?[:h]\s?(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?m\b\.?)?/i,
  /(?<!\d)(\d{1,2})\.(\d{2})()\s*(?:Uhr|([ap]\.?m\b\.?))/i,
  /(?<![\d.])(\d{1,2})\.(\d\d)\.(\d\d)(?![\d.])()/,
  /(?<!\d)(\d{1,2})()()\s*(?:Uhr\b|h\b|([ap]\.?m\b\.?))/i,
  /T(\d\d)(\d\d)?(\d\d)?(?!\d)()/i,
];

/**
 * Reads a date in any spelling that feeds and pages commonly use: ISO 8601, RFC 822, Unix seconds, "12 mars 2024 à 10h05".
 * Without a time zone it is taken as UTC, whatever the machine's own zone; with one nobody knows, too. The day's name is
 * not read, since it is wrong more often than the day. Undefined: it is no date, or an impossible one.
 */
export function parseDate(written: string): Date | undefined {
  const trimmed = written.trim().slice(0, longest).normalize('NFKC');
  const isFigures = /^\d{8}/.test(trimmed);
  const unix = isFigures ? unixTime(trimmed) : undefined;
  if (unix !== undefined) return sound(unix);
  const day = dayIn(isFigures ? spelledOut(trimmed) : westernDate(trimmed));
  const clock = day === undefined ? undefined : clockOf(day.rest);
  if (day === undefined || clock === undefined) return undefined;
  const { year, month, date } = day;
  const midnight = Date.UTC(year, month - 1, date);
  const check = new Date(midnight);
  const isPossible =
    check.getUTCFullYear() === year && check.getUTCMonth() === month - 1 && check.getUTCDate() === date;
  return isPossible ? sound(midnight + clock) : undefined;
}

const rowOfFigures =
  /^((?:19|20|21)\d\d)(0\d|1[0-2])([0-3]\d)(?:T|\s|(?=\d{4}(?:\d\d)?$))([0-2]\d)([0-5]\d)(\d\d)?/i;

/** Seconds or milliseconds since 1970, in milliseconds; ten figures are seconds, whatever else they could be. */
function unixTime(text: string): number | undefined {
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Math.floor(Number(text)) * 1000;
  return /^\d{12,13}$/.test(text) && !rowOfFigures.test(text) ? Number(text) : undefined;
}

/** Days and times that are written in one row of figures, with marks between them. */
function spelledOut(text: string): string {
  return text.replace(rowOfFigures, '$1-$2-$3T$4:$5:$6').replace(/:(?=\D|$)/, '');
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
  const offset = /^\s*\(?(?:[A-Za-z]{1,5}\)?)?\s*([+−-])\s?(\d{1,2}):?(\d{2})?(?!\d)/.exec(rest);
  if (offset !== null) {
    const size = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000;
    return offset[1] === '+' ? size : -size;
  }
  const name = /^\s*(?:Uhr)?\s*\(?([A-Z]{1,5})\b/i.exec(rest)?.[1]?.toUpperCase();
  return (zones.get(name ?? '') ?? 0) * 3_600_000;
}

function sound(time: number): Date | undefined {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= 1900 && year < 2200 ? date : undefined;
}
