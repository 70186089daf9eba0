import { fold } from '../language/index.ts';
import type { WeightedConcept } from './wording.ts';

/** What an article calls concepts of a question, too: "DFB" for "Dover Flood Board", or the other way round. */
export interface Alias {
  /** The terms that stand for them, in order. */
  readonly terms: readonly string[];
  readonly concepts: readonly number[];
}

/** A sentence with its terms that are concepts of a question. */
interface Sentence {
  readonly terms: readonly string[];
  readonly said: readonly { readonly at: number; readonly concept: number }[];
}

/** Initials as readers write them, with small letters between ("BfV"); the capitals count. */
const written = /^\p{Lu}[\p{Lu}\p{Ll}]{0,6}\p{Lu}$/u;
const smallLetters = /[^\p{Lu}]/gu;
/** Initials as an article's term: fewer letters are as often words. */
const term = /^[a-z]{3,6}$/;

/** Finds where an article explains initials by standing them beside what they stand for; the one then means the other anywhere in it. */
export function findAliases(
  sentences: readonly Sentence[],
  concepts: readonly WeightedConcept[],
): readonly Alias[] {
  const initialsOf = concepts.map(({ asked: [word = ''] }) =>
    written.test(word) ? fold(word.replace(smallLetters, '')) : undefined,
  );
  const found: Alias[] = [];
  for (const { terms, said } of sentences) {
    for (const { at, concept } of said) {
      const initials = initialsOf[concept];
      const range = initials === undefined ? undefined : namesBeside(terms, at, initials, 1);
      if (range !== undefined) found.push({ terms: terms.slice(...range), concepts: [concept] });
      for (const beside of [at - 1, at + 1]) {
        const other = terms[beside] ?? '';
        if (!term.test(other) || said.some((each) => each.at === beside)) continue;
        const [from = 0, to = 0] = namesBeside(terms, beside, other, 2) ?? [];
        const meant = said.filter((each) => each.at >= from && each.at < to);
        if (meant.length > 1) found.push({ terms: [other], concepts: meant.map((each) => each.concept) });
      }
    }
  }
  return found;
}

/** Where an alias stands among terms, by the index of its first one; -1 where it doesn't. */
export function placeOfAlias(terms: readonly string[], alias: Alias): number {
  return terms.findIndex((_, at) => alias.terms.every((each, index) => terms[at + index] === each));
}

/** Where the fewest words that initials stand for are beside them: before, or else behind. */
function namesBeside(
  terms: readonly string[],
  at: number,
  initials: string,
  fewest: number,
): readonly [from: number, to: number] | undefined {
  for (let length = fewest; length <= initials.length; length += 1)
    if (spells(terms, at - length, at, initials)) return [at - length, at];
  for (let length = fewest; length <= initials.length; length += 1)
    if (spells(terms, at + 1, at + 1 + length, initials)) return [at + 1, at + 1 + length];
  return undefined;
}

/** True where words begin with initials in their order; a compound may hold several ("Zentralbank" in "EZB"). */
function spells(terms: readonly string[], from: number, to: number, initials: string): boolean {
  if (terms[from]?.charAt(0) !== initials.charAt(0) || to > terms.length) return false;
  // How many of the initials the words so far may have been.
  let spelt = new Set([0]);
  for (const word of terms.slice(from, to)) {
    const begun = [...spelt].filter((count) => word.charAt(0) === initials[count]);
    if (begun.length === 0) return false;
    spelt = new Set(begun.flatMap((count) => countsWithin(word, initials, count)));
  }
  return spelt.has(initials.length);
}

/** How many initials are spelt after a word that begins with the next one: each that it holds in order may be among them. */
function countsWithin(word: string, initials: string, count: number): readonly number[] {
  const counts: number[] = [];
  let next = count;
  for (const letter of word) if (letter === initials[next]) counts.push((next += 1));
  return counts;
}
