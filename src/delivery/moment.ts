import { fold, languages, languageTags } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import { addDays, dayAt, instantOf, startOfDay } from '../language/zoned.ts';
import type { Day } from '../language/zoned.ts';
import { dayIn } from '../sources/days.ts';
import { monthOf } from '../sources/months.ts';
import { readWhenWords } from './when/words.ts';
import { minutesOf } from './write-moment.ts';

/** Where and when somebody names a moment. */
export interface Naming {
  readonly language: LanguageTag;
  readonly timeZone: string;
  readonly now: Date;
}

/** A day, and what is written around it. */
interface NamedDay {
  readonly day: Day;
  readonly rest: string;
}

/** Characters that are read. */
const longest = 120;
/** An instant as programs write it, with its offset from UTC. */
const absolute = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/i;
/** "1/12/2026", which all but Americans write day first. */
const slashed = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;
/** Days without their year: "1.12.", "1 December", "1er décembre", "December 1st". */
const yearless = [
  { pattern: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.?(?![\d.])/, isNameFirst: false },
  {
    pattern: /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(\p{L}{3,12})(?!\p{L})\.?/iu,
    isNameFirst: false,
  },
  { pattern: /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.h])/iu, isNameFirst: true },
];
/** A single time of day, as cron has it. */
const daily = /^(\d{1,2}) (\d{1,2}) \* \* \*$/;

/**
 * The moment that somebody names ("2026-12-01 9:00", "morgen um 9", « 1er décembre à 9 h 30 »), by the clocks of a time zone; a
 * day without its year is the next one of that name. Undefined for what names none, or a day alone.
 */
export function readMoment(text: string, naming: Naming): Date | undefined {
  const typed = text.trim();
  if (typed.length > longest) return undefined;
  if (absolute.test(typed)) return instantIn(typed);
  if (languageTags.some((tag) => fold(nameOf(0, 'second', tag)) === fold(typed))) return naming.now;
  const named = dayNamed(typed, naming);
  const minutes = named === undefined ? undefined : minutesIn(named.rest, naming.language);
  if (named === undefined || minutes === undefined) return undefined;
  const { year, month, day } = named.day;
  return instantOf(Date.UTC(year, month - 1, day, 0, minutes), naming.timeZone);
}

/** The moment that somebody names as an end: of a day alone, its end. */
export function readEnd(text: string, naming: Naming): Date | undefined {
  const moment = readMoment(text, naming);
  if (moment !== undefined || text.length > longest) return moment;
  const named = dayNamed(text.trim(), naming);
  if (named === undefined || /\d/.test(named.rest)) return undefined;
  return startOfDay(addDays(named.day, 1), naming.timeZone);
}

/** Undefined for a day that no calendar has. */
function instantIn(written: string): Date | undefined {
  const instant = new Date(written);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** A moment by the clocks of a time zone, the way `readMoment` reads it in every language: "2026-12-01 09:00". */
export function stampOf(moment: Date, timeZone: string): string {
  const { year, month, day } = dayAt(moment, timeZone);
  const minutes = minutesOf(moment, timeZone);
  return `${year}-${two(month)}-${two(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function dayNamed(text: string, naming: Naming): NamedDay | undefined {
  const { language } = naming;
  const ordered = language === 'en' ? text : text.replace(slashed, '$1.$2.$3');
  return nearDay(text, naming) ?? datedDay(ordered) ?? nextDay(ordered, naming);
}

/** "Tomorrow", "übermorgen", « aujourd’hui »: what the runtime's data calls it. */
function nearDay(text: string, { timeZone, now }: Naming): NamedDay | undefined {
  const folded = fold(text);
  const today = dayAt(now, timeZone);
  const found = [2, 1, 0]
    .flatMap((days) => languageTags.map((tag) => ({ days, word: fold(nameOf(days, 'day', tag)) })))
    .map(({ days, word }) => ({ days, word, at: placeOf(word, folded) }))
    .filter(({ at }) => at >= 0)
    // "Heute morgen" is today.
    .toSorted((one, other) => one.at - other.at)[0];
  if (found === undefined) return undefined;
  const { at, word, days } = found;
  const rest = `${folded.slice(0, at)} ${folded.slice(at + word.length)}`;
  return { day: addDays(today, days), rest };
}

function placeOf(word: string, text: string): number {
  const at = text.indexOf(word);
  const isWhole = at >= 0 && !/\p{L}/u.test((text[at - 1] ?? '') + (text[at + word.length] ?? ''));
  return isWhole ? at : -1;
}

function datedDay(text: string): NamedDay | undefined {
  const found = dayIn(text);
  return found === undefined ? undefined : sound(found.year, found.month, found.date, found.rest);
}

/** A day without its year: the next of that name. */
function nextDay(text: string, { timeZone, now }: Naming): NamedDay | undefined {
  for (const { pattern, isNameFirst } of yearless) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [all, one = '', two = ''] = found;
    const [date, name] = isNameFirst ? [two, one] : [one, two];
    const month = /^\d/.test(name) ? Number(name) : monthOf(name);
    if (month === undefined) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + all.length)}`;
    const today = dayAt(now, timeZone);
    const isOver = month < today.month || (month === today.month && Number(date) < today.day);
    return sound(today.year + (isOver ? 1 : 0), month, Number(date), rest);
  }
  return undefined;
}

/** Undefined for a day that no calendar has. */
function sound(year: number, month: number, day: number, rest: string): NamedDay | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year < 2200;
  return isThere ? { day: { year, month, day }, rest } : undefined;
}

/** The time of day in what is written around a day; the words that lead to the day may stand before it. */
function minutesIn(written: string, language: LanguageTag): number | undefined {
  const words = written
    .replace(/^\s*T(?=\d)/, '')
    .split(/[\s,]+/)
    .filter(Boolean);
  const tags = [language, ...languageTags.filter((tag) => tag !== language)];
  for (const skipped of [0, 1, 2]) {
    if (words.slice(0, skipped).some((word) => /\d/.test(word))) return undefined;
    const text = words.slice(skipped).join(' ');
    for (const tag of tags) {
      const [, minute, hour] = daily.exec(readWhenWords(text, languages[tag].schedule) ?? '') ?? [];
      if (minute !== undefined && hour !== undefined) return 60 * Number(hour) + Number(minute);
    }
  }
  return undefined;
}

function nameOf(count: number, unit: Intl.RelativeTimeFormatUnit, language: LanguageTag): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(count, unit);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
