import type { Candidate, Candidates } from '../stories/store.ts';
import { evidenceIn, weights } from './evidence.ts';
import type { Signal } from './evidence.ts';
import { createMatcher } from './matching.ts';
import type { WeightedConcept, Wording } from './wording.ts';

/** A sentence of a candidate with what it is worth for a question. */
export interface RankedSentence {
  readonly candidate: Candidate;
  /** Index in the candidate's analysis. */
  readonly index: number;
  /** Comparable between languages and questions: the share of the question's weight that is spoken of. */
  readonly score: number;
  readonly signals: Readonly<Record<Signal, number>>;
}

/** How rare a term is among `total` articles; never negative (Lucene's variant of Robertson & Spärck Jones). */
export function inverseDocumentFrequency(frequency: number, total: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}

/** Ranks the sentences of one language's candidates for a question, best first. */
export function rankSentences(wording: Wording, found: Candidates): readonly RankedSentence[] {
  const { concepts } = wording;
  const worth = concepts.map((concept) => concept.weight * rarity(concept, found));
  if (worth.every((value) => value === 0)) return [];
  const match = createMatcher(concepts);
  const isNumber = concepts.map(({ terms }) => terms.some((term) => /^\d/.test(term)));
  const ranked = found.candidates.flatMap((candidate) => {
    const article = match(candidate);
    return evidenceIn({ article, worth, isNumber, meanLength: found.meanLength }).map(
      ({ index, signals }) => ({ candidate, index, signals, score: total(signals) }),
    );
  });
  return ranked.sort((one, other) => other.score - one.score || compareIds(one, other));
}

function total(signals: Readonly<Record<Signal, number>>): number {
  let sum = 0;
  for (const name of Object.keys(weights) as Signal[]) sum += weights[name] * signals[name];
  return sum;
}

function compareIds(one: RankedSentence, other: RankedSentence): number {
  const byId = one.candidate.article.id < other.candidate.article.id ? -1 : 1;
  return one.candidate === other.candidate ? one.index - other.index : byId;
}

/** How telling a concept is: as rare as its commonest term. A word nobody wrote counts as the rarest. */
export function rarity({ terms }: WeightedConcept, { frequencies, total }: Candidates): number {
  const frequency = Math.max(0, ...terms.map((term) => frequencies.get(term) ?? 0));
  return inverseDocumentFrequency(Math.min(frequency, total), total);
}
