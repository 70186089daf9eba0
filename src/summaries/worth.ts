import { centralities, vectorsOf } from './likeness.ts';
import type { Vector } from './likeness.ts';
import { readSentences } from './sentences.ts';
import type { Sentence, Told } from './sentences.ts';

/** A sentence, what it shares with others and how much it tells of the story. */
export interface Weighed {
  readonly sentence: Sentence;
  readonly vector: Vector;
  readonly worth: number;
}

/** What makes a sentence tell a story. What is added was set on development data; what is taken off changes little there and keeps a summary readable. */
const weights = {
  position: 0.4,
  centrality: 0.2,
  title: 0.5,
  fullness: 0.4,
  /** Taken off a question, an announcement or somebody's words without the speaker. */
  opening: 0.1,
  /** Taken off what is hardly a sentence ("Bonjour.", "A surprise."). */
  fragment: 0.2,
};
/** The value of a place in the text is halved after this many sentences. */
const halfPosition = 3;
/** With fewer words a sentence is a fragment. */
const fewestWords = 7;

/**
 * Weighs the sentences of texts that tell one story, in reading order: early in their text, central, near the title, and full.
 * @param full words from which a sentence says enough
 */
export function weighSentences(told: readonly Told[], full: number): readonly Weighed[] {
  const sentences = told.flatMap(readSentences);
  const titles = told.map(({ analysis }) => new Set(analysis.title.split(' ')));
  const vectors = vectorsOf(sentences);
  const central = centralities(vectors);
  return sentences.map((sentence, index) => {
    const worth =
      weights.position * 2 ** (-sentence.place / halfPosition) +
      weights.centrality * (central[index] ?? 0) +
      weights.title * overlap(sentence, titles[sentence.from] ?? new Set()) +
      (weights.fullness * Math.min(sentence.words, full)) / full -
      (sentence.opensOnly ? weights.opening : 0) -
      (sentence.words < fewestWords ? weights.fragment : 0);
    return { sentence, vector: vectors[index] ?? new Map<string, number>(), worth };
  });
}

/** The share of a title's terms that a sentence holds. */
function overlap({ terms }: Sentence, title: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of title) if (terms.has(term)) shared += 1;
  return shared / Math.max(1, title.size);
}
