import { groupAt, phraseAt } from '../../language/phrases.ts';
import type { Reading } from '../../language/phrases.ts';
import type { ScheduleWords } from '../../language/schedule-words.ts';
import type { Found } from './item.ts';
import { numberAt, partAt, timeAt, twelve } from './time-of-day.ts';
import type { FoundTime, SaidTime } from './time-of-day.ts';

/** Between two times of day. */
export const dash = ['-'];

/** "Hourly", "every 2 hours", "every 30 minutes". */
export function findInterval(reading: Reading, at: number, words: ScheduleWords): Found | undefined {
  const whole = groupAt(reading, at, [words.hourly, words.halfHourly, words.quarterHourly]);
  const every = phraseAt(reading, at, words.every);
  const number = every > 0 ? numberAt(reading, at + every, words) : undefined;
  const start = at + every + (number?.length ?? 0);
  const unit = every > 0 ? groupAt(reading, start, [words.hours, words.minutes]) : undefined;
  if (unit === undefined)
    return whole && { kind: 'interval', every: [60, 30, 15][whole.index] ?? 60, length: whole.length };
  const minutes = (number?.value ?? 1) * (unit.index === 0 ? 60 : 1);
  const length = start + unit.length - at;
  return whole && whole.length >= length
    ? { kind: 'interval', every: [60, 30, 15][whole.index] ?? 60, length: whole.length }
    : { kind: 'interval', every: minutes, length };
}

/** "Between 8 and 18", "from 8 am to 6 pm", "8-18 h". */
export function findWindow(reading: Reading, at: number, words: ScheduleWords): Found | undefined {
  const isOpened = phraseAt(reading, at, words.from) > 0;
  const range = rangeAt(reading, at, words, isOpened ? [...words.to, ...words.and, ...dash] : dash);
  return range && { kind: 'window', ...range };
}

/** Two times of day with words between them; `joints` are those that may be. */
export function rangeAt(
  reading: Reading,
  at: number,
  words: ScheduleWords,
  joints: readonly string[],
): { readonly from: SaidTime; readonly to: SaidTime; readonly length: number } | undefined {
  const open = phraseAt(reading, at, words.from);
  const from = edgeAt(reading, at + open, words);
  if (from === undefined) return undefined;
  const end = at + open + from.length;
  const joint = phraseAt(reading, end, joints);
  const to = joint > 0 ? edgeAt(reading, end + joint, words) : undefined;
  return to && { from: from.time, to: to.time, length: end + joint + to.length - at };
}

/** "At 8", "8:30", "8 Uhr". */
export function findTime(reading: Reading, at: number, words: ScheduleWords): Found | undefined {
  const lead = phraseAt(reading, at, words.at);
  const found = timeAt(reading, at + lead, words);
  if (found === undefined) return undefined;
  const isTime = !found.isBare || lead > 0 || isListed(reading, at + found.length, words);
  return isTime ? { kind: 'time', time: found.time, length: lead + found.length } : undefined;
}

/** "7 und 18 Uhr": a number is a time where the last of those listed with it is. */
function isListed(reading: Reading, at: number, words: ScheduleWords): boolean {
  const joint = phraseAt(reading, at, words.and) || phraseAt(reading, at, [',']);
  const next = joint > 0 ? timeAt(reading, at + joint, words) : undefined;
  return next !== undefined && (!next.isBare || isListed(reading, at + joint + next.length, words));
}

/** A time that a window begins or ends with, noon among them. */
function edgeAt(
  reading: Reading,
  at: number,
  words: ScheduleWords,
): Pick<FoundTime, 'time' | 'length'> | undefined {
  const noon = phraseAt(reading, at, words.parts.noon);
  return timeAt(reading, at, words) ?? (noon > 0 ? { time: twelve, length: noon } : undefined);
}

/** "In the evening", "every morning", "at noon". */
export function findPart(reading: Reading, at: number, words: ScheduleWords): Found | undefined {
  const lead = phraseAt(reading, at, words.at);
  const found = partAt(reading, at + lead, words) ?? partAt(reading, at, words);
  return found && { kind: 'part', part: found.part, length: lead + found.length };
}
