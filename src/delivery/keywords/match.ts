import { fold, termOf, words } from '../../language/index.ts';
import type { LanguageTag } from '../../language/index.ts';
import type { Article } from '../../stories/article.ts';
import type { KeywordTerm, KeywordWord, Keywords } from './expression.ts';

/** The words of an article, read once for all filters. */
export interface ArticleWords {
  readonly language: LanguageTag;
  /** What each word is found by, in order; nothing between the title and the text, so that no phrase crosses it. */
  readonly forms: readonly (readonly string[])[];
  /** All of that. */
  readonly known: ReadonlySet<string>;
  /** The different words, folded. */
  readonly folded: ReadonlySet<string>;
}

/** Characters of a text that are read; news is far shorter. */
const readLength = 500_000;

/** Reads an article's words for `matches`. */
export function readArticleWords({
  title,
  text,
  language,
}: Pick<Article, 'title' | 'text' | 'language'>): ArticleWords {
  const folded = new Set<string>();
  const formsIn = (part: string) =>
    words(part).map(({ word }) => {
      folded.add(fold(word));
      return formsOf(word, language);
    });
  const forms = [...formsIn(title), [], ...formsIn(text.slice(0, readLength))];
  return { language, forms, known: new Set(forms.flat()), folded };
}

/**
 * Whether an article has what a filter looks for. Words are compared folded and by their stems in the article's language, with
 * and without accents. Takes time in proportion to the article's words times the filter's, at worst.
 */
export function matches(keywords: Keywords, article: ArticleWords): boolean {
  switch (keywords.kind) {
    case 'and':
      return keywords.of.every((part) => matches(part, article));
    case 'or':
      return keywords.of.some((part) => matches(part, article));
    case 'not':
      return !matches(keywords.of, article);
    case 'term':
      return hasTerm(keywords, article);
  }
}

function hasTerm({ words }: KeywordTerm, article: ArticleWords): boolean {
  const tests = words.map((word) => testOf(word, article));
  if (tests.some(({ isThere }) => !isThere)) return false;
  if (tests.length === 1) return true;
  const { forms } = article;
  return forms.some((_, start) => tests.every(({ fits }, at) => fits(forms[start + at] ?? [])));
}

interface WordTest {
  readonly isThere: boolean;
  fits(forms: readonly string[]): boolean;
}

function testOf({ word, folded, isPrefix }: KeywordWord, article: ArticleWords): WordTest {
  if (isPrefix) {
    return {
      isThere: article.folded.values().some((one) => one.startsWith(folded)),
      // The first form is the word itself.
      fits: ([form = '']) => form.startsWith(folded),
    };
  }
  const wanted = formsOf(word, article.language);
  return {
    isThere: wanted.some((form) => article.known.has(form)),
    fits: (forms) => forms.some((form) => wanted.includes(form)),
  };
}

/** The word itself, folded, and its stems; people leave accents out, and stems may differ without them. */
function formsOf(word: string, language: LanguageTag): readonly string[] {
  const folded = fold(word);
  const stems = [termOf(word, language), termOf(folded, language)].filter((stem) => stem !== undefined);
  return [...new Set([folded, ...stems])];
}
