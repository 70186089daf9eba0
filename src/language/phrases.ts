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

/** Phrases, cut into their words, by their first ones. */
type Index = ReadonlyMap<string, readonly (readonly string[])[]>;

const known = new WeakMap<readonly string[], Index>();

function indexOf(phrases: readonly string[]): Index {
  const kept = known.get(phrases);
  if (kept !== undefined) return kept;
  const cut = phrases.map((phrase) => phrase.split(' '));
  const index = Map.groupBy(cut, ([first = '']) => first);
  known.set(phrases, index);
  return index;
}

/** How many words the longest of these phrases takes at a place; 0 when none stands there. The list is remembered. */
export function phraseAt({ tokens }: Reading, at: number, phrases: readonly string[]): number {
  let longest = 0;
  for (const parts of indexOf(phrases).get(tokens[at]?.word ?? '') ?? []) {
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
