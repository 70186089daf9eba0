import type { LanguageTag } from './language.ts';
import type { LexiconEntry } from './lexicon.ts';
import { terms } from './terms.ts';
import { words } from './words.ts';

/** A way to say an entry. */
export interface Way {
  readonly text: string;
  readonly terms: readonly string[];
}

/** The ways to say an entry; of "come from" the term says too little, so it counts only where there is no other. */
export function waysToSay(entry: LexiconEntry, language: LanguageTag): readonly Way[] {
  const ways = entry[language].map((text) => ({ text, terms: terms(text, language) }));
  const whole = ways.filter(({ text, terms }) => terms.length > 1 || words(text).length === 1);
  return whole.some(({ terms }) => terms.length > 0) ? whole : ways;
}
