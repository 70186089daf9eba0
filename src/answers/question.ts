import { fold, languages, languageTags, termOf, timeIn, words } from '../language/index.ts';
import type { LanguageTag, Lexicon, Token } from '../language/index.ts';
import type { ArticleStore, Compounds, Concept, Period } from '../stories/store.ts';

/** What a reader wants to know. */
export interface Question {
  readonly text: string;
  /** The reader's language; the question may be in another. */
  readonly language: LanguageTag;
  /** Languages to search; all when left out. */
  readonly in?: readonly LanguageTag[];
  /** What was talked about just before, for questions such as "and who published it?". */
  readonly context?: Context;
}

/** What the conversation was about. */
export interface Context {
  /** The earlier question, its own context included. */
  readonly question: string;
  /** The stories its answer came from. */
  readonly stories: readonly string[];
}

/** A concept of a question with how much it counts; 1 for a word of the question itself. */
export interface WeightedConcept extends Concept {
  readonly weight: number;
}

/** A question as one language's articles are asked it. */
export interface Wording {
  readonly language: LanguageTag;
  readonly concepts: readonly WeightedConcept[];
}

/** What the stored articles know of a word's compounds; see `ArticleStore.compounds`. */
export type FindCompounds = ArticleStore['compounds'];

/** How much a part of a compound counts beside the compound itself. */
const partWeight = 0.5;
const shortestPart = 4;
/** Translations of a word whose compounds are looked for, the most usual. */
const widened = 2;

/** "Notre-Dame", "Aix-La-Chapelle": names, whose function words say nothing of the language around them. */
const hyphenatedName = /(?<![\p{L}-])\p{Lu}\p{L}*(?:-\p{Lu}\p{L}*)+/gu;

/** The language whose function words a text uses most; `fallback` where they don't tell. */
export function languageOfQuestion(text: string, fallback: LanguageTag): LanguageTag {
  const tokens = words(text.replace(hyphenatedName, ' ')).map(({ word }) => fold(word));
  const count = (tag: LanguageTag) => tokens.filter((word) => languages[tag].stopWords.has(word)).length;
  return languageTags.reduce((best, tag) => (count(tag) > count(best) ? tag : best), fallback);
}

/** The period a question asks news of ("since Tuesday") and its telling words, those of time left out. */
export function readQuestion(
  question: Pick<Question, 'text' | 'language'>,
  now: Date,
  timeZone: string,
): { readonly period: Period; readonly tokens: readonly Token[]; readonly language: LanguageTag } {
  const language = languageOfQuestion(question.text, question.language);
  const time = timeIn(question.text, language, now, timeZone);
  const isNews = time?.kind === 'news';
  const inTime = (token: Token) =>
    isNews && time.ranges.some((range) => token.start >= range.start && token.end <= range.end);
  const tokens = words(question.text).filter(
    (token) => termOf(token.word, language) !== undefined && !inTime(token),
  );
  const period = isNews ? { ...(time.from && { from: time.from }), ...(time.to && { to: time.to }) } : {};
  return { period, tokens, language };
}

/** What says a question's words in other languages. */
export interface Translating {
  readonly lexicon: Pick<Lexicon, 'translate'>;
  /** The language of the words. */
  readonly from: LanguageTag;
}

/**
 * Words a question for one language's articles: its stems, what they are called in that language where it is another, and the
 * compounds that hold them or that they are made of. What a word may be called is one concept, however much there is of it.
 */
export async function wordQuestion(
  tokens: readonly Token[],
  language: LanguageTag,
  weight: number,
  findCompounds: FindCompounds,
  translating?: Translating,
): Promise<Wording> {
  const concepts = new Map<string, WeightedConcept>();
  const add = (terms: readonly string[], share: number) => {
    const [first] = terms;
    if (first !== undefined && !concepts.has(first))
      concepts.set(first, { terms: [...new Set(terms)], weight: weight * share });
  };
  const glued = languages[language].compoundLinks !== undefined;
  const compoundsOf = async (word: string): Promise<Compounds> =>
    glued && word.length >= shortestPart ? findCompounds(language, fold(word)) : { wholes: [], parts: [] };
  const termsOf = (words: readonly string[]) => words.flatMap((word) => termOf(word, language) ?? []);
  const given = tokens.map(({ word }) => word);
  const translated =
    translating === undefined ? [] : translating.lexicon.translate(given, translating.from, language);
  const isCovered = (at: number) =>
    translated.some(({ from, count, share }) => share === 1 && count > 1 && at >= from && at < from + count);
  const parts: string[] = [];
  for (const [at, word] of given.entries()) {
    for (const { from, count, share, translations } of translated) {
      if (from !== at) continue;
      const single = translations.filter(({ terms }) => terms.length === 1);
      const found = await Promise.all(single.slice(0, widened).map(({ word }) => compoundsOf(word ?? '')));
      const own = count === 1 && share === 1 ? termsOf([word]) : [];
      const alternatives = single.flatMap(({ terms }) => terms);
      add([...own, ...alternatives, ...termsOf(found.flatMap(({ wholes }) => wholes))], share);
      const several = translations.find(({ terms }) => terms.length > 1);
      if (several !== undefined && single.length === 0)
        for (const term of several.terms) add([term], share / several.terms.length);
    }
    const term = termOf(word, language);
    if (term === undefined || isCovered(at)) continue;
    const found = await compoundsOf(word);
    add([term, ...termsOf(found.wholes)], 1);
    parts.push(...found.parts);
  }
  for (const term of termsOf(parts)) add([term], partWeight);
  return { language, concepts: [...concepts.values()] };
}
