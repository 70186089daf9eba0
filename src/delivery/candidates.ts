import type { Subscription } from '../chat/plan.ts';
import type { Candidate } from './choice.ts';
import { rest } from './moved.ts';
import type { Stands } from './stands.ts';

/** Finds what digests may tell. */
export interface Candidates {
  /** The earliest arrival that is looked at for a subscription's digest. */
  since(subscription: Subscription): Date;
  /** What arrived since the last digest, best first, and then what may have moved on while it was left alone. */
  of(subscription: Subscription): Promise<readonly Candidate[]>;
}

/** A digest looks no further back, in milliseconds. */
const longestSpan = 8 * 24 * 60 * 60 * 1000;
/** What was read before the last digest may have been stored after it. */
const overlap = 10 * 60 * 1000;
/** Stories that are looked into for a digest: others were told before. */
const lookedInto = 100;

/** @param now when the digests are written */
export function createCandidates(stands: Stands, now: Date): Candidates {
  function freshSince({ readUntil }: Subscription): Date {
    return new Date(Math.max(readUntil.getTime() - overlap, now.getTime() - longestSpan));
  }

  function since(subscription: Subscription): Date {
    return new Date(freshSince(subscription).getTime() - rest);
  }

  return {
    since,
    async of(subscription) {
      const { wish } = subscription;
      const earliest = since(subscription);
      const stand = await stands.since(earliest);
      const fresh = await stand.rank(wish, freshSince(subscription));
      const known = new Set(fresh.map(({ story }) => story.id));
      const rested = (await stand.rank(wish, earliest)).filter(({ story }) => !known.has(story.id));
      return [
        ...fresh.slice(0, lookedInto),
        ...rested.slice(0, lookedInto).map((each) => ({ ...each, isRested: true })),
      ];
    },
  };
}
