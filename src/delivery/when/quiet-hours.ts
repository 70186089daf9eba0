import type { QuietHours } from '../../chat/plan.ts';
import { stretchesFrom } from './stretches.ts';

export type { QuietHours };

const minuteLength = 60_000;
const dayLength = 1440 * minuteLength;

/**
 * Whether clocks show one of the quiet hours at an instant. Hours that clocks show twice (autumn) are quiet twice.
 * @throws {RangeError} no such time zone
 */
export function isQuiet(hours: QuietHours, timeZone: string, at: Date): boolean {
  return endOfQuiet(hours, timeZone, at).getTime() > at.getTime();
}

/**
 * The first instant from another on that isn't quiet: itself where it isn't. Where clocks skip the end of the quiet hours, that
 * is the first instant after the gap.
 * @throws {RangeError} no such time zone
 */
export function endOfQuiet(hours: QuietHours, timeZone: string, at: Date): Date {
  const instant = at.getTime();
  for (const { start, end, offset } of stretchesFrom(instant, timeZone)) {
    const from = Math.max(start, instant);
    const over = from + untilLoud(hours, from + offset);
    if (over < end) return new Date(over);
  }
  return at;
}

/** How long it is quiet from a local time on, clocks running on; 0 where it isn't quiet. */
function untilLoud({ from, to }: QuietHours, local: number): number {
  const time = ((local % dayLength) + dayLength) % dayLength;
  const [first, last] = [from * minuteLength, to * minuteLength];
  if (first <= last) return time >= first && time < last ? last - time : 0;
  if (time >= first) return dayLength - time + last;
  return time < last ? last - time : 0;
}
