import type { Candidate, Candidates } from '../stories/store.ts';
import { createMatcher } from './matching.ts';
import { scoreSentences } from './signals.ts';
import type { ScoredSentence } from './signals.ts';
import { weighConcepts } from './weighing.ts';
import type { Weighing } from './weighing.ts';
import type { Wording } from './wording.ts';

/** A sentence of a candidate with what it is worth for a question. */
export interface RankedSentence extends ScoredSentence {
  readonly candidate: Candidate;
  readonly weighing: Weighing;
}

/** Ranks the sentences of one language's candidates for a question, best first. */
export function rankSentences(wording: Wording, found: Candidates): readonly RankedSentence[] {
  const weighing = weighConcepts(wording, found);
  if (weighing === undefined) return [];
  const match = createMatcher(weighing);
  const ranked = found.candidates.flatMap((candidate) =>
    scoreSentences(match(candidate), weighing, found.meanLength).map((scored) => ({
      ...scored,
      candidate,
      weighing,
    })),
  );
  return ranked.sort(byWorth);
}

/** Best first; equals in an order of their own, not of their arrival. */
export function byWorth(one: RankedSentence, other: RankedSentence): number {
  if (one.score !== other.score) return other.score - one.score;
  const byId = one.candidate.article.id < other.candidate.article.id ? -1 : 1;
  return one.candidate === other.candidate ? one.index - other.index : byId;
}
