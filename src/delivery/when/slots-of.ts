import type { Cron } from './cron.ts';
import { stepOf } from './slots.ts';
import type { Days, Slot } from './slots.ts';

/**
 * Cron expressions as slots, those of the same days in one; undefined where words can't say them: for days of some months
 * only, or of the month and of the week, and for what recurs unevenly.
 */
export function slotsOf(crons: readonly Cron[]): readonly Slot[] | undefined {
  const groups = Map.groupBy(crons, (cron) => JSON.stringify(daysOf(cron)));
  const slots = groups.values().map(slotOf).toArray();
  return slots.every((slot) => slot !== undefined) ? slots : undefined;
}

function slotOf(crons: readonly Cron[]): Slot | undefined {
  const [first] = crons;
  const days = first && daysOf(first);
  if (days === undefined) return undefined;
  const times = [...new Set(crons.flatMap((cron) => cron.times))].sort((one, other) => one - other);
  if (!crons.some(({ recurs }) => recurs)) return { days, times };
  const every = stepOf(times);
  return every === undefined ? undefined : { days, times, every };
}

function daysOf({ days, months, weekdays }: Cron): Days | undefined {
  const isAnyDay = days.size === 31;
  const isAnyWeekday = weekdays.size === 7;
  if (months.size < 12 || (!isAnyDay && !isAnyWeekday)) return undefined;
  return {
    ...(isAnyDay ? {} : { monthDays: [...days] }),
    ...(isAnyWeekday ? {} : { weekdays: [...weekdays] }),
  };
}
