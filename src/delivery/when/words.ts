import type { ScheduleWords } from '../../language/schedule-words.ts';
import { readClauses } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { resolveTimes } from './hours.ts';
import { readItems } from './items.ts';
import { readPhrases } from './reading.ts';
import { everyDayAt, writeCron } from './slots.ts';
import type { Days, Slot } from './slots.ts';

/** Reads when something is to be due in one language's words, as a cron expression; undefined unless every word is understood. */
export function readWhenWords(text: string, words: ScheduleWords): string | undefined {
  const items = readItems(readPhrases(text, words), words);
  const slots = items && readClauses(items)?.map(slotOf);
  return slots?.every((slot) => slot !== undefined) ? writeCron(slots) : undefined;
}

function slotOf(clause: Clause): Slot | undefined {
  const days = daysOf(clause);
  const [every, ...others] = clause.intervals;
  if (days === undefined || others.length > 0) return undefined;
  if (every !== undefined)
    return clause.times.length > 0 ? undefined : recurring(days, every, clause.windows);
  const times = clause.windows.length > 0 ? undefined : resolveTimes(clause.times);
  if (times === undefined || times.length === 0) return undefined;
  return { days, times: [...new Set(times)].sort((one, other) => one - other) };
}

/** "Every day" and days are those days; days of the week and of the month together could mean either or both. */
function daysOf({ days, rhythms }: Clause): Days | undefined {
  const weekdays = numbersOf(days.flatMap((one) => one.weekdays ?? []));
  const monthDays = numbersOf(days.flatMap((one) => one.monthDays ?? []));
  if (weekdays.length > 0 && monthDays.length > 0) return undefined;
  if (rhythms.includes('weekly') && (weekdays.length === 0 || weekdays.length === 7)) return undefined;
  if (rhythms.includes('monthly') && monthDays.length === 0) return undefined;
  if (monthDays.length > 0) return { monthDays };
  return weekdays.length > 0 && weekdays.length < 7 ? { weekdays } : {};
}

function numbersOf(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}

/** What comes at an interval, all day or from one time to another, both included. */
function recurring(days: Days, every: number, windows: Clause['windows']): Slot | undefined {
  const [window, ...others] = windows;
  if (others.length > 0) return undefined;
  if (window === undefined) {
    const times = everyDayAt(every);
    return times && { days, times, every };
  }
  const [from, to] = resolveTimes(window.map((time) => ({ time }))) ?? [];
  if (from === undefined || to === undefined || from >= to || every < 1) return undefined;
  // Cron counts within the hour, and so must the interval.
  const isEven = every < 60 ? 60 % every === 0 && from % every === 0 : every % 60 === 0 && from % 60 === 0;
  if (!isEven) return undefined;
  const count = Math.floor((to - from) / every) + 1;
  const times = Array.from({ length: count }, (_, index) => from + index * every);
  return every < 60 ? { days, times, every } : { days, times };
}
