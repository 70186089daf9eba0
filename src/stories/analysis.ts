import type { Range } from '../language/language.ts';

/**
 * Names how `analyse` and the language folders cut and stem. Raise it with every change that gives other terms for the
 * same text: stores then analyse again what they hold.
 */
export const analyserVersion = 4;

/** A sentence of an article's text with its terms. */
export interface AnalysedSentence extends Range {
  /** Stems of its telling words in order, joined by spaces. */
  readonly terms: string;
}

/** An article's words, analysed once when it was stored. */
export interface Analysis {
  /** Stems of the title's telling words, joined by spaces. */
  readonly title: string;
  readonly sentences: readonly AnalysedSentence[];
}
