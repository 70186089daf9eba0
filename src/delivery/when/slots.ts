/** The days something is due on: every one without lists; days of the week (Sunday 0) or of the month else. */
export interface Days {
  readonly weekdays?: readonly number[];
  readonly monthDays?: readonly number[];
}

/** Some days, and when on each of them. */
export interface Slot {
  readonly days: Days;
  /** Minutes of the day, ascending. */
  readonly times: readonly number[];
  /** Minutes between the times of what recurs: "every 30 minutes". */
  readonly every?: number;
}

const dayLength = 24 * 60;

/** All times of a day at an interval; undefined for what is no part of an hour, or no hours that make a day. */
export function everyDayAt(every: number): readonly number[] | undefined {
  const isPart = every < 60 ? 60 % every === 0 : every % 60 === 0 && dayLength % every === 0;
  if (!isPart || every >= dayLength) return undefined;
  return Array.from({ length: dayLength / every }, (_, index) => index * every);
}

/** The minutes from each time to the next, where they are the same. */
export function stepOf(times: readonly number[]): number | undefined {
  const [first = 0, second] = times;
  if (second === undefined) return undefined;
  const step = second - first;
  return times.every((time, at) => time === first + at * step) ? step : undefined;
}

/** The cron expressions of some slots, joined by "|"; always the same for the same times. */
export function writeCron(slots: readonly Slot[]): string {
  return mergeSlots(slots).flatMap(writeSlot).join(' | ');
}

/** Slots of the same days as one, unless they recur. */
function mergeSlots(slots: readonly Slot[]): readonly Slot[] {
  const merged = new Map<string, Slot>();
  for (const slot of slots) {
    const key = `${writeDays(slot.days)} ${slot.every ?? ''}`;
    const times = new Set([...(merged.get(key)?.times ?? []), ...slot.times]);
    merged.set(key, { ...slot, times: [...times].sort((one, other) => one - other) });
  }
  return [...merged.values()];
}

function writeSlot({ days, times, every }: Slot): readonly string[] {
  const written = writeDays(days);
  if (every !== undefined && times.length === dayLength / every) return [`${writeStep(every)} ${written}`];
  const hoursByMinutes = new Map<string, number[]>();
  for (const [hour, minutes] of Map.groupBy(times, (time) => Math.floor(time / 60))) {
    const key = writeMinutes(
      minutes.map((time) => time % 60),
      every,
    );
    hoursByMinutes.set(key, [...(hoursByMinutes.get(key) ?? []), hour]);
  }
  return [...hoursByMinutes].map(([minutes, hours]) => `${minutes} ${writeHours(hours)} ${written}`);
}

function writeStep(every: number): string {
  if (every < 60) return `*/${every} *`;
  return every === 60 ? '0 *' : `0 */${every / 60}`;
}

function writeMinutes(minutes: readonly number[], every: number | undefined): string {
  const isWhole = every !== undefined && every < 60 && minutes.length === 60 / every;
  return isWhole ? `*/${every}` : minutes.join(',');
}

/** "8-18", "8-18/2", "7,18". */
function writeHours(hours: readonly number[]): string {
  const [first = 0, second = 0] = hours;
  const step = second - first;
  const isEven = hours.length > 2 && hours.every((hour, at) => hour === first + at * step);
  return isEven && step > 1 ? `${first}-${hours.at(-1)}/${step}` : writeRuns(hours);
}

function writeDays({ weekdays, monthDays }: Days): string {
  return `${monthDays === undefined ? '*' : writeRuns(monthDays)} * ${weekdays === undefined ? '*' : writeRuns(weekdays)}`;
}

/** "1-5", "1,4": three and more in a row as a range. */
function writeRuns(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',');
}
