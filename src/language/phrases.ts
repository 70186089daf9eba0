import { fold } from './fold.ts';
import type { Range } from './language.ts';
import { words } from './words.ts';

/** A text as folded words, to be compared with phrases. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly (Range & { readonly word: string })[];
}

/** Reads a text into folded words. */
export function readWords(text: string): Reading {
  return { text, tokens: words(text).map(({ word, start, end }) => ({ word: fold(word), start, end })) };
}

const known = new WeakMap<readonly string[], readonly (readonly string[])[]>();

function partsOf(phrases: readonly string[]): readonly (readonly string[])[] {
  const parts = known.get(phrases) ?? phrases.map((phrase) => phrase.split(' '));
  known.set(phrases, parts);
  return parts;
}

/** How many words the longest of these phrases takes at a place; 0 when none stands there. */
export function phraseAt({ tokens }: Reading, at: number, phrases: readonly string[]): number {
  let longest = 0;
  for (const parts of partsOf(phrases)) {
    if (parts.length > longest && parts.every((part, index) => tokens[at + index]?.word === part))
      longest = parts.length;
  }
  return longest;
}

/** Which of several groups of phrases stands at a place, and how many words it takes. */
export function groupAt(
  reading: Reading,
  at: number,
  groups: readonly (readonly string[])[],
): { readonly index: number; readonly length: number } | undefined {
  for (const [index, phrases] of groups.entries()) {
    const length = phraseAt(reading, at, phrases);
    if (length > 0) return { index, length };
  }
  return undefined;
}
