import { fold } from '../language/index.ts';
import type { WeightedConcept } from './wording.ts';

/** What an article calls concepts of a question, too: "DFB" for "Dover Flood Board", or the other way round. */
export interface Alias {
  /** The terms that stand for them, in order. */
  readonly terms: readonly string[];
  readonly concepts: readonly number[];
}

/** Initials as readers write them, with small letters between ("BfV"); the capitals count. */
const written = /^\p{Lu}[\p{Lu}\p{Ll}]{0,6}\p{Lu}$/u;
const smallLetters = /[^\p{Lu}]/gu;
/** Initials as an article's term: fewer letters are as often words. */
const term = /^[a-z]{3,6}$/;

/** Finds where an article explains initials by standing them beside what they stand for; the one then means the other anywhere in it. */
export function findAliases(
  sentences: readonly (readonly string[])[],
  concepts: readonly WeightedConcept[],
  conceptOf: ReadonlyMap<string, number>,
): readonly Alias[] {
  const initialsOf = concepts.map(({ asked: [word = ''] }) =>
    written.test(word) ? fold(word.replace(smallLetters, '')) : undefined,
  );
  const found: Alias[] = [];
  for (const terms of sentences) {
    const said = terms.map((each) => conceptOf.get(each));
    for (const [at, each] of terms.entries()) {
      const concept = said[at];
      const asked = concept === undefined ? undefined : initialsOf[concept];
      if (concept !== undefined && asked !== undefined) {
        const named = namesBeside(terms, at, asked, 1);
        if (named !== undefined) found.push({ terms: terms.slice(...named), concepts: [concept] });
      }
      const isBeside = said[at - 1] !== undefined || said[at + 1] !== undefined;
      if (concept !== undefined || !isBeside || !term.test(each)) continue;
      const named = namesBeside(terms, at, each, 2);
      const meant = new Set(named && said.slice(...named).filter((own) => own !== undefined));
      if (meant.size > 1) found.push({ terms: [each], concepts: [...meant] });
    }
  }
  return found;
}

/** Where the fewest words that initials stand for are beside them: before, or else behind. */
function namesBeside(
  terms: readonly string[],
  at: number,
  initials: string,
  fewest: number,
): [from: number, to: number] | undefined {
  const lengths = Array.from({ length: initials.length - fewest + 1 }, (_, index) => fewest + index);
  const ranges = [
    ...lengths.map((length): [number, number] => [at - length, at]),
    ...lengths.map((length): [number, number] => [at + 1, at + 1 + length]),
  ];
  return ranges.find(([from, to]) => {
    const isFirst = terms[from]?.charAt(0) === initials.charAt(0);
    return isFirst && to <= terms.length && spells(terms.slice(from, to), initials);
  });
}

/** True where words begin with initials in their order; a compound may hold several ("Zentralbank" in "EZB"). */
function spells(words: readonly string[], initials: string): boolean {
  return new RegExp(`^${initials.split('').join('[^ ]* ?')}[^ ]*$`).test(words.join(' '));
}

/** Where an alias stands in a text, by the index of its first term; -1 where it doesn't. */
export function placeOfAlias(terms: readonly string[], alias: Alias): number {
  return terms.findIndex((_, at) => alias.terms.every((each, index) => terms[at + index] === each));
}
