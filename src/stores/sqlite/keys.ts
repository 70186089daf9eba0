import type { DatabaseSync } from 'node:sqlite';
import type { Period } from '../../stories/store.ts';
import { optionalNumberOf } from './rows.ts';

/** Articles published in one second get keys in one block; 2^19 is room for half a million of them. */
const block = 2 ** 19;
/** Blocks go up to the year 2514, so that every key is a safe integer (below 2^53). */
const lastSecond = 2 ** 34 - 1;

/** Gives out keys of articles. A key never changes; keys are ordered by the second of publication. */
export interface Keys {
  /** A free key, to be used in the transaction of whoever calls. */
  next(publishedAt: Date): number;
}

/** Keys of the articles in this database. */
export function createKeys(database: DatabaseSync): Keys {
  const last = database.prepare('SELECT max(key) AS key FROM articles WHERE key >= ? AND key < ?');
  return {
    next(publishedAt) {
      // A full block overflows into the next second's.
      for (let first = firstKeyOf(Math.floor(publishedAt.getTime() / 1000)); ; first += block) {
        const key = (optionalNumberOf(last.get(first, first + block) ?? {}, 'key') ?? first - 1) + 1;
        if (key < first + block) return key;
      }
    },
  };
}

/** The keys of a period as a range, `end` exclusive; whole seconds, so it may hold articles a little outside of the period. */
export function keyRange({ from, to }: Period): { readonly start: number; readonly end: number } {
  return {
    start: from === undefined ? 0 : firstKeyOf(Math.floor(from.getTime() / 1000)),
    end: to === undefined ? Number.MAX_SAFE_INTEGER : firstKeyOf(Math.ceil(to.getTime() / 1000) - 1) + block,
  };
}

/** Times outside of the blocks are clamped. */
function firstKeyOf(second: number): number {
  return Math.min(lastSecond, Math.max(0, second)) * block;
}
