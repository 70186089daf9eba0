import {
  askedFor,
  fold,
  languages,
  languageTags,
  newsAskedFor,
  termOf,
  timeIn,
  words,
} from '../language/index.ts';
import type { AskedKind, LanguageTag, Token } from '../language/index.ts';
import type { Period } from '../stories/store.ts';
import type { AskedWord } from './asked-word.ts';

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

const capital = /^\p{Lu}/u;
/** Characters before a word among which the end of a sentence stands: the stop, a space, a quotation mark. */
const nearby = 3;
/** "Notre-Dame", "Aix-La-Chapelle": names, whose function words say nothing of the language around them. */
const hyphenatedName = /(?<![\p{L}-])\p{Lu}\p{L}*(?:-\p{Lu}\p{L}*)+/gu;

/** The language whose function words a text uses most; `fallback` where they don't tell. */
export function languageOfQuestion(text: string, fallback: LanguageTag): LanguageTag {
  const tokens = words(text.replace(hyphenatedName, ' ')).map(({ word }) => fold(word));
  const count = (tag: LanguageTag) => tokens.filter((word) => languages[tag].stopWords.has(word)).length;
  return languageTags.reduce((best, tag) => (count(tag) > count(best) ? tag : best), fallback);
}

/** A question as it is understood. */
export interface ReadQuestion {
  readonly period: Period;
  readonly tokens: readonly AskedWord[];
  readonly asked: AskedKind | undefined;
  /** True where it asks for what is new. */
  readonly wantsNews: boolean;
  readonly language: LanguageTag;
}

/** Reads a question: the period it asks news of ("since Tuesday"), its telling words, those of time and news left out, and what it asks for. */
export function readQuestion(
  question: Pick<Question, 'text' | 'language'>,
  now: Date,
  timeZone: string,
): ReadQuestion {
  const language = languageOfQuestion(question.text, question.language);
  const time = timeIn(question.text, language, now, timeZone);
  const isNews = time?.kind === 'news';
  const news = newsAskedFor(question.text, language);
  const left = [...news, ...(isNews ? time.ranges : [])];
  const isLeft = (token: Token) => left.some((range) => token.start >= range.start && token.end <= range.end);
  const all = words(question.text);
  const separated = languages[language].separatedVerbs(question.text, all);
  const isPrefix = (token: Token) => separated.some(({ prefix }) => prefix === token);
  const tokens = all
    .filter((token) => termOf(token.word, language) !== undefined && !isLeft(token) && !isPrefix(token))
    .map((token) => ({
      ...token,
      wholes: separated.find(({ verb }) => verb === token)?.infinitives ?? [],
      written: question.text.slice(token.start, token.end),
      isName: isName(question.text, token),
    }));
  const period = isNews ? { ...(time.from && { from: time.from }), ...(time.to && { to: time.to }) } : {};
  // What goes on from other questions is written below them.
  const last = question.text.slice(question.text.trimEnd().lastIndexOf('\n') + 1);
  return { period, tokens, asked: askedFor(last, language), wantsNews: news.length > 0, language };
}

/** True for a capital that no beginning of a sentence explains. */
function isName(text: string, { start, end }: Token): boolean {
  const before = text.slice(Math.max(0, start - nearby), start);
  return start > 0 && !/[.?!:\n]/.test(before) && capital.test(text.slice(start, end));
}
