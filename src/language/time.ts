import { daysFrom, monthFrom, yearFrom } from './days.ts';
import type { Days } from './days.ts';
import { dateAt } from './dates.ts';
import type { NamedDate } from './dates.ts';
import { languages } from './languages.ts';
import type { LanguageTag, Range } from './language.ts';
import { groupAt, phraseAt, readWords } from './phrases.ts';
import type { Reading } from './phrases.ts';
import { spanAt } from './spans.ts';
import type { Asked, Span } from './spans.ts';
import { addDays, dayAt, startOfDay, weekdayOf } from './zoned.ts';
import type { Day } from './zoned.ts';

/** The time a text speaks of. */
export interface TimeMention {
  /** `news`: counted from now ("since Tuesday"), so it tells when articles were published; `mention`: a date as a fact. */
  readonly kind: 'news' | 'mention';
  /** Inclusive. */
  readonly from?: Date;
  /** Exclusive; open when the time lasts up to now. */
  readonly to?: Date;
  /** The stretches of the text that name it. */
  readonly ranges: readonly Range[];
}

interface Found extends Span {
  readonly kind: TimeMention['kind'];
}

const hour = 3_600_000;

/**
 * The time a question asks about, in the reader's time zone (IANA name). Weeks begin on Monday; a weekday is the last one
 * before today; a date without a year is the latest that has begun.
 * @throws {RangeError} no such time zone
 */
export function timeIn(
  text: string,
  language: LanguageTag,
  now: Date,
  timeZone: string,
): TimeMention | undefined {
  const asked = { reading: readWords(text), time: languages[language].time, today: dayAt(now, timeZone) };
  const found: (Found & Range)[] = [];
  for (let at = 0; at < asked.reading.tokens.length; at += 1) {
    const here = expressionAt(asked, at);
    if (here === undefined) continue;
    const start = asked.reading.tokens[at]?.start ?? 0;
    const end = asked.reading.tokens[at + here.length - 1]?.end ?? start;
    found.push({ ...here, start, end });
    at += here.length - 1;
  }
  const chosen = found.find(({ kind }) => kind === 'news') ?? found[0];
  if (chosen === undefined) return undefined;
  const ranges = found.filter(({ kind }) => kind === chosen.kind).map(({ start, end }) => ({ start, end }));
  return { kind: chosen.kind, ...limits(chosen.days, now, timeZone), ranges };
}

function limits(days: Found['days'], now: Date, timeZone: string): { from: Date; to?: Date } {
  if ('hours' in days) return { from: new Date(now.getTime() - days.hours * hour) };
  const from = startOfDay(days.first, timeZone);
  return days.end === undefined ? { from } : { from, to: startOfDay(days.end, timeZone) };
}

/** "since Tuesday", "on 6 May", "in the last 3 days" at a place, with the words that lead it in; the longest reading. */
function expressionAt(asked: Asked, at: number): Found | undefined {
  const { reading, time } = asked;
  const since = phraseAt(reading, at, time.since);
  const within = since || phraseAt(reading, at, time.within);
  const lead = since + phraseAt(reading, at + since, time.lead);
  const found = [...new Set([since, within, lead])].flatMap((skipped) => {
    const core =
      relativeAt(asked, at + skipped) ??
      spanIn(asked, at + skipped, since > 0) ??
      weekdayAt(asked, at + skipped, skipped > 0) ??
      writtenDateAt(asked, at + skipped, skipped > 0 && skipped === within);
    return core ? [{ ...core, length: core.length + skipped }] : [];
  });
  const longest = found.reduce<Found | undefined>(
    (best, next) => (best && best.length >= next.length ? best : next),
    undefined,
  );
  if (longest === undefined || since === 0 || 'hours' in longest.days) return longest;
  return { ...longest, kind: 'news', days: { first: longest.days.first } };
}

function spanIn(asked: Asked, at: number, isSince: boolean): Found | undefined {
  const span = spanAt(asked, at, isSince);
  return span && { kind: 'news', ...span };
}

/** "yesterday", "last week". */
function relativeAt({ reading, time, today }: Asked, at: number): Found | undefined {
  const { year, month } = today;
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const known: readonly (readonly [readonly string[], Days])[] = [
    [time.today, daysFrom(today)],
    [time.dayBeforeYesterday, daysFrom(addDays(today, -2))],
    [time.yesterday, daysFrom(addDays(today, -1))],
    [time.thisWeek, daysFrom(monday, 7)],
    [time.lastWeek, daysFrom(addDays(monday, -7), 7)],
    [time.thisMonth, monthFrom(year, month)],
    [time.lastMonth, monthFrom(year, month - 1)],
    [time.thisYear, yearFrom(year)],
    [time.lastYear, yearFrom(year - 1)],
  ];
  const match = groupAt(
    reading,
    at,
    known.map(([phrases]) => phrases),
  );
  const days = match && known[match.index]?.[1];
  return match && days && { kind: 'news', length: match.length, days };
}

/** "on Tuesday", "last Tuesday", "mardi dernier". */
function weekdayAt(asked: Asked, at: number, isLed: boolean): Found | undefined {
  const { reading, time, today } = asked;
  const before = phraseAt(reading, at, time.last);
  const weekday = groupAt(reading, at + before, time.weekdays);
  if (weekday === undefined) return undefined;
  const after = phraseAt(reading, at + before + weekday.length, time.last);
  const length = before + weekday.length + after;
  if (!isLed && before + after === 0 && !standsAlone(reading, at, length)) return undefined;
  const back = ((weekdayOf(today) - weekday.index + 6) % 7) + 1;
  return { kind: 'news', length, days: daysFrom(addDays(today, -back)) };
}

/** True for "… said Tuesday?", false for "Black Friday", which is a name. */
function standsAlone({ text, tokens }: Reading, at: number, length: number): boolean {
  const before = text.charAt(tokens[at - 1]?.start ?? 0);
  return at === 0 || (at + length === tokens.length && before === before.toLowerCase());
}

/** "6 May 2017", "in May", "in 2017": a fact. Months and years alone need a word that says so, for "May" is also a name. */
function writtenDateAt({ reading, time, today }: Asked, at: number, isWithin: boolean): Found | undefined {
  const date = dateAt(reading, at, time);
  if (date === undefined) return undefined;
  const isBare = date.day === undefined && (date.month === undefined || date.year === undefined);
  return isBare && !isWithin
    ? undefined
    : { kind: 'mention', length: date.length, days: daysOfDate(date, today) };
}

function daysOfDate({ year, month, day }: NamedDate, today: Day): Days {
  if (month === undefined) return yearFrom(year ?? today.year);
  const isAhead = month > today.month || (month === today.month && (day ?? 1) > today.day);
  const inYear = year ?? today.year - (isAhead ? 1 : 0);
  return day === undefined ? monthFrom(inYear, month) : daysFrom({ year: inYear, month, day });
}
