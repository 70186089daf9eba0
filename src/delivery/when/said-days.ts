import { groupAt, phraseAt } from '../../language/phrases.ts';
import type { Reading } from '../../language/phrases.ts';
import type { ScheduleWords } from '../../language/schedule-words.ts';
import type { Found } from './item.ts';
import { dash } from './said-times.ts';

/** "Weekdays", "on Mondays", "every Monday", "from Monday to Friday", "on the 1st and 15th of each month". */
export function findDays(reading: Reading, at: number, words: ScheduleWords): Found | undefined {
  const on = phraseAt(reading, at, words.onDay);
  for (const skipped of new Set([0, on])) {
    const found = findWeekdays(reading, at + skipped, words) ?? findMonthDays(reading, at + skipped, words);
    if (found !== undefined) return { ...found, length: skipped + found.length };
  }
  return undefined;
}

function findWeekdays(reading: Reading, at: number, words: ScheduleWords): Found | undefined {
  const all = phraseAt(reading, at, words.daily);
  if (all > 0) return { kind: 'days', days: {}, length: all };
  const lead = phraseAt(reading, at, words.every);
  const set = groupAt(reading, at + lead, [words.weekdays, words.weekend]);
  if (set !== undefined)
    return {
      kind: 'days',
      days: { weekdays: set.index === 0 ? [1, 2, 3, 4, 5] : [0, 6] },
      length: lead + set.length,
    };
  const from = phraseAt(reading, at, words.from);
  const start = at + (from || lead);
  const first = groupAt(reading, start, words.days);
  if (first === undefined) return undefined;
  const afterFirst = start + first.length;
  const to =
    phraseAt(reading, afterFirst, words.to) ||
    phraseAt(reading, afterFirst, dash) ||
    (from > 0 ? phraseAt(reading, afterFirst, words.and) : 0);
  const last = to > 0 ? groupAt(reading, afterFirst + to, words.days) : undefined;
  if (last !== undefined)
    return {
      kind: 'days',
      days: { weekdays: weekFrom(first.index, last.index) },
      length: afterFirst + to + last.length - at,
    };
  return from > 0 ? undefined : { kind: 'days', days: { weekdays: [first.index] }, length: afterFirst - at };
}

function weekFrom(first: number, last: number): readonly number[] {
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => (first + index) % 7);
}

/** "First of the month", "1st and 15th of each month", "monthly on the 1st". */
function findMonthDays(reading: Reading, at: number, words: ScheduleWords): Found | undefined {
  const monthly = phraseAt(reading, at, words.monthly);
  const onDay = monthly > 0 ? phraseAt(reading, at + monthly, words.onDay) : 0;
  const every = phraseAt(reading, at, words.every);
  let next = at + (onDay > 0 ? monthly + onDay : every);
  const monthDays: number[] = [];
  for (;;) {
    const day = monthDayAt(reading, next, words);
    if (day === undefined) return undefined;
    monthDays.push(day.value);
    next += day.length;
    const comma = phraseAt(reading, next, [',']);
    const and = comma + phraseAt(reading, next + comma, words.and);
    const lead = phraseAt(reading, next + and, words.onDay);
    if (and === 0 || monthDayAt(reading, next + and + lead, words) === undefined) break;
    next += and + lead;
  }
  const end = phraseAt(reading, next, words.ofTheMonth);
  if (onDay === 0 && end === 0) return undefined;
  return { kind: 'days', days: { monthDays }, length: next + end - at };
}

function monthDayAt(
  reading: Reading,
  at: number,
  words: ScheduleWords,
): { readonly value: number; readonly length: number } | undefined {
  const named = groupAt(reading, at, words.ordinals);
  if (named !== undefined) return { value: named.index + 1, length: named.length };
  const word = reading.tokens[at]?.word ?? '';
  const value = Number(word);
  if (!/^\d{1,2}$/.test(word) || value < 1 || value > 31) return undefined;
  return { value, length: 1 + phraseAt(reading, at + 1, words.ordinalEndings) };
}
