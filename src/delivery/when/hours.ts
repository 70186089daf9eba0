import type { DayPart } from '../../language/schedule-words.ts';
import type { SaidTime } from './time-of-day.ts';

/** From the first to the last hour of the day, both included; over midnight where the last comes first. */
type Hours = readonly [number, number];

const hoursOf: Readonly<Record<DayPart, Hours>> = {
  am: [0, 11],
  pm: [12, 23],
  morning: [0, 11],
  noon: [11, 14],
  afternoon: [12, 18],
  evening: [16, 23],
  night: [20, 5],
};

/** A time of day and the part of the day said before it, which all times behind it fall in. */
export interface PlacedTime {
  readonly time: SaidTime;
  readonly before?: DayPart;
  /** True for the first time behind that part. */
  readonly isFirst?: true;
  /** A part of the day said before other days, which may or may not go on here. */
  readonly perhaps?: DayPart;
}

/**
 * The minutes of the day that times said together mean; undefined where one of them is impossible ("18 in the morning") or
 * may mean two things ("8 and 6 pm").
 */
export function resolveTimes(times: readonly PlacedTime[]): readonly number[] | undefined {
  const minutes = times.map((_, at) => minutesOf(times, at));
  return minutes.every((one) => one !== undefined) ? minutes : undefined;
}

function minutesOf(times: readonly PlacedTime[], at: number): number | undefined {
  const placed = times[at];
  const hour = placed && hourOf(placed, times, at);
  if (placed === undefined || hour === undefined) return undefined;
  const minutes = hour * 60 + placed.time.minutes;
  // "Halb eins" alone is half past twelve to most, by the clock half past midnight.
  const isPlain = placed.before === undefined && placed.time.part === undefined;
  const isOdd = isPlain && minutes < 60 && placed.time.minutes < 0;
  if (minutes < 0 && !isPlain) return minutes + 24 * 60;
  return minutes < 0 || isOdd ? undefined : minutes;
}

function hourOf(
  { time, before, isFirst, perhaps }: PlacedTime,
  times: readonly PlacedTime[],
  at: number,
): number | undefined {
  const { hour, isExact, part } = time;
  if (part !== undefined) {
    const own = hourIn(hour, part);
    const fits = own === undefined || before === undefined || !isFirst || isIn(own, before);
    return fits ? own : undefined;
  }
  if (before !== undefined && (isFirst || !isExact)) return hourIn(hour, before);
  if (isExact) return hour;
  if (perhaps !== undefined && hourIn(hour, perhaps) !== hour) return undefined;
  const isMarked = ({ time }: PlacedTime) => time.part !== undefined;
  if (times.slice(0, at).some(isMarked)) return undefined;
  const next = times.slice(at).find(isMarked)?.time.part;
  return next === undefined || hourIn(hour, next) === hour ? hour : undefined;
}

/** The hour of the day that an hour of a clock of twelve, or of 24, is in a part of the day. */
function hourIn(hour: number, part: DayPart): number | undefined {
  return candidatesOf(hour, part).find((candidate) => isIn(candidate, part));
}

function candidatesOf(hour: number, part: DayPart): readonly number[] {
  if (hour === 0 || hour > 12) return [hour];
  if (hour < 12) return [hour, hour + 12];
  // Nobody says "12 in the morning" without leaving others to wonder.
  if (part === 'morning') return [];
  return [part === 'am' || part === 'night' ? 0 : 12];
}

function isIn(hour: number, part: DayPart): boolean {
  const [first, last] = hoursOf[part];
  return first <= last ? hour >= first && hour <= last : hour >= first || hour <= last;
}
