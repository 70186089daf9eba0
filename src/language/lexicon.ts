import { cognatesOf } from './cognates.ts';
import { fold } from './fold.ts';
import { forEachLanguage } from './languages.ts';
import type { LanguageTag } from './language.ts';
import type { Phrase } from './lexicon-index.ts';
import { createPhraseBook } from './phrase-book.ts';
import { termOf } from './terms.ts';
import { waysToSay } from './ways.ts';

/** One concept: the words for it in each language, the most usual first. */
export interface LexiconEntry extends Readonly<Record<LanguageTag, readonly string[]>> {
  /** Of what a word may mean, a topic means what comes first: more of what an operator added, less of everyday words; else 0. */
  readonly precedence?: number;
}

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
  /** True for a word that is a thing like others to some entry, and no name: English writes it small. */
  isCommon(word: string, language: LanguageTag): boolean;
}

const small = /^\p{Ll}/u;
/** A part of a compound counts as much beside the whole. */
const partShare = 0.6;

/** A lexicon of some entries. Words are compared by their stems, so that forms of a word are found. */
export function createLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const books = forEachLanguage((tag) => createPhraseBook(entries, tag));

  /** How another language may say a word that no entry holds: by its parts, and by its own letters. */
  function translateUnknown(
    word: string,
    at: number,
    from: LanguageTag,
    to: LanguageTag,
  ): readonly Translated[] {
    const place = { from: at, count: 1 };
    const parts = books[from].partsOf(word).map((found) => ({
      ...place,
      share: partShare,
      isGuess: false,
      translations: translationsOf(found, to),
    }));
    const cognates = cognatesOf(fold(word), from, to).flatMap((cognate) => {
      const term = termOf(cognate, to);
      return term === undefined ? [] : [{ terms: [term], word: cognate }];
    });
    if (cognates.length === 0) return parts;
    return [...parts, { ...place, share: 1, isGuess: true, translations: cognates }];
  }

  return {
    isCommon(word, language) {
      return books[language].meantAt([word], 0).some(({ entry }) => small.test(entry.en[0] ?? ''));
    },

    synonyms(word, language) {
      const own = termOf(word, language);
      const said = translationsOf(books[language].at([word], 0), language);
      const single = said.flatMap(({ terms }) => (terms.length === 1 ? terms : []));
      return single.filter((term) => term !== own);
    },

    translate(words, from, to) {
      if (from === to) return [];
      const translated: Translated[] = [];
      for (let at = 0; at < words.length;) {
        const found = books[from].meantAt(words, at);
        const count = found[0]?.terms.length ?? 1;
        if (found.length > 0)
          translated.push({
            from: at,
            count,
            share: 1,
            isGuess: false,
            translations: translationsOf(found, to),
          });
        else translated.push(...translateUnknown(words[at] ?? '', at, from, to));
        at += count;
      }
      return translated;
    },
  };
}

/** What phrases are called in a language, each once, in the order of their entries. */
function translationsOf(found: readonly Phrase[], to: LanguageTag): readonly Translation[] {
  const byTerms = new Map<string, Translation>();
  for (const { text, terms } of found.flatMap(({ entry }) => waysToSay(entry, to))) {
    const name = terms.join(' ');
    if (name !== '' && !byTerms.has(name))
      byTerms.set(name, { terms, word: terms.length === 1 ? fold(text) : undefined });
  }
  return [...byTerms.values()];
}
