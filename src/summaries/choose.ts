import { likeness } from './likeness.ts';
import type { Weighed } from './worth.ts';

/**
 * Chooses the sentences that are worth most, one after the other, none of them too much like one before.
 * @param worthOf what a sentence is worth beside those chosen before it
 * @param mostAlike from this likeness (cosine) on two sentences say the same
 */
export function choose<sentence extends Weighed>(
  sentences: readonly sentence[],
  count: number,
  mostAlike: number,
  worthOf: (sentence: sentence, chosen: readonly sentence[]) => number,
): readonly sentence[] {
  const left = [...sentences];
  const chosen: sentence[] = [];
  while (chosen.length < count && left.length > 0) {
    const worth = left.map((each) => worthOf(each, chosen));
    const [best] = left.splice(worth.indexOf(Math.max(...worth)), 1);
    if (best !== undefined && chosen.every(({ vector }) => likeness(best.vector, vector) < mostAlike))
      chosen.push(best);
  }
  return chosen;
}
