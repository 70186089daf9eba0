import { splitCompound } from './compounds.ts';
import { fold } from './fold.ts';
import { holdsWord } from './holds-word.ts';
import { languages } from './languages.ts';
import type { LanguageTag } from './language.ts';
import type { LexiconEntry } from './lexicon.ts';
import { indexPhrases } from './lexicon-index.ts';
import type { FindPhrases, Phrase } from './lexicon-index.ts';
import { termOf } from './terms.ts';

/** Finds what the entries of a lexicon say in one language. Words are compared by their stems, so that forms of a word are found. */
export interface PhraseBook {
  /** The longest phrases that begin with a word of a text, as it is or as what it is a form of; all of one length. */
  at(words: readonly string[], at: number): readonly Phrase[];
  /** The same, without what only has the stem of a word that is known itself, where that may be anything: "useful" for "use". */
  meantAt(words: readonly string[], at: number): readonly Phrase[];
  /** For each part of a compound that is known, its phrases. */
  partsOf(word: string): readonly (readonly Phrase[])[];
}

/** The words of some entries in a language. */
export function createPhraseBook(entries: readonly LexiconEntry[], language: LanguageTag): PhraseBook {
  let find: FindPhrases | undefined;
  let counts: ReadonlyMap<string, number> | undefined;

  /** How many entries hold a word that says something. */
  function countOf(word: string): number {
    counts ??= countWords(entries, language);
    const count = counts.get(word) ?? 0;
    return count > 0 && termOf(word, language) !== undefined ? count : 0;
  }

  const termAt = (words: readonly string[], at: number) => termOf(words[at] ?? '', language);

  function longestAt(words: readonly string[], at: number): readonly Phrase[] {
    const first = termAt(words, at);
    find ??= indexPhrases(entries, language);
    const held = first === undefined ? [] : find(first);
    const fitting = held.filter(({ terms }) =>
      terms.every((term, index) => termAt(words, at + index) === term),
    );
    const length = Math.max(0, ...fitting.map(({ terms }) => terms.length));
    return fitting.filter(({ terms }) => terms.length === length);
  }

  /** Adds what a word may be a form of. */
  function withLemmas(asIs: readonly Phrase[], word: string): readonly Phrase[] {
    if ((asIs[0]?.terms.length ?? 0) > 1) return asIs;
    const lemmas = languages[language].lemmasOf(fold(word));
    return [...asIs, ...lemmas.flatMap((lemma) => longestAt([lemma], 0).filter(says(lemma, language)))];
  }

  return {
    at: (words, at) => withLemmas(longestAt(words, at), words[at] ?? ''),

    meantAt(words, at) {
      const word = words[at] ?? '';
      const asIs = longestAt(words, at);
      const isItself = ({ entry }: Phrase) => entry[language].some((text) => text.toLowerCase() === word);
      const itself = languages[language].blursWords ? asIs.filter(isItself) : [];
      return withLemmas(itself.length > 0 ? itself : asIs, word);
    },

    partsOf(word) {
      const parts = splitCompound(fold(word), language, countOf);
      return parts.length > 1
        ? parts.map((part) => longestAt([part], 0)).filter(({ length }) => length > 0)
        : [];
    },
  };
}

/** Whether an entry has a word itself: what isn't one may have the stem of another. */
function says(word: string, language: LanguageTag): (phrase: Phrase) => boolean {
  return ({ entry }) => entry[language].some((text) => holdsWord(text, word));
}

/** How many entries hold each word, folded. */
function countWords(entries: readonly LexiconEntry[], language: LanguageTag): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const text of entry[language]) {
      const word = fold(text);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  return counts;
}
