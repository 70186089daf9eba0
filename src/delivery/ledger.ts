import type { Posted } from '../chat/adapter.ts';
import type { DueDelivery, TellingArticle } from './outbox.ts';

/** A delivery and what became of it. */
export interface Entry {
  readonly delivery: DueDelivery;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly posted?: Posted;
  /** When it was posted, or given up. */
  readonly settledAt?: Date;
  /** What went wrong last. */
  readonly failure?: string;
}

/** Chooses deliveries, newest first. */
export interface EntryQuery {
  readonly keys?: readonly string[];
  readonly channel?: string;
  readonly plan?: string;
  readonly kinds?: readonly DueDelivery['kind'][];
  readonly state?: Entry['state'];
  /** Put from then on. */
  readonly since?: Date;
  readonly limit: number;
}

/** An article that a channel was told of. */
export interface ToldArticle extends TellingArticle {
  readonly channel: string;
  /** The key of the delivery. */
  readonly delivery: string;
  /** The story's id as it was then. */
  readonly story: string;
  readonly at: Date;
}

/** What channels were told of. */
export interface ToldOf {
  /** Grows by channel with each delivery that tells a story and edits no other one; 0 before the first. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Oldest first. */
  readonly articles: readonly ToldArticle[];
}

/** How articles are now that a delivery told of. */
export interface Settled {
  /** The key of the delivery. */
  readonly delivery: string;
  readonly articles: readonly TellingArticle[];
}

/** What was delivered. */
export interface Ledger {
  find(query: EntryQuery): Promise<readonly Entry[]>;
  /** Which of these articles these channels were told of, or will be by what still waits. What was given up told nobody. */
  told(channels: readonly string[], articles: readonly string[]): Promise<ToldOf>;
  /**
   * Articles that changed since deliveries told of them: they were revised, withdrawn or published again, from `since` on. Oldest
   * delivery first; those that were given up have nothing to put right.
   */
  outdated(since: Date, limit: number): Promise<readonly ToldArticle[]>;
  /** Notes that deliveries are up to date with these articles, as after changes that show nowhere in them. */
  settle(settled: readonly Settled[]): Promise<void>;
  /** Forgets what was settled before then, and returns how many deliveries it was. */
  prune(before: Date): Promise<number>;
}
