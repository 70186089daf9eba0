import { detached } from './detached.ts';
import { forEachLanguage, languages } from './languages.ts';
import type { LanguageTag } from './language.ts';
import type { LexiconEntry } from './lexicon.ts';
import { indexPhrases } from './lexicon-index.ts';
import type { FindPhrases } from './lexicon-index.ts';
import { termOf } from './terms.ts';
import { waysToSay } from './ways.ts';

/** What single terms are called in other languages: a lexicon for texts of which only the terms are left. */
export interface Glossary {
  /** Terms of the other language that may mean the same, none where nothing is known. */
  alternatives(term: string, from: LanguageTag, to: LanguageTag): readonly string[];
}

/** A phrase of more terms is no word for one. */
const mostTerms = 2;
const none: readonly string[] = [];

/**
 * A glossary of a lexicon's entries; of "prime minister" both terms may stand for "Premierminister", and the other way round; of "take
 * place" only what isn't said with everything.
 */
export function createGlossary(entries: readonly LexiconEntry[]): Glossary {
  const light = forEachLanguage(
    (tag) => new Set(languages[tag].lightVerbs.flatMap((verb) => termOf(verb, tag) ?? [])),
  );
  const indexes: Partial<Record<LanguageTag, FindPhrases>> = {};
  const found = forEachLanguage(() => forEachLanguage(() => new Map<string, readonly string[]>()));

  function indexOf(language: LanguageTag): FindPhrases {
    return (indexes[language] ??= indexPhrases(entries, language));
  }

  function find(term: string, from: LanguageTag, to: LanguageTag): readonly string[] {
    const phrases = indexOf(from)(term);
    if (phrases.length === 0) return none;
    const others = new Set<string>();
    for (const { terms: mine, entry } of phrases) {
      if (mine.length > mostTerms || (mine.length > 1 && light[from].has(term))) continue;
      for (const { terms: theirs } of waysToSay(entry, to)) {
        if (theirs.length > (mine.length > 1 ? 1 : mostTerms)) continue;
        for (const other of theirs) if (theirs.length === 1 || !light[to].has(other)) others.add(other);
      }
    }
    others.delete(term);
    return [...others];
  }

  return {
    alternatives(term, from, to) {
      if (from === to) return none;
      const known = found[from][to].get(term);
      if (known !== undefined) return known;
      const others = find(term, from, to);
      // Names and other words that no entry holds are many, and are looked up as fast.
      if (others === none) return none;
      found[from][to].set(detached(term), others);
      return others;
    },
  };
}
