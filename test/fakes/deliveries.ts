import type { Entry, ToldArticle } from '../../src/delivery/ledger.ts';
import type { DueDelivery } from '../../src/delivery/outbox.ts';

/** A delivery as the fakes keep it. */
export interface Kept extends Entry {
  readonly number: number;
  readonly putAt: Date;
  /** What the delivery's message is since it was edited. */
  readonly edited?: DueDelivery['parts'];
  readonly againAt: number;
  readonly owner?: string;
  readonly claimedUntil: number;
}

/** What an outbox and its ledger share. */
export interface Deliveries {
  readonly kept: Map<string, Kept>;
  /** By `nameOf`. */
  readonly told: Map<string, ToldArticle>;
}

/** Names what a delivery tells of an article. */
export function nameOf(delivery: string, article: string): string {
  return JSON.stringify([delivery, article]);
}

/** The number of the last delivery that told a channel of a story. */
export function lastNumber(kept: ReadonlyMap<string, Kept>, channel: string): number {
  const telling = [...kept.values()].filter(
    ({ delivery: { channel: own, edits, parts } }) =>
      own === channel && edits === undefined && parts.some(({ told }) => told !== undefined),
  );
  return telling.at(-1)?.number ?? 0;
}
