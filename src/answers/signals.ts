import { silent } from './matching.ts';
import type { MatchedArticle, MatchedSentence } from './matching.ts';
import type { Weighing } from './weighing.ts';
import { weights } from './weights.ts';
import type { WeightedConcept } from './wording.ts';

/** A sentence of an article with what it is worth before its own text is read. */
export interface ScoredSentence {
  /** Index in the article's analysis. */
  readonly index: number;
  /** Comparable between languages and questions: about the share of the question that is spoken of. */
  readonly score: number;
  /** True where the article speaks of one thing alone of several that were asked for, or of names alone and of nothing asked about them. */
  readonly isThin: boolean;
}

/** Saturation and length normalisation of BM25 (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework"). */
const saturation = 0.8;
const lengthNormalisation = 0.5;
/** A title's word counts as much as this many in the text. */
const titleBoost = 3;
/** What an akin word counts beside the word itself. */
const akinShare = 0.5;
/** What is left where the article lacks a number of the question: "the 2022 World Cup" is another than that of 1966. */
const otherNumber = 0.6;
/** What is left of a sentence that says nothing but the question's own words: a heading, a caption. */
const onlyRepeats = 0.8;
const number = /^\d/;

/** Scores the sentences of an article that speak of a question; where its title alone does, the opening. */
export function scoreSentences(
  article: MatchedArticle,
  weighing: Weighing,
  meanLength: number,
): readonly ScoredSentence[] {
  const { title, sentences } = article;
  const { shares, concepts } = weighing;
  const counts = countConcepts(sentences, shares.length);
  const document = documentScore(article, weighing, counts, meanLength);
  const lacksNumber = concepts.some(
    ({ asked }, concept) =>
      counts.exact[concept] === 0 && !title.has(concept) && asked.some((word) => number.test(word)),
  );
  const spokenOf = (concept: number) =>
    title.has(concept) || (counts.exact[concept] ?? 0) + (counts.loose[concept] ?? 0) > 0;
  const isThin = speaksThinly(concepts, spokenOf);
  const trust = lacksNumber ? otherNumber : 1;
  const local = shares.map(
    (share, concept) => share * localRarity(counts.holding[concept] ?? 0, sentences.length),
  );
  const found = sumOf(local.filter((_, concept) => (counts.holding[concept] ?? 0) > 0)) || 1;
  const whole = sumOf(local) || 1;
  const speaks = sentences.some(({ exact }) => exact.size > 0);
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1] ?? silent;
    const isOpening = index === 0 && !speaks && title.size > 0;
    // "Brexit" may stand in the title alone; what the article opens with then speaks of it.
    if (sentence.exact.size + sentence.loose.size === 0 && !isOpening) return [];
    const here = sentence.exact.union(sentence.loose);
    const said = before.exact.union(before.loose).difference(here);
    const score =
      document +
      (weights.local * sumAt(sentence.exact, local)) / found +
      (weights.wideLocal * sumAt(here, local)) / whole +
      weights.before * sumAt(said, shares) +
      weights.title * sumAt(title.difference(here).difference(before.exact), shares) +
      weights.dense * density(sentence) * sumAt(sentence.exact, shares);
    const worth = sentence.said.length === sentence.terms.length ? onlyRepeats : 1;
    return [{ index, score: worth * trust * score, isThin }];
  });
}

/** See `ScoredSentence.isThin`. */
function speaksThinly(
  concepts: readonly WeightedConcept[],
  isSpokenOf: (concept: number) => boolean,
): boolean {
  const telling = [...concepts.entries()].filter(([, { isFrame }]) => !isFrame);
  if (telling.length < 2) return false;
  const spoken = telling.filter(([concept]) => isSpokenOf(concept));
  const isOfNames = spoken.length > 0 && spoken.every(([, { isName }]) => isName);
  return spoken.length === 1 || (isOfNames && !telling.every(([, { isName }]) => isName));
}

interface Counts {
  /** How often the text says each concept … */
  readonly exact: readonly number[];
  /** … and how many sentences do, … */
  readonly holding: readonly number[];
  /** … or speak of it in akin words only. */
  readonly loose: readonly number[];
}

function countConcepts(sentences: readonly MatchedSentence[], size: number): Counts {
  const [exact, holding, loose] = [zeros(size), zeros(size), zeros(size)];
  for (const sentence of sentences) {
    for (const { concept } of sentence.said) exact[concept] = (exact[concept] ?? 0) + 1;
    for (const concept of sentence.exact) holding[concept] = (holding[concept] ?? 0) + 1;
    for (const concept of sentence.loose) loose[concept] = (loose[concept] ?? 0) + 1;
  }
  return { exact, holding, loose };
}

function documentScore(
  { title, length }: MatchedArticle,
  { articleShares }: Weighing,
  counts: Counts,
  meanLength: number,
): number {
  const norm =
    saturation * (1 - lengthNormalisation + (lengthNormalisation * length) / Math.max(1, meanLength));
  let own = 0;
  let wide = 0;
  for (const [concept, share] of articleShares.entries()) {
    const count = (counts.exact[concept] ?? 0) + (title.has(concept) ? titleBoost : 0);
    const akin = counts.loose[concept] ?? 0;
    own += (share * count) / (count + norm);
    wide += count > 0 ? (share * count) / (count + norm) : (akinShare * share * akin) / (akin + norm);
  }
  return weights.document * own + weights.wideDocument * wide;
}

/** How telling a concept is among the sentences of its article. */
function localRarity(holding: number, sentences: number): number {
  return Math.log(1 + (sentences - holding + 0.5) / (holding + 0.5));
}

/** The number of concepts a sentence speaks of beside the length of the shortest stretch that holds them all; 0 for one alone. */
function density({ said, exact, terms }: MatchedSentence): number {
  if (exact.size < 2) return 0;
  const held = new Map<number, number>();
  let shortest = terms.length;
  let start = 0;
  for (const { at, concept } of said) {
    held.set(concept, (held.get(concept) ?? 0) + 1);
    for (; held.size === exact.size; start += 1) {
      const first = said[start];
      if (first === undefined) break;
      shortest = Math.min(shortest, at - first.at + 1);
      const left = (held.get(first.concept) ?? 0) - 1;
      if (left === 0) held.delete(first.concept);
      else held.set(first.concept, left);
    }
  }
  return exact.size / shortest;
}

function zeros(size: number): number[] {
  return Array.from({ length: size }, () => 0);
}

function sumAt(concepts: ReadonlySet<number>, values: readonly number[]): number {
  let sum = 0;
  for (const concept of concepts) sum += values[concept] ?? 0;
  return sum;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
