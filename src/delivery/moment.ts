import { fold, languageTags } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import { addDays, dayAt, instantOf, startOfDay } from '../language/zoned.ts';
import { parseDate } from '../sources/date.ts';
import { minutesOf } from './write-moment.ts';

/** A time of day, as `parseDate` reads it. */
const time = /\d:\d\d|\d\s*(?:h\b|uhr\b|heures?\b|am\b|pm\b|a\.m|p\.m)/i;
/** "at 9": an hour alone is no time to `parseDate`. */
const bareHour = /\b(?:at|um|à|a)\s+(\d{1,2})\s*$/i;
/** "1/12/2026", which the French write day first. */
const slashed = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;

/** Where and when somebody names a moment. */
export interface Naming {
  readonly language: LanguageTag;
  readonly timeZone: string;
  readonly now: Date;
}

/**
 * The moment that somebody names ("2026-12-01 9:00", "morgen um 9", « 1er décembre 2026 à 9 h 30 »), by the clocks of a time zone;
 * undefined for what names none, or a day alone.
 */
export function readMoment(text: string, naming: Naming): Date | undefined {
  const written = plain(text, naming);
  if (!time.test(written)) return undefined;
  const shown = parseDate(written);
  return shown === undefined ? undefined : instantOf(shown.getTime(), naming.timeZone);
}

/** The moment that somebody names as an end: of a day alone, its end. */
export function readEnd(text: string, naming: Naming): Date | undefined {
  const moment = readMoment(text, naming);
  if (moment !== undefined) return moment;
  const day = parseDate(plain(text, naming));
  if (day === undefined) return undefined;
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  return startOfDay(addDays({ year, month, day: date }, 1), naming.timeZone);
}

/** A moment by the clocks of a time zone, the way `readMoment` reads it in every language: "2026-12-01 09:00". */
export function stampOf(moment: Date, timeZone: string): string {
  const { year, month, day } = dayAt(moment, timeZone);
  const minutes = minutesOf(moment, timeZone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Days that are named by where they lie, and what `parseDate` reads otherwise than it was meant, in plain spelling. */
function plain(text: string, { language, timeZone, now }: Naming): string {
  const today = dayAt(now, timeZone);
  const named = [2, 1, 0].flatMap((days) => {
    const { year, month, day } = addDays(today, days);
    const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return languageTags.map((tag) => ({ word: fold(nameOfDay(days, tag)), written }));
  });
  const folded = fold(text.trim());
  const found = named.find(({ word }) => folded.startsWith(`${word} `) || folded === word);
  const dated = found === undefined ? text : `${found.written} ${folded.slice(found.word.length)}`;
  const ordered = language === 'en' ? dated : dated.replace(slashed, '$1.$2.$3');
  return ordered.replace(bareHour, '$1:00');
}

/** "tomorrow", "morgen", « après-demain »: what the runtime's data calls it. */
function nameOfDay(days: number, language: LanguageTag): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
}
