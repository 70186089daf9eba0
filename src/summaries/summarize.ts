import type { Range } from '../language/language.ts';
import type { Analysis } from '../stories/analysis.ts';

/** A text to be summed up, analysed. */
export interface Told {
  readonly text: string;
  readonly analysis: Analysis;
}

/** A sentence of a summary: which of the texts it is from and where it stands there. */
export interface Chosen extends Range {
  /** Index of the text. */
  readonly from: number;
}

/** What makes a sentence tell a story; set on development data. */
const weights = { centrality: 1, position: 0.9, title: 0.5, length: 0.4 };
/** Sentences after this many are background. */
const mostSentences = 80;
/** Number of terms from which a sentence says something whole, and from which it says too much. */
const wholeSentence = { from: 6, to: 24 };
/** Two sentences sharing more than this (cosine) say the same. */
const repetition = 0.5;
/** How fast the value of a place in the text falls: halved after this many sentences. */
const halfPosition = 4;

interface Sentence extends Chosen {
  readonly terms: ReadonlyMap<string, number>;
  readonly size: number;
  /** Place in its text, from 0. */
  readonly place: number;
}

/**
 * Chooses the sentences that tell a story: central to it, early in their text, near its title, and none that repeats
 * another. They come in reading order: text by text, each from its start.
 */
export function summarize(told: readonly Told[], count: number): readonly Chosen[] {
  const sentences = told.flatMap(readSentences);
  const titles = told.map(({ analysis }) => new Set(analysis.title.split(' ').filter(Boolean)));
  const frequency = countSentences(sentences);
  const central = centrality(sentences, frequency);
  const scored = sentences
    .map((sentence, index) => ({
      sentence,
      score:
        weights.centrality * (central[index] ?? 0) +
        weights.position * 2 ** (-sentence.place / halfPosition) +
        weights.title * overlap(sentence, titles[sentence.from] ?? new Set()) +
        weights.length * wholeness(sentence.size),
    }))
    .toSorted((one, other) => other.score - one.score || one.sentence.place - other.sentence.place);
  const chosen: Sentence[] = [];
  for (const { sentence } of scored) {
    if (chosen.length >= count) break;
    if (chosen.every((other) => cosine(sentence, other, frequency, sentences.length) < repetition))
      chosen.push(sentence);
  }
  return chosen
    .toSorted((one, other) => one.from - other.from || one.start - other.start)
    .map(({ from, start, end }) => ({ from, start, end }));
}

function readSentences({ analysis }: Told, from: number): readonly Sentence[] {
  return analysis.sentences.slice(0, mostSentences).map(({ start, end, terms }, place) => {
    const list = terms.split(' ').filter(Boolean);
    const counts = new Map<string, number>();
    for (const term of list) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { from, start, end, place, terms: counts, size: list.length };
  });
}

function countSentences(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const { terms } of sentences)
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return frequency;
}

/** Sum of a sentence's likeness to all others, from 0 to 1 (degree centrality, Erkan & Radev 2004, "LexRank"). */
function centrality(
  sentences: readonly Sentence[],
  frequency: ReadonlyMap<string, number>,
): readonly number[] {
  const degrees = sentences.map((one) =>
    sentences.reduce(
      (total, other) => total + (one === other ? 0 : cosine(one, other, frequency, sentences.length)),
      0,
    ),
  );
  const most = Math.max(...degrees, Number.MIN_VALUE);
  return degrees.map((degree) => degree / most);
}

function cosine(
  one: Sentence,
  other: Sentence,
  frequency: ReadonlyMap<string, number>,
  total: number,
): number {
  let dot = 0;
  for (const [term, count] of one.terms) {
    const theirs = other.terms.get(term);
    if (theirs !== undefined) dot += count * theirs * rarity(term, frequency, total) ** 2;
  }
  return dot === 0 ? 0 : dot / (norm(one, frequency, total) * norm(other, frequency, total));
}

function norm({ terms }: Sentence, frequency: ReadonlyMap<string, number>, total: number): number {
  let squares = 0;
  for (const [term, count] of terms) squares += (count * rarity(term, frequency, total)) ** 2;
  return Math.sqrt(squares);
}

function rarity(term: string, frequency: ReadonlyMap<string, number>, total: number): number {
  return Math.log(1 + total / (frequency.get(term) ?? 1));
}

function overlap({ terms }: Sentence, title: ReadonlySet<string>): number {
  if (title.size === 0) return 0;
  let shared = 0;
  for (const term of title) if (terms.has(term)) shared += 1;
  return shared / title.size;
}

function wholeness(size: number): number {
  if (size < wholeSentence.from) return size / wholeSentence.from - 1;
  return size > wholeSentence.to ? Math.max(-1, (wholeSentence.to - size) / wholeSentence.to) : 0;
}
