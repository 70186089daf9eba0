import { groupAt, phraseAt } from '../../language/phrases.ts';
import type { Reading } from '../../language/phrases.ts';
import type { DayPart, ScheduleWords, Shift } from '../../language/schedule-words.ts';

/** A time of day as it was said. */
export interface SaidTime {
  /** 0 to 23. */
  readonly hour: number;
  /** Minutes to add to the hour. */
  readonly minutes: number;
  /** False for what might be meant on a clock of twelve hours. */
  readonly isExact: boolean;
  /** The part of the day said behind it: "in the evening". */
  readonly part?: DayPart;
}

/** A time of day in a text. */
export interface FoundTime {
  readonly time: SaidTime;
  /** How many words it takes. */
  readonly length: number;
  /** True for a number by itself, which is a time only behind "at" or another time. */
  readonly isBare: boolean;
}

/** Noon. */
export const twelve: SaidTime = { hour: 12, minutes: 0, isExact: true };

/** All parts of the day. */
export const dayParts: readonly DayPart[] = ['am', 'pm', 'morning', 'noon', 'afternoon', 'evening', 'night'];
const clock = /^(\d{1,2})([:.h])(\d{2})$/;

/** The time of day said at a place: "8:30", "8 h 30", "half past eight", "8 in the evening", "midnight". */
export function timeAt(reading: Reading, at: number, words: ScheduleWords): FoundTime | undefined {
  const core =
    namedAt(reading, at, words) ??
    shiftedAt(reading, at, words) ??
    clockAt(reading, at, words) ??
    hourAt(reading, at, words);
  if (core === undefined || core.time.hour > 23 || core.time.minutes > 59) return undefined;
  const said = partAt(reading, at + core.length, words);
  if (said === undefined) return core;
  return { time: { ...core.time, part: said.part }, length: core.length + said.length, isBare: false };
}

/** The part of the day said at a place: "in the evening", "every morning". */
export function partAt(
  reading: Reading,
  at: number,
  { parts, every }: ScheduleWords,
): { readonly part: DayPart; readonly length: number } | undefined {
  const groups = dayParts.map((part) => parts[part]);
  const lead = phraseAt(reading, at, every);
  for (const skipped of new Set([0, lead])) {
    const match = groupAt(reading, at + skipped, groups);
    const part = match && dayParts[match.index];
    if (match !== undefined && part !== undefined) return { part, length: skipped + match.length };
  }
  return undefined;
}

/** The number said at a place, in digits or in words. */
export function numberAt(
  reading: Reading,
  at: number,
  { numbers }: ScheduleWords,
): { readonly value: number; readonly length: number } | undefined {
  const { tokens } = reading;
  if (/^\d{1,2}$/.test(tokens[at]?.word ?? '')) return { value: Number(tokens[at]?.word), length: 1 };
  const length = phraseAt(reading, at, Object.keys(numbers));
  const said = tokens.slice(at, at + length).map(({ word }) => word);
  const value = numbers[said.join(' ')];
  return length === 0 || value === undefined ? undefined : { value, length };
}

/** "Midnight", "midi et demi"; noon alone may be the part of the day that a time behind it falls in. */
function namedAt(reading: Reading, at: number, words: ScheduleWords): FoundTime | undefined {
  const midnight = phraseAt(reading, at, words.midnight);
  const noon = phraseAt(reading, at, words.parts.noon);
  const length = midnight || noon;
  const shift = length === 0 ? undefined : shiftAt(reading, at + length, words.shiftsAfter);
  if (length === 0 || (midnight === 0 && shift === undefined)) return undefined;
  return {
    time: { hour: midnight > 0 ? 0 : 12, minutes: shift?.minutes ?? 0, isExact: true },
    length: length + (shift?.length ?? 0),
    isBare: false,
  };
}

/** "Half past eight", "halb neun Uhr". */
function shiftedAt(reading: Reading, at: number, words: ScheduleWords): FoundTime | undefined {
  const shift = shiftAt(reading, at, words.shiftsBefore);
  const hour = shift && numberAt(reading, at + shift.length, words);
  if (shift === undefined || hour === undefined) return undefined;
  const end = shift.length + hour.length;
  const mark = phraseAt(reading, at + end, words.hour);
  const time = { hour: hour.value, minutes: shift.minutes, isExact: hour.value > 12 };
  return { time, length: end + mark, isBare: false };
}

/** "8:30", "8.30 Uhr". */
function clockAt({ tokens, ...rest }: Reading, at: number, words: ScheduleWords): FoundTime | undefined {
  const [, hour = '', sign, minutes] = clock.exec(tokens[at]?.word ?? '') ?? [];
  if (sign === undefined) return undefined;
  const mark = phraseAt({ tokens, ...rest }, at + 1, words.hour);
  return {
    time: { hour: Number(hour), minutes: Number(minutes), isExact: isExact(hour) },
    length: 1 + mark,
    // "1.12" may also be a date.
    isBare: sign === '.' && mark === 0,
  };
}

/** "8", "8 Uhr", "8 h 30", "huit heures et demie". */
function hourAt(reading: Reading, at: number, words: ScheduleWords): FoundTime | undefined {
  const hour = numberAt(reading, at, words);
  if (hour === undefined) return undefined;
  const mark = phraseAt(reading, at + hour.length, words.hour);
  const end = hour.length + mark;
  const minutes =
    shiftAt(reading, at + end, words.shiftsAfter) ??
    (mark > 0 ? minutesAt(reading, at + end, words) : undefined);
  const typed = hour.length === 1 ? (reading.tokens[at]?.word ?? '') : '';
  return {
    time: {
      hour: hour.value,
      minutes: minutes?.minutes ?? 0,
      isExact: hour.value === 0 || hour.value > 12 || isExact(typed),
    },
    length: end + (minutes?.length ?? 0),
    isBare: mark === 0,
  };
}

/** The minutes behind an hour, unless they are the next hour: "8 h 18 h". */
function minutesAt(
  reading: Reading,
  at: number,
  words: ScheduleWords,
): { readonly minutes: number; readonly length: number } | undefined {
  const minutes = numberAt(reading, at, words);
  if (minutes === undefined || phraseAt(reading, at + minutes.length, words.hour) > 0) return undefined;
  const mark = phraseAt(reading, at + minutes.length, words.minute);
  return { minutes: minutes.value, length: minutes.length + mark };
}

function shiftAt(
  reading: Reading,
  at: number,
  shifts: readonly Shift[],
): { readonly minutes: number; readonly length: number } | undefined {
  for (const { words, minutes } of shifts) {
    const length = phraseAt(reading, at, words);
    if (length > 0) return { minutes, length };
  }
  return undefined;
}

/** "08" and "18" are on a clock of 24 hours; "8" may be on one of twelve. */
function isExact(hour: string): boolean {
  return hour.startsWith('0') || Number(hour) > 12;
}
