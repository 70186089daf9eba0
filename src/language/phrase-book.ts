import { splitCompound } from './compounds.ts';
import { fold } from './fold.ts';
import { languages } from './languages.ts';
import type { LanguageTag } from './language.ts';
import type { LexiconEntry } from './lexicon.ts';
import { termOf, terms } from './terms.ts';

/** A word or words of a language, and an entry that holds them. */
export interface Phrase {
  readonly terms: readonly string[];
  readonly entry: LexiconEntry;
}

/** Finds what the entries of a lexicon say in one language. Words are compared by their stems, so that forms of a word are found. */
export interface PhraseBook {
  /** The longest phrases that begin with a word of a text, as it is or as what it is a form of; all of one length. */
  at(words: readonly string[], at: number): readonly Phrase[];
  /** For each part of a compound that is known, its phrases. */
  partsOf(word: string): readonly (readonly Phrase[])[];
}

/** The words of some entries in a language. */
export function createPhraseBook(entries: readonly LexiconEntry[], language: LanguageTag): PhraseBook {
  const byFirst = new Map<string, Phrase[]>();
  /** How many entries hold a single word. */
  const known = new Map<string, number>();
  for (const entry of entries) {
    for (const text of entry[language]) {
      const found = terms(text, language);
      const [first] = found;
      if (first === undefined) continue;
      const begun = byFirst.get(first) ?? [];
      byFirst.set(first, begun);
      begun.push({ terms: found, entry });
      if (found.length === 1) known.set(fold(text), (known.get(fold(text)) ?? 0) + 1);
    }
  }

  const termAt = (words: readonly string[], at: number) => termOf(words[at] ?? '', language);

  function longestAt(words: readonly string[], at: number): readonly Phrase[] {
    const begun = byFirst.get(termAt(words, at) ?? '') ?? [];
    const fitting = begun.filter(({ terms }) =>
      terms.every((term, index) => termAt(words, at + index) === term),
    );
    const length = Math.max(0, ...fitting.map(({ terms }) => terms.length));
    return fitting.filter(({ terms }) => terms.length === length);
  }

  return {
    at(words, at) {
      const asIs = longestAt(words, at);
      if ((asIs[0]?.terms.length ?? 0) > 1) return asIs;
      const lemmas = languages[language].lemmasOf(fold(words[at] ?? ''));
      return [...asIs, ...lemmas.flatMap((lemma) => longestAt([lemma], 0))];
    },

    partsOf(word) {
      const parts = splitCompound(fold(word), language, (part) => known.get(part) ?? 0);
      return parts.length > 1
        ? parts.map((part) => longestAt([part], 0)).filter(({ length }) => length > 0)
        : [];
    },
  };
}
