import { fold, languages, languageTags, termOf, timeIn, words } from '../language/index.ts';
import type { LanguageTag, Token } from '../language/index.ts';
import type { ArticleStore, Concept, Period } from '../stories/store.ts';

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

/** Words a question for one language's articles: its stems, with the compounds that hold them or that they are made of. */
export async function wordQuestion(
  tokens: readonly Token[],
  language: LanguageTag,
  weight: number,
  findCompounds: FindCompounds,
): Promise<Wording> {
  const concepts = new Map<string, WeightedConcept>();
  const add = (terms: readonly string[], share: number) => {
    const [first] = terms;
    if (first !== undefined && !concepts.has(first))
      concepts.set(first, { terms: [...new Set(terms)], weight: weight * share });
  };
  const glued = languages[language].compoundLinks !== undefined;
  const parts: string[] = [];
  for (const { word } of tokens) {
    const term = termOf(word, language);
    if (term === undefined) continue;
    if (!glued || word.length < shortestPart) add([term], 1);
    else {
      const found = await findCompounds(language, fold(word));
      add([term, ...found.wholes.flatMap((whole) => termOf(whole, language) ?? [])], 1);
      parts.push(...found.parts);
    }
  }
  for (const part of parts) {
    const term = termOf(part, language);
    if (term !== undefined) add([term], partWeight);
  }
  return { language, concepts: [...concepts.values()] };
}
