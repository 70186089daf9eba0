import type { Timing } from '../chat/plan.ts';
import { lastOccurrence, nextOccurrence } from './when/index.ts';

/** After a standstill an edition is still posted for this long, in milliseconds. */
const catchUp = 6 * 60 * 60 * 1000;
/** What comes later than this says so. */
const punctual = 10 * 60 * 1000;

/** When a plan is due: first at `dueAt`, then as `when` says, and never from `until` on. */
export interface Dated {
  readonly when?: Timing;
  readonly dueAt: Date;
  readonly until?: Date;
}

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
export function dueOf({ when, dueAt, until }: Dated, now: Date): Due {
  const last = when === undefined ? dueAt : (lastOccurrence(when, now) ?? dueAt);
  // A plan that was changed may be due at a time its expression doesn't name.
  const latest = last < dueAt ? dueAt : last;
  const late = now.getTime() - latest.getTime();
  const isOver = until !== undefined && now >= until;
  const isPosted = late <= catchUp && !isOver;
  const isMissed = isPosted ? latest > dueAt : until === undefined || dueAt < until;
  const next = when === undefined ? undefined : nextOccurrence(when, now);
  return {
    occurrence: isPosted ? latest : undefined,
    isLate: late > punctual,
    missed: isMissed ? dueAt : undefined,
    next: next === undefined || (until !== undefined && next >= until) ? undefined : next,
  };
}
