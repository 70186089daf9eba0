import type { Sentence } from './sentences.ts';

/** A sentence's terms weighted by how rare they are among the sentences; its length is 1. */
export type Vector = ReadonlyMap<string, number>;

/** Weighs the terms of sentences that are told together, so that they can be compared. */
export function vectorsOf(sentences: readonly Pick<Sentence, 'terms'>[]): readonly Vector[] {
  const frequency = new Map<string, number>();
  for (const { terms } of sentences)
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return sentences.map(({ terms }) => {
    const weighted = [...terms].map(([term, count]): [string, number] => [
      term,
      count * Math.log(1 + sentences.length / (frequency.get(term) ?? 1)),
    ]);
    const norm = Math.sqrt(weighted.reduce((total, [, weight]) => total + weight * weight, 0)) || 1;
    return new Map(weighted.map(([term, weight]) => [term, weight / norm]));
  });
}

/** The cosine of two sentences: 0 where they share no term, 1 where they hold the same. */
export function likeness(one: Vector, other: Vector): number {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  let dot = 0;
  for (const [term, weight] of fewer) dot += weight * (more.get(term) ?? 0);
  return dot;
}

const leastDegree = 1e-6;

/**
 * The sum of each sentence's likeness to all others, from 0 to 1 (degree centrality, Erkan & Radev 2004, "LexRank"): its
 * likeness to the sum of all, in linear time.
 */
export function centralities(vectors: readonly Vector[]): readonly number[] {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  const degrees = vectors.map((vector) => (vector.size === 0 ? 0 : Math.max(0, likeness(vector, sum) - 1)));
  // Sentences that share nothing differ from 0 by what rounding leaves.
  const most = Math.max(...degrees, leastDegree);
  return degrees.map((degree) => degree / most);
}
