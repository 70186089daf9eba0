import type { Plan } from '../chat/plan.ts';
import { lastOccurrence, nextOccurrence } from './when/index.ts';

/** After a standstill an edition is still posted for this long, in milliseconds. */
const catchUp = 6 * 60 * 60 * 1000;
/** What comes later than this says so. */
const punctual = 10 * 60 * 1000;

/** What is due of a plan. */
export interface Due {
  /** The occurrence to post; undefined where all that is due is too old. */
  readonly occurrence: Date | undefined;
  readonly isLate: boolean;
  /** The first occurrence that is left out, if any is. */
  readonly missed: Date | undefined;
  /** When it is due next. */
  readonly next: Date | undefined;
}

/**
 * What is due of a plan at `now`: of several occurrences that were missed the last one alone, unless that is too old as well. A
 * clock that was set back makes nothing due twice, since what was seen to is due in the future.
 */
export function dueOf({ when, dueAt }: Pick<Plan, 'when' | 'dueAt'>, now: Date): Due {
  const first = dueAt ?? now;
  const last = when === undefined ? first : (lastOccurrence(when, now) ?? first);
  // A plan that was changed may be due at a time its expression doesn't name.
  const latest = last < first ? first : last;
  const isCaughtUp = now.getTime() - latest.getTime() <= catchUp;
  return {
    occurrence: isCaughtUp ? latest : undefined,
    isLate: now.getTime() - latest.getTime() > punctual,
    missed: !isCaughtUp || latest > first ? first : undefined,
    next: when === undefined ? undefined : nextOccurrence(when, now),
  };
}
