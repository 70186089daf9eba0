import { fold } from './fold.ts';
import type { LanguageTag } from './language.ts';
import type { LexiconEntry } from './lexicon.ts';
import { termOf, terms } from './terms.ts';
import { words } from './words.ts';

/** A word or words of an entry in one language, as terms. */
export interface Phrase {
  readonly terms: readonly string[];
  readonly entry: LexiconEntry;
}

/** The phrases of one language that hold a term, in the order of their entries. */
export type FindPhrases = (term: string) => readonly Phrase[];

interface Unread {
  readonly text: string;
  readonly entry: LexiconEntry;
}

/** Letters that a term has in common with its words. */
const beginning = 2;
/** Shorter words may become something else: "dying" is "die". */
const shortestRegular = 6;
const none: readonly Phrase[] = [];

/**
 * Indexes a language's side of some entries. Stemming all of them takes longer than most of what a process does, so those with the
 * same beginning are stemmed when the first of them is looked up.
 */
export function indexPhrases(entries: readonly LexiconEntry[], language: LanguageTag): FindPhrases {
  const unread = new Map<string, Unread[]>();
  const read = new Map<string, ReadonlyMap<string, readonly Phrase[]>>();
  for (const entry of entries)
    for (const text of entry[language])
      for (const key of beginningsOf(text, language)) {
        const known = unread.get(key);
        if (known === undefined) unread.set(key, [{ text, entry }]);
        else known.push({ text, entry });
      }

  function readThose(key: string): ReadonlyMap<string, readonly Phrase[]> {
    const found = readAll(unread.get(key) ?? [], language);
    read.set(key, found);
    unread.delete(key);
    return found;
  }

  return (term) => {
    const key = term.slice(0, beginning);
    return (read.get(key) ?? readThose(key)).get(term) ?? none;
  };
}

function readAll(unread: readonly Unread[], language: LanguageTag): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const { text, entry } of unread) {
    // Copied: a list that grew keeps room for 16 more, and these are some ten thousand.
    const phrase = { terms: [...terms(text, language)], entry };
    for (const term of new Set(phrase.terms)) {
      const known = found.get(term);
      if (known === undefined) found.set(term, [phrase]);
      else known.push(phrase);
    }
  }
  return found;
}

function beginningsOf(text: string, language: LanguageTag): ReadonlySet<string> {
  return new Set(
    words(text).map(({ word }) => {
      const start = word.length < shortestRegular ? (termOf(word, language) ?? '') : fold(word);
      return start.slice(0, beginning);
    }),
  );
}
