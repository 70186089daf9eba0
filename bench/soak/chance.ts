import { createRandom } from '../figures.ts';

/** Choices that are the same for the same seed. */
export interface Chance {
  /** In [0, 1). */
  share(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  isHit(share: number): boolean;
  pick<each>(list: readonly each[]): each;
  /** Some of a list, in its order. */
  some<each>(list: readonly each[], count: number): readonly each[];
}

/** @param name what is chosen: each has numbers of its own, so that more of one changes nothing of the others */
export function createChance(seed: number, name: string): Chance {
  const start = [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed);
  const share = createRandom(start);
  const whole = (from: number, to: number) => from + Math.floor(share() * (to - from + 1));
  return {
    share,
    whole,
    isHit: (limit) => share() < limit,
    pick(list) {
      const found = list[whole(0, list.length - 1)];
      if (found === undefined) throw new Error('there is nothing to choose from');
      return found;
    },
    some(list, count) {
      const order = list.map((_, index) => ({ index, key: share() }));
      const chosen = order.toSorted((one, other) => one.key - other.key).slice(0, count);
      const kept = new Set(chosen.map(({ index }) => index));
      return list.filter((_, index) => kept.has(index));
    },
  };
}
