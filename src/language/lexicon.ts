import { splitCompound } from './compounds.ts';
import { cognatesOf } from './cognates.ts';
import { fold } from './fold.ts';
import { languages } from './languages.ts';
import type { LanguageTag } from './language.ts';
import { indexPhrases } from './lexicon-index.ts';
import type { FindPhrases, Phrase } from './lexicon-index.ts';
import { termOf, terms } from './terms.ts';
import { words } from './words.ts';

/** One concept: the words for it in each language, the most usual first. */
export type LexiconEntry = Readonly<Record<LanguageTag, readonly string[]>>;

/** A way to say some words in another language. */
export interface Translation {
  /** Terms of the other language; several where it takes several words. */
  readonly terms: readonly string[];
  /** The word or words themselves, folded, where there is one. */
  readonly word: string | undefined;
}

/** Some words of a text that mean something together, and how another language says it. */
export interface Translated {
  /** Places of the words. */
  readonly from: number;
  readonly count: number;
  /** How much it counts: less for a part of a compound. */
  readonly share: number;
  /** True where no entry says so: spellings that a word of one origin may have, most of which are none. */
  readonly isGuess: boolean;
  readonly translations: readonly Translation[];
}

/** Says words in other languages. */
export interface Lexicon {
  /** Translates what it knows among some words, which are lower case with their accents. Nothing where the language is the same. */
  translate(words: readonly string[], from: LanguageTag, to: LanguageTag): readonly Translated[];
  /** The terms of other words for what a word may mean; the word is lower case with its accents. */
  synonyms(word: string, language: LanguageTag): readonly string[];
}

/** A part of a compound counts as much beside the whole. */
const partShare = 0.6;
/** Shorter words are no compounds. */
const shortestCompound = 8;

/** A lexicon of some entries. Words are compared by their stems, so that forms of a word are found. */
export function createLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const indexes = new Map<LanguageTag, FindPhrases>();
  const vocabularies = new Map<LanguageTag, ReadonlyMap<string, number>>();

  /** The phrases that begin with a term. */
  function phrasesFrom(first: string, language: LanguageTag): readonly Phrase[] {
    const find = indexes.get(language) ?? indexPhrases(entries, language);
    indexes.set(language, find);
    return find(first).filter(({ terms }) => terms[0] === first);
  }

  function vocabularyOf(language: LanguageTag): ReadonlyMap<string, number> {
    const known = vocabularies.get(language) ?? countWords(entries, language);
    vocabularies.set(language, known);
    return known;
  }

  /** The longest phrases that begin with a word. */
  function phrasesAt(own: readonly (string | undefined)[], at: number, from: LanguageTag): readonly Phrase[] {
    const first = own[at];
    const begun = first === undefined ? [] : phrasesFrom(first, from);
    const fitting = begun.filter(({ terms }) => terms.every((term, index) => own[at + index] === term));
    const longest = Math.max(0, ...fitting.map(({ terms }) => terms.length));
    return fitting.filter(({ terms }) => terms.length === longest);
  }

  /** The phrases that begin with a word, as it is or as what it is a form of. */
  function wholeAt(
    given: readonly string[],
    own: readonly (string | undefined)[],
    at: number,
    from: LanguageTag,
  ): readonly Phrase[] {
    const asIs = phrasesAt(own, at, from);
    if ((asIs[0]?.terms.length ?? 0) > 1) return asIs;
    const lemmas = languages[from].lemmasOf(fold(given[at] ?? ''));
    return [...asIs, ...lemmas.flatMap((lemma) => phrasesAt([termOf(lemma, from)], 0, from))];
  }

  function partsOf(word: string, from: LanguageTag): readonly string[] {
    if (word.length < shortestCompound || languages[from].compoundLinks === undefined) return [];
    const known = vocabularyOf(from);
    const parts = splitCompound(fold(word), from, (part) => {
      const count = known.get(part) ?? 0;
      return termOf(part, from) === undefined ? 0 : count;
    });
    return parts.length > 1 ? parts : [];
  }

  return {
    synonyms(word, language) {
      const own = termOf(word, language);
      const said = translationsIn(wholeAt([word], [own], 0, language), language);
      const single = said.flatMap(({ terms }) => (terms.length === 1 ? terms : []));
      return single.filter((term) => term !== own);
    },

    translate(given, from, to) {
      if (from === to) return [];
      const own = given.map((word) => termOf(word, from));
      const translated: Translated[] = [];
      for (let at = 0; at < given.length; at += 1) {
        const word = given[at] ?? '';
        const found = wholeAt(given, own, at, from);
        const count = found[0]?.terms.length ?? 1;
        if (found.length > 0) {
          translated.push({
            from: at,
            count,
            share: 1,
            isGuess: false,
            translations: translationsIn(found, to),
          });
          at += count - 1;
          continue;
        }
        for (const part of partsOf(word, from)) {
          const term = termOf(part, from);
          const of = term === undefined ? [] : phrasesAt([term], 0, from);
          if (of.length > 0)
            translated.push({
              from: at,
              count: 1,
              share: partShare,
              isGuess: false,
              translations: translationsIn(of, to),
            });
        }
        const cognates = cognatesOf(fold(word), from, to).flatMap((cognate) => {
          const term = termOf(cognate, to);
          return term === undefined ? [] : [{ terms: [term], word: cognate }];
        });
        if (cognates.length > 0)
          translated.push({ from: at, count: 1, share: 1, isGuess: true, translations: cognates });
      }
      return translated;
    },
  };
}

function translationsIn(found: readonly Phrase[], to: LanguageTag): readonly Translation[] {
  const all = found
    .flatMap(({ entry }) => entry[to])
    .map((text) => {
      const own = terms(text, to);
      return { terms: own, word: own.length === 1 ? fold(text) : undefined };
    });
  const known = new Set<string>();
  return all.filter(({ terms }) => {
    const name = terms.join(' ');
    return name !== '' && !known.has(name) && known.add(name);
  });
}

/** How often entries hold each word, folded. */
function countWords(entries: readonly LexiconEntry[], language: LanguageTag): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const text of entry[language]) {
      const word = fold(text);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  return counts;
}

/** The words of a text, as `translate` takes them. */
export function wordsOf(text: string): readonly string[] {
  return words(text).map(({ word }) => word);
}
