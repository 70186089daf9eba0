import { areAkin } from './akin.ts';
import { splitCompound } from './compounds.ts';
import { fold } from './fold.ts';
import { holdsWord } from './holds-word.ts';
import { forEachLanguage, languages, languageTags } from './languages.ts';
import type { LanguageTag } from './language.ts';
import type { LexiconEntry } from './lexicon.ts';
import { areSame, asTopic, difference, indexMeanings, isEveryday, isThing, spelledLike } from './meanings.ts';
import type { Meaning } from './meanings.ts';
import { termOf, terms } from './terms.ts';

/** A way to say something. */
export interface Saying {
  /** All of them are needed. */
  readonly terms: readonly string[];
  /** The word itself, folded, where it is a single one. */
  readonly word: string | undefined;
  /** False where it, or a word of its stem, may say something else as well. */
  readonly isClear: boolean;
}

/** Says a few words in another language where it is sure of them; a lexicon for what nobody asks back about. */
export interface Dictionary {
  /** The language that some words seem to be of; undefined where it knows none of them, or they are as well of another. */
  languageOf(words: readonly string[]): LanguageTag | undefined;
  /**
   * Ways to say each thing that some words say; undefined where nothing is sure, or they are words of that language itself. Words that
   * aren't known, names among them, stay as they are.
   * @param words lower case with their accents, in whatever language
   */
  translate(words: readonly string[], to: LanguageTag): readonly (readonly Saying[])[] | undefined;
}

/** A word, or several that mean one thing together; no meanings where it isn't known. */
interface Part {
  readonly word: string;
  readonly terms: readonly string[];
  readonly meanings: readonly Meaning[];
}

/** Some words as words of one language, and how much they are like it. */
interface Reading {
  readonly from: LanguageTag;
  readonly parts: readonly Part[];
  readonly likeness: number;
}

/** How much a word without a topic tells of the language, beside one that is spelt as the lexicon has it. */
const stopWordShare = 0.5;
/** At least this much of what a translation means is what it translates. */
const surely = 0.5;
/** Shorter words are no compounds. */
const shortestCompound = 8;

/**
 * A dictionary of some entries. It is sure where words mean one thing, and what says it means that at least half the time: "Brand" is
 * "blaze", but not "fire", which may be a shot or a dismissal.
 */
