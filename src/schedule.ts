import { createTask, parse, validate } from 'node-cron';

/** Something that runs again and again. */
export interface Schedule {
  /** Starts no more runs and waits for the one under way. */
  stop(): Promise<void>;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** February 29 on a weekday comes back after 28 years, or 40 around a year such as 2100. */
const furthestDays = 41 * 366;
const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/**
 * Runs at the start of every minute, one run at a time: a minute in which the run before goes on is left out.
 * @param parts.onError is told of a run that rejected; the next one comes all the same
 */
export function everyMinute(
  run: (now: Date) => Promise<void>,
  parts: { readonly onError: (error: unknown) => void },
): Schedule {
  let underWay = Promise.resolve();
  const task = createTask(
    '* * * * *',
    ({ triggeredAt }) => {
      underWay = run(triggeredAt).catch(parts.onError);
      return underWay;
    },
    { noOverlap: true, suppressMissedWarning: true, logger: quiet },
  );
  void task.start();
  return {
    async stop() {
      await task.destroy();
      await underWay;
    },
  };
}

/** True for a cron expression of five fields: minute, hour, day of the month, month, day of the week. */
export function isCron(expression: string): boolean {
  return readFields(expression).length === 5 && validate(expression);
}

/**
 * When a schedule is due next, in order. Where clocks go forward, a time that does not exist is due that much later; where they
 * go back, a time that comes twice is due once, unless the schedule names no hours ("*", "*" + "/2"), which goes by elapsed time.
 * @param expression see `isCron`
 * @param timeZone an IANA time zone
 * @param from exclusive
 * @throws when the expression isn't cron or never due
 */
export function nextRuns(expression: string, timeZone: string, count: number, from: Date): readonly Date[] {
  if (!isCron(expression)) throw new Error(`not a cron expression: ${expression}`);
  const [, hourField = '*', ...dayFields] = readFields(expression);
  const days = createTask(['*', '*', ...dayFields].join(' '), () => undefined, {
    timezone: 'UTC',
    logger: quiet,
  });
  const { hour: hours, minute: minutes } = parse(expression);
  const clock = createClock(timeZone);
  const first = Math.floor(clock.read(from.getTime()) / day) * day;
  const byElapsedTime = hourField.startsWith('*');
  const runs: number[] = [];
  for (let index = -1; index <= furthestDays && runs.length < count; index++) {
    const midnight = first + index * day;
    if (!days.match(new Date(midnight))) continue;
    const times = hours.flatMap((hour) => minutes.map((each) => midnight + (hour * 60 + each) * minute));
    const due = times
      .flatMap((time) => clock.instants(time, byElapsedTime))
      .sort((one, other) => one - other);
    runs.push(...new Set(due.filter((time) => time > Math.max(from.getTime(), runs.at(-1) ?? 0))));
  }
  if (runs.length < count) throw new Error(`never due: ${expression}`);
  return runs.slice(0, count).map((time) => new Date(time));
}

function readFields(expression: string): readonly string[] {
  return expression.trim().split(/\s+/);
}

/** Translates between instants and what a clock on a wall of this time zone shows, written as if it were UTC. */
function createClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  function read(instant: number): number {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
  }
  function instants(shown: number, byElapsedTime: boolean): readonly number[] {
    const [before, after] = [shown - day, shown + day].map((near) => shown - (read(near) - near));
    if (before === undefined || after === undefined) return [];
    const real = [...new Set([before, after])].filter((instant) => read(instant) === shown);
    if (byElapsedTime) return real;
    // Clocks went forward over it: as long after the change as it would have been without one.
    return [real.length === 0 ? before : Math.min(...real)];
  }
  return { read, instants };
}
