import type { LanguageTag } from './language.ts';
import type { LexiconEntry } from './lexicon.ts';
import { terms } from './terms.ts';

/** An entry of a lexicon, by one of the ways to say it. */
export interface Meaning {
  /** Lower case with its accents. */
  readonly text: string;
  readonly terms: readonly string[];
  readonly entry: LexiconEntry;
}

/** Finds what words mean in one language. */
export interface Meanings {
  /** What these terms together mean, and no more of them. */
  of(terms: readonly string[]): readonly Meaning[];
  /** What the longest phrase means that some terms begin with. */
  at(terms: readonly string[]): readonly Meaning[];
}

const capital = /^\p{Lu}/u;

/** The meanings of the words of one language in some entries. */
export function indexMeanings(entries: readonly LexiconEntry[], language: LanguageTag): Meanings {
  const byFirst = new Map<string, Meaning[]>();
  for (const entry of entries)
    for (const text of entry[language]) {
      const found = terms(text, language);
      const [first] = found;
      if (first === undefined) continue;
      const known = byFirst.get(first) ?? [];
      known.push({ text: text.toLowerCase(), terms: found, entry });
      byFirst.set(first, known);
    }
  const begunBy = (terms: readonly string[]) => byFirst.get(terms[0] ?? '') ?? [];
  return {
    of: (asked) => begunBy(asked).filter(({ terms }) => areSame(terms, asked)),
    at(asked) {
      const fitting = begunBy(asked).filter(({ terms }) => terms.every((term, at) => asked[at] === term));
      return lowest(fitting, ({ terms }) => -terms.length);
    },
  };
}

/**
 * Those of some meanings whose words are spelt most like some, or shorter: "Wahlen" is "Wahl", not "wählen", and "Not" no "Note".
 * @param word lower case
 */
export function spelledLike(meanings: readonly Meaning[], word: string): readonly Meaning[] {
  const shorter = meanings.filter(({ text }) => text.length <= word.length);
  return lowest(shorter, ({ text }) => difference(text, word));
}

/** Of what words may mean, what they mean as a topic: things before deeds, and what is of the news before what is everyday. */
export function asTopic(meanings: readonly Meaning[]): readonly Meaning[] {
  const things = lowest(meanings, (meaning) => (isThing(meaning) ? 0 : 1));
  const told = lowest(things, ({ entry }) => -(entry.precedence ?? 0));
  return [...new Map(told.map((meaning) => [meaning.entry, meaning])).values()];
}

/** True for what isn't of the news in particular. */
export function isEveryday({ entry }: Meaning): boolean {
  return (entry.precedence ?? 0) < 0;
}

/** True for nouns, as German tells by a capital. */
export function isThing({ entry }: Meaning): boolean {
  return entry.de.some((text) => capital.test(text));
}

/** How many letters stand in only one of two words, behind what both begin with. */
export function difference(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return one.length + other.length - 2 * same;
}

/** True for the same terms in the same order. */
export function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((term, at) => term === other[at]);
}

function lowest<item>(items: readonly item[], measure: (item: item) => number): readonly item[] {
  const least = Math.min(...items.map(measure));
  return items.filter((item) => measure(item) === least);
}