export function createDictionary(entries: readonly LexiconEntry[]): Dictionary {
  const index = forEachLanguage((tag) => indexMeanings(entries, tag));

  function partAt(words: readonly string[], own: readonly string[], from: LanguageTag): Part {
    const found = index[from].at(own);
    const length = found[0]?.terms.length ?? 1;
    const word = words.slice(0, length).join(' ');
    const lemmas = found.length > 0 ? [] : languages[from].lemmasOf(fold(word));
    const ofLemmas = lemmas.flatMap((lemma) =>
      index[from].of(terms(lemma, from)).filter(({ text }) => holdsWord(text, lemma)),
    );
    const meanings = [...found, ...ofLemmas];
    return { word, terms: own.slice(0, length), meanings: asTopic(spelledLike(meanings, word)) };
  }

  /** The words a compound is made of, where all of them are known. */
  function splitUp(part: Part, from: LanguageTag): readonly Part[] {
    if (part.meanings.length > 0 || part.word.length < shortestCompound) return [part];
    const frequency = (word: string) => index[from].of(terms(word, from)).length;
    const words = splitCompound(fold(part.word), from, frequency);
    const parts = words.map((word) => partAt([word], terms(word, from), from));
    return parts.every(({ meanings }) => meanings.length > 0) ? parts : [part];
  }

  function read(words: readonly string[], from: LanguageTag): Reading {
    const telling = words.filter((word) => termOf(word, from) !== undefined);
    const own = telling.flatMap((word) => termOf(word, from) ?? []);
    const whole: Part[] = [];
    for (let at = 0; at < own.length; at += whole.at(-1)?.terms.length ?? 1)
      whole.push(partAt(telling.slice(at), own.slice(at), from));
    const parts = whole.flatMap((part) => splitUp(part, from));
    const likeness = parts.reduce(
      (sum, part) => sum + likenessOf(part),
      stopWordShare * (words.length - telling.length),
    );
    return { from, parts, likeness };
  }

  /** The readings that none is better than, and of these the ones that know more words together; none where nothing is known. */
  function readBest(words: readonly string[]): readonly Reading[] {
    const readings = languageTags.map((from) => read(words, from));
    const most = Math.max(...readings.map(({ likeness }) => likeness));
    const likely = readings.filter(({ likeness }) => likeness === most);
    const fewest = Math.min(...likely.map(({ parts }) => parts.length));
    const best = likely.filter(({ parts }) => parts.length === fewest);
    return best.filter(({ parts }) => parts.some(({ meanings }) => meanings.length > 0));
  }

  /** In all its forms, where it is a thing and nothing else: "children", but not "struck" for a walkout. */
  function formsOf(text: string, to: LanguageTag, clarity: Pick<Saying, 'isClear'>): readonly Saying[] {
    const found = terms(text, to);
    if (found.length !== 1) return [{ terms: found, word: undefined, ...clarity }];
    const word = fold(text);
    // Where nouns have capitals (German), only verbs are irregular.
    const { formsOf, mentions } = languages[to];
    const irregular = index[to].of(found).every(isThing) && !mentions.capitalNouns ? formsOf(word) : [];
    const others = irregular.flatMap((form) => termOf(form, to) ?? []);
    const forms = others.map((term) => ({ terms: [term], word: undefined, ...clarity }));
    return [{ terms: found, word, ...clarity }, ...forms];
  }

  function sayingsOf(part: Part, from: LanguageTag, to: LanguageTag): readonly Saying[] {
    const texts = part.meanings.map(({ entry }) => entry[to]);
    return commonTo(texts, (text) => terms(text, to)).flatMap((text) => {
      const all = index[to].of(terms(text, to));
      if (shareOf(spelledLike(all, text.toLowerCase()), part, from, areSame) < surely) return [];
      // Articles are searched by stems, so that words like it are found as well: "president" with "preside".
      return formsOf(text, to, { isClear: shareOf(all, part, from, areOfOneOrigin) === 1 });
    });
  }

  function say({ from, parts }: Reading, to: LanguageTag): readonly (readonly Saying[])[] | undefined {
    const said = parts.map((part) => ({ part, sayings: sayingsOf(part, from, to) }));
    // Everyday words say too little by themselves.
    const tells = said.some(({ part, sayings }) => sayings.length > 0 && !part.meanings.every(isEveryday));
    if (!tells) return undefined;
    return said.map(({ part, sayings }) =>
      sayings.length > 0 ? sayings : formsOf(part.word, to, { isClear: true }),
    );
  }

  return {
    languageOf(words) {
      const [best, ...others] = readBest(words);
      return others.length === 0 ? best?.from : undefined;
    },
    translate(words, to) {
      const readings = readBest(words);
      if (readings.some(({ from }) => from === to)) return undefined;
      const all = readings.map((reading) => say(reading, to));
      const [first] = all;
      // Words of two languages are translated where they mean the same in both.
      if (first === undefined || all.some((other) => other?.length !== first.length)) return undefined;
      const agreed = first.map((_, at) =>
        commonTo(
          all.map((said) => said?.[at] ?? []),
          ({ terms }) => terms,
        ),
      );
      return agreed.every((sayings) => sayings.length > 0) ? agreed : undefined;
    },
  };
}

/** The share of some meanings that are what a part means. */
function shareOf(
  meanings: readonly Meaning[],
  part: Part,
  from: LanguageTag,
  areLike: (one: readonly string[], other: readonly string[]) => boolean,
): number {
  const fitting = meanings.filter(({ entry }) =>
    entry[from].some((own) => part.meanings.some((meaning) => areLike(terms(own, from), meaning.terms))),
  );
  return fitting.length / Math.max(1, meanings.length);
}

function areOfOneOrigin(one: readonly string[], other: readonly string[]): boolean {
  return areSame(one, other) || one.some((own) => other.some((each) => areAkin(own, each)));
}

function likenessOf({ word, terms, meanings }: Part): number {
  const [closest] = meanings;
  return closest === undefined ? 0 : terms.length / (1 + difference(closest.text, word));
}

/** What stands in all of some lists, once. */
function commonTo<item>(
  [first = [], ...others]: readonly (readonly item[])[],
  termsOf: (item: item) => readonly string[],
): readonly item[] {
  const common = first.filter((item) => {
    const terms = termsOf(item);
    return terms.length > 0 && others.every((other) => other.some((each) => areSame(termsOf(each), terms)));
  });
  return [...new Map(common.map((item) => [termsOf(item).join(' '), item])).values()];
}
