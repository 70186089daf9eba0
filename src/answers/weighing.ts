import type { Candidates } from '../stories/store.ts';
import { conceptsByTerm } from './wording.ts';
import type { WeightedConcept, Wording } from './wording.ts';

/** How much each concept of a question counts among the stored articles of a language. */
export interface Weighing {
  readonly concepts: readonly WeightedConcept[];
  /** By concept; together 1. */
  readonly shares: readonly number[];
  /** The same where it is asked which article speaks of the question: names count more. */
  readonly articleShares: readonly number[];
  /** Concepts that no article holds: perhaps misspelt. */
  readonly unseen: readonly number[];
  /** Which concept a term is. */
  readonly conceptOf: ReadonlyMap<string, number>;
}

/** What a name counts beside another word of the same rarity, in telling which article it is. */
const nameBoost = 1.5;

/** How rare a term is among `total` articles; never negative (Lucene's variant of Robertson & Spärck Jones). */
export function inverseDocumentFrequency(frequency: number, total: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}

/** Weighs a question's concepts by their rarity; undefined where nothing is asked. */
export function weighConcepts({ concepts }: Wording, found: Candidates): Weighing | undefined {
  const frequencies = concepts.map(({ terms }) =>
    Math.max(0, ...terms.map((term) => found.frequencies.get(term) ?? 0)),
  );
  // A concept is as rare as its commonest term. A word nobody wrote counts as the rarest.
  const worth = concepts.map(
    ({ weight }, index) =>
      weight * inverseDocumentFrequency(Math.min(frequencies[index] ?? 0, found.total), found.total),
  );
  const named = worth.map((value, index) => (concepts[index]?.isName === true ? value * nameBoost : value));
  if (worth.every((value) => value === 0)) return undefined;
  return {
    concepts,
    shares: sharesOf(worth),
    articleShares: sharesOf(named),
    unseen: frequencies.flatMap((frequency, index) => (frequency === 0 ? index : [])),
    conceptOf: conceptsByTerm(concepts),
  };
}

function sharesOf(values: readonly number[]): readonly number[] {
  const whole = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / whole);
}
