import { fold } from './fold.ts';
import { forEachLanguage, languages } from './languages.ts';
import type { LanguageTag } from './language.ts';
import { memoize } from './memo.ts';
import { unifyNumeral } from './numerals.ts';
import { words } from './words.ts';
import type { Token } from './words.ts';

/** Words remembered a language; at about 100 bytes each some megabytes. */
const remembered = 32_000;
/** Letters of a word at the most; the longest German ones have 80. Stemmers take minutes over what is no word. */
const longest = 100;
const number = /^\d/;

const termsByLanguage = forEachLanguage((tag) => memoize((word) => computeTerm(word, tag), remembered));

/**
 * What a word is found by: its stem, folded; numbers as they are, see `unifyNumeral`. Undefined for what carries no topic, or is too long for a word.
 * @param word lower case with its accents, as `words` gives it
 */
export function termOf(word: string, language: LanguageTag): string | undefined {
  return termsByLanguage[language](word) || undefined;
}

/** The terms of a text, in order. */
export function terms(text: string, language: LanguageTag): string[] {
  const termOfWord = termsByLanguage[language];
  const found: string[] = [];
  for (const { word } of words(text)) {
    const term = termOfWord(word);
    if (term !== '') found.push(term);
  }
  return found;
}

/** The terms of a sentence, in order; a verb and the prefix that stands apart from it are one. */
export function sentenceTerms(text: string, language: LanguageTag): string[] {
  return termsOfWords(text, words(text), language).filter((term) => term !== undefined);
}

/**
 * The term of each word of a sentence; a verb has that of it and the prefix that stands apart from it, and the prefix none.
 * @param tokens all its words
 */
export function termsOfWords(
  text: string,
  tokens: readonly Token[],
  language: LanguageTag,
): readonly (string | undefined)[] {
  const separated = languages[language].separatedVerbs(text, tokens);
  const prefixes = new Set(separated.map(({ prefix }) => prefix));
  const wholes = new Map(separated.map(({ verb, infinitives }) => [verb, infinitives[0]]));
  return tokens.map((token) =>
    prefixes.has(token) ? undefined : termOf(wholes.get(token) ?? token.word, language),
  );
}

function computeTerm(word: string, language: LanguageTag): string {
  if (word.length > longest) return '';
  const folded = fold(word);
  const numeral = unifyNumeral(folded);
  if (number.test(numeral)) return numeral;
  const { stopWords, stem } = languages[language];
  const isLetter = folded.length < 2 && folded.charCodeAt(0) < 0x2e80;
  return isLetter || stopWords.has(folded) ? '' : fold(stem(word));
}
