/** A day of the calendar; month 1 to 12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayLength = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day it is at an instant in a time zone (IANA name).
 * @throws {RangeError} no such time zone
 */
export function dayAt(instant: Date, timeZone: string): Day {
  return dayOf(localTime(instant.getTime(), timeZone));
}

/**
 * The first instant of a day in a time zone; the day may lie outside its month ("32 May" is 1 June). Where clocks skip
 * midnight it is the instant of the change; where midnight comes twice, the first.
 * @throws {RangeError} no such time zone
 */
export function startOfDay({ year, month, day }: Day, timeZone: string): Date {
  return instantOf(Date.UTC(year, month - 1, day), timeZone);
}

/**
 * The instant at which clocks in a time zone show a time, given as if it were UTC, in milliseconds. A time that clocks skip is the
 * instant after the gap; of one that comes twice it is the first.
 * @throws {RangeError} no such time zone
 */
export function instantOf(shown: number, timeZone: string): Date {
  const before = offsetAt(shown - dayLength, timeZone);
  const after = offsetAt(shown + dayLength, timeZone);
  const fits = [before, after].find((offset) => offsetAt(shown - offset, timeZone) === offset);
  return new Date(shown - (fits ?? before));
}

/** Whether this system knows a time zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    // Not remembered: a name can be written in many ways.
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A day some days later (or earlier), normalised to the calendar. */
export function addDays({ year, month, day }: Day, days: number): Day {
  return dayOf(Date.UTC(year, month - 1, day + days));
}

/** The day of the week, Sunday 0. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function dayOf(time: number): Day {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * How far clocks are ahead of UTC at an instant, both in milliseconds; the offset holds whole seconds.
 * @throws {RangeError} no such time zone
 */
export function offsetAt(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return localTime(whole, timeZone) - whole;
}

/** What clocks show at an instant, as if it were UTC; whole seconds. */
function localTime(instant: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
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
  formats.set(timeZone, format);
  return format;
}
