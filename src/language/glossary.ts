import { forEachLanguage, languageTags } from './languages.ts';
import type { LanguageTag } from './language.ts';
import type { LexiconEntry } from './lexicon.ts';
import { terms } from './terms.ts';

/** What single terms are called in other languages: a lexicon for texts of which only the terms are left. */
export interface Glossary {
  /** Terms of the other language that may mean the same, none where nothing is known. */
  alternatives(term: string, from: LanguageTag, to: LanguageTag): readonly string[];
}

/** A phrase of more terms is no word for one. */
const mostTerms = 2;

type Meanings = Readonly<Record<LanguageTag, Map<string, string[]>>>;

/** A glossary of a lexicon's entries; of "prime minister" both terms may stand for "Premierminister", and the other way round. */
export function createGlossary(entries: readonly LexiconEntry[]): Glossary {
  const meanings = forEachLanguage(() => forEachLanguage(() => new Map<string, string[]>()));
  for (const entry of entries) {
    const words = forEachLanguage((tag) =>
      entry[tag].map((word) => terms(word, tag)).filter(({ length }) => length <= mostTerms),
    );
    for (const from of languageTags)
      for (const to of languageTags) if (from !== to) note(meanings[from], to, words[from], words[to]);
  }
  return { alternatives: (term, from, to) => meanings[from][to].get(term) ?? [] };
}

function note(
  meanings: Meanings,
  to: LanguageTag,
  own: readonly (readonly string[])[],
  others: readonly (readonly string[])[],
): void {
  for (const mine of own)
    for (const theirs of others) {
      if (mine.length > 1 && theirs.length > 1) continue;
      for (const term of mine) {
        const known = meanings[to].get(term) ?? [];
        meanings[to].set(term, known);
        for (const other of theirs) if (other !== term && !known.includes(other)) known.push(other);
      }
    }
}
