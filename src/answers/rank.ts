import type { Candidate, Candidates } from '../stories/store.ts';
import type { WeightedConcept, Wording } from './question.ts';

/** A sentence of a candidate with what it is worth for a question. */
export interface RankedSentence {
  readonly candidate: Candidate;
  /** Index in the candidate's analysis. */
  readonly index: number;
  /** Comparable between languages and questions: the share of the question's weight that is spoken of. */
  readonly score: number;
}

/** What each kind of evidence counts; set on development data, see `npm run bench`. */
const weights = {
  /** A concept in the sentence itself. */
  sentence: 1,
  /** A concept the sentence lacks, in the sentence before or after it. */
  neighbour: 0.45,
  /** A concept the sentence lacks, in the article's title. */
  title: 0.5,
  /** A concept the sentence lacks, elsewhere in the article. */
  article: 0.1,
  /** The article as a whole, by BM25. */
  document: 1,
};

/** Saturation and length normalisation of BM25 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework"). */
const saturation = 0.8;
const lengthNormalisation = 0.75;
/** A title's word counts as much as this many in the text. */
const titleBoost = 3;
/** Above this many terms a sentence is long: its matches may be chance. */
const typicalSentence = 20;
const lengthPenalty = 0.06;
/** What is left of the score when the article lacks a number of the question: "the 2022 World Cup" is another than that of 1966. */
const otherNumber = 0.45;
const number = /^\d/;

/** How rare a term is among `total` articles; never negative (Lucene's variant of Robertson & Spärck Jones). */
export function inverseDocumentFrequency(frequency: number, total: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}

/** Ranks the sentences of one language's candidates for a question, best first. */
export function rankSentences(wording: Wording, found: Candidates): readonly RankedSentence[] {
  const { concepts } = wording;
  const worth = concepts.map((concept) => concept.weight * rarity(concept, found));
  const whole = sum(worth);
  if (whole === 0) return [];
  const conceptOf = new Map(
    concepts.flatMap(({ terms }, index) => terms.map((term) => [term, index] as const)).reverse(),
  );
  const numbers = concepts.flatMap(({ terms }, index) =>
    terms.some((term) => number.test(term)) ? index : [],
  );
  const ranked = found.candidates.flatMap((candidate) => {
    const matched = matchCandidate(candidate, conceptOf, concepts.length);
    const document = documentScore(matched, worth, found.meanLength) / (whole * (saturation + 1));
    const lacks = numbers.some((concept) => !matched.title.has(concept) && matched.counts[concept] === 0);
    const trust = lacks ? otherNumber : 1;
    // "Brexit" may stand in the title alone; what the article opens with then speaks of it.
    const onlyTitle = matched.title.size > 0 && matched.sentences.every((each) => each.concepts.size === 0);
    return matched.sentences.flatMap((sentence, index) => {
      if (sentence.concepts.size === 0 && !(onlyTitle && index === 0)) return [];
      const score = spoken(matched, index, worth) / whole;
      const length = 1 - lengthPenalty * Math.log(Math.max(1, sentence.length / typicalSentence));
      const combined = (score * length + weights.document * document) / (1 + weights.document);
      return [{ candidate, index, score: trust * combined }];
    });
  });
  return ranked.sort((one, other) => other.score - one.score || compareIds(one, other));
}

function compareIds(one: RankedSentence, other: RankedSentence): number {
  const byId = one.candidate.article.id < other.candidate.article.id ? -1 : 1;
  return one.candidate === other.candidate ? one.index - other.index : byId;
}

interface Matched {
  /** Concepts of the title and of the year it was published in. */
  readonly title: ReadonlySet<number>;
  /** How often each concept occurs in the text. */
  readonly counts: readonly number[];
  readonly length: number;
  readonly sentences: readonly { readonly concepts: ReadonlySet<number>; readonly length: number }[];
}

function matchCandidate(candidate: Candidate, conceptOf: ReadonlyMap<string, number>, size: number): Matched {
  const counts = Array.from({ length: size }, () => 0);
  let length = 0;
  const sentences = candidate.analysis.sentences.map(({ terms }) => {
    const concepts = new Set<number>();
    const list = terms === '' ? [] : terms.split(' ');
    for (const term of list) {
      const concept = conceptOf.get(term);
      if (concept === undefined) continue;
      concepts.add(concept);
      counts[concept] = (counts[concept] ?? 0) + 1;
    }
    length += list.length;
    return { concepts, length: list.length };
  });
  // What happened in 2017 was mostly reported in 2017, by articles that needn't name the year.
  const year = String(candidate.article.publishedAt.getUTCFullYear());
  const titleTerms = [...candidate.analysis.title.split(' '), year];
  const title = new Set(titleTerms.flatMap((term) => conceptOf.get(term) ?? []));
  return { title, counts, length, sentences };
}

function documentScore(
  { counts, title, length }: Matched,
  worth: readonly number[],
  meanLength: number,
): number {
  const norm =
    saturation * (1 - lengthNormalisation + (lengthNormalisation * length) / Math.max(1, meanLength));
  return sum(
    worth.map((value, concept) => {
      const count = (counts[concept] ?? 0) + (title.has(concept) ? titleBoost : 0);
      return (value * count * (saturation + 1)) / (count + norm);
    }),
  );
}

/** The weight of the concepts that a sentence speaks of, itself or through what stands around it. */
function spoken({ sentences, title, counts }: Matched, index: number, worth: readonly number[]): number {
  const holds = (at: number, concept: number) => sentences[at]?.concepts.has(concept) ?? false;
  return sum(
    worth.map((value, concept) => {
      if (holds(index, concept)) return value * weights.sentence;
      if (holds(index - 1, concept) || holds(index + 1, concept)) return value * weights.neighbour;
      if (title.has(concept)) return value * weights.title;
      return (counts[concept] ?? 0) > 0 ? value * weights.article : 0;
    }),
  );
}

/** How telling a concept is: as rare as its commonest term. A word nobody wrote counts as the rarest. */
export function rarity({ terms }: WeightedConcept, { frequencies, total }: Candidates): number {
  const frequency = Math.max(0, ...terms.map((term) => frequencies.get(term) ?? 0));
  return inverseDocumentFrequency(Math.min(frequency, total), total);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
