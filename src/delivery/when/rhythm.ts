import { stepOf } from './slots.ts';
import type { Slot } from './slots.ts';

/** Something that comes again and again, all day or from one minute of the day to another, both included. */
export interface Rhythm {
  /** Minutes. */
  readonly every: number;
  readonly from?: number;
  readonly to?: number;
}

const dayLength = 24 * 60;
/** So few times of day are rather listed. */
const listed = 4;

/** The rhythm of a slot's times, where they have one that `parseWhen` reads. */
export function rhythmOf({ times, every }: Slot): Rhythm | undefined {
  const step = stepOf(times);
  const [from = 0] = times;
  if (step === undefined) return undefined;
  const isReadable = step < 60 ? 60 % step === 0 && from % step === 0 : step % 60 === 0 && from % 60 === 0;
  const isRhythm = every !== undefined || (step >= 60 && times.length > listed);
  if (!isReadable || !isRhythm) return undefined;
  if (every !== undefined && from === 0 && times.length === dayLength / step) return { every: step };
  return { every: step, from, to: times.at(-1) ?? from };
}
