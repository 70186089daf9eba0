import { fold } from './fold.ts';
import { forEachLanguage, isLanguageTag, languages, languageTags } from './languages.ts';
import type { LanguageTag } from './language.ts';
import { words } from './words.ts';

/** What language a text is in. */
export interface Detection {
  /** Undefined: none of Kiosk's languages, or not certain. */
  readonly language: LanguageTag | undefined;
  /** How certain that is, from 0 to 1. */
  readonly confidence: number;
}

/** Recognises the language of texts. */
export interface Detector {
  detect(text: string): Detection;
}

/**
 * Running text of at least so many words, of which so large a share are function words of one language, is in that language. Texts of
 * 60 words in its neighbours (Catalan, Spanish, Dutch, Danish …) reach a third of French ones at the most, and less of the others.
 */
const plainText = { words: 60, functionWords: 0.38 };
/** As much of a text as is looked at, in UTF-16 units. */
const plainSample = 900;

/** The language of a text that its function words alone tell; undefined where they don't, and a detector is needed. Costs next to nothing. */
export function plainLanguage(text: string): LanguageTag | undefined {
  const found = fold(text.slice(0, plainSample)).match(/\p{L}+/gu) ?? [];
  if (found.length < plainText.words) return undefined;
  const enough = plainText.functionWords * found.length;
  return languageTags.find((tag) => found.filter((word) => functionWords[tag].has(word)).length >= enough);
}

type Scores = Readonly<Record<string, number>>;

/** What each kind of our own evidence adds to eld's score (0 to 1), by the share of words that show it. */
const weights = { functionWord: 0.05, letter: 1.2 };
/** Running text of this many words without a tenth of function words is not in the language, unless eld is certain. */
const fewestWords = 8;
const fewestFunctionWords = 0.1;
const certainScore = 0.55;
/** A difference of scores that makes a language about three times as likely as another. */
const tellingDifference = 0.04;
/** Below this confidence the language is left open. */
const leastConfidence = 0.3;
/** eld reads about 350 bytes; of longer texts it gets a stretch from the start, the middle and the end. */
const stretch = 350;
const address = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi;
const letters = /\p{L}/u;

/**
 * Loads the detector: eld's n-grams over all its 60 languages, so that Dutch is not taken for German, with close calls
 * settled by function words and letters. Takes about half a second and 150 MB the first time, so load it when needed.
 */
export async function loadDetector(): Promise<Detector> {
  const { eld } = await import('eld/small');
  return { detect: (text) => detect(text, (sample) => eld.detect(sample).getScores()) };
}

function detect(text: string, score: (sample: string) => Scores): Detection {
  const samples = samplesOf(text).filter((sample) => letters.test(sample));
  if (samples.length === 0) return { language: undefined, confidence: 0 };
  const scores = mean(samples.map(score));
  const found = words(samples.join('\n')).filter(({ word }) => !/^\d/.test(word));
  const evidence = countEvidence(found.map(({ word }) => word));
  const weighed = new Map(Object.entries(scores));
  for (const tag of languageTags) weighed.set(tag, (scores[tag] ?? 0) + evidence.bonus[tag]);
  const [best, confidence] = mostLikely(weighed);
  if (!isLanguageTag(best) || confidence < leastConfidence) return { language: undefined, confidence };
  const isUnlikely = found.length >= fewestWords && evidence.functionWords[best] < fewestFunctionWords;
  if (isUnlikely && (scores[best] ?? 0) < certainScore) return { language: undefined, confidence };
  return { language: best, confidence };
}

/** Stretches of the text without addresses. */
function samplesOf(text: string): readonly string[] {
  const middle = Math.max(0, Math.floor((text.length - stretch) / 2));
  const starts = text.length > 3 * stretch ? [0, middle, text.length - stretch] : [0];
  const length = starts.length > 1 ? stretch : 3 * stretch;
  return starts.map((start) => text.slice(start, start + length).replace(address, ' '));
}

function mean(all: readonly Scores[]): Scores {
  const sums: Record<string, number> = {};
  for (const scores of all) {
    for (const [tag, score] of Object.entries(scores)) sums[tag] = (sums[tag] ?? 0) + score / all.length;
  }
  return sums;
}

/** The likeliest language by softmax over the scores, and how likely it is. */
function mostLikely(scores: ReadonlyMap<string, number>): [string, number] {
  let best = '';
  let highest = 0;
  for (const [tag, score] of scores) {
    if (score > highest) [best, highest] = [tag, score];
  }
  let total = 0;
  for (const score of scores.values()) total += Math.exp((score - highest) / tellingDifference);
  return [best, best === '' ? 0 : 1 / total];
}

/** Words of time ("Dienstag") are as good as function words for telling languages apart. */
const functionWords = forEachLanguage((tag) => {
  const { stopWords, time } = languages[tag];
  return new Set([...stopWords, ...time.weekdays.flat(), ...time.months.flat()]);
});

interface Evidence {
  /** Added to eld's score. */
  readonly bonus: Readonly<Record<LanguageTag, number>>;
  /** The share of words that are function words of each language. */
  readonly functionWords: Readonly<Record<LanguageTag, number>>;
}

function countEvidence(found: readonly string[]): Evidence {
  const speakers = found.map((word) => {
    const folded = fold(word);
    return languageTags.filter((tag) => functionWords[tag].has(folded));
  });
  const each = 1 / Math.max(1, found.length);
  const spoken = forEachLanguage((tag) => speakers.filter((tags) => tags.includes(tag)));
  return {
    bonus: forEachLanguage((tag) => {
      const exclusive = spoken[tag].reduce((sum, tags) => sum + 1 / tags.length, 0);
      const lettered = found.filter((word) => holdsAny(word, languages[tag].letters)).length;
      return (weights.functionWord * exclusive + weights.letter * lettered) * each;
    }),
    functionWords: forEachLanguage((tag) => spoken[tag].length * each),
  };
}

function holdsAny(word: string, characters: string): boolean {
  for (const character of characters) if (word.includes(character)) return true;
  return false;
}
