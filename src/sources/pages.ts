import type { Item } from './item.ts';

/** A page to be read, for the article that a feed only tells the beginning of. */
export interface DuePage {
  /** The item's first name, which tells it from others. */
  readonly name: string;
  /** What the feed says of the article. */
  readonly item: Item;
  readonly dueAt: Date;
  /** How often it was read with success. */
  readonly looks: number;
  /** Failures in a row. */
  readonly failures: number;
  /** What its server gave to be asked with next time; opaque. */
  readonly bookmark?: string;
}

/** Where pages wait to be read, for the first time or again. */
export interface PageStore {
  /** A page that waits already waits for what is handed in now. */
  add(pages: readonly DuePage[]): Promise<void>;
  /** Pages whose `dueAt` has come, longest due first; due again at `until` only, unless they are settled before. */
  claim(now: Date, limit: number, until: Date): Promise<readonly DuePage[]>;
  /** Notes when to look again; undefined: never. */
  settle(name: string, next: DuePage | undefined): Promise<void>;
}
