import type { Mention } from '../language/index.ts';
import type { LanguageTag, Range } from '../language/language.ts';
import type { Article, ArticleHead } from '../stories/article.ts';
import type { Reading } from './agreement.ts';

/** What seems to be the answer itself, and where it stands in its sentence. */
export interface Mark extends Range {
  readonly kind: Mention['kind'];
  /** Its words, folded. */
  readonly text: string;
  /** Of a number or a sum, where its words have one. */
  readonly value?: number;
  /** What a number counts: of what was asked about, it is the same in every language. */
  readonly unit?: string;
}

/** A sentence of a stored article that speaks to a question, verbatim, with its place. */
export interface Evidence extends Range {
  readonly article: ArticleHead;
  readonly story: string;
  /** The sentence as it stands in the article's text from `start` to `end`. */
  readonly sentence: string;
  readonly mark?: Mark;
  /** From 0 to about 1: the share of what was asked that the sentence and its surroundings speak of. */
  readonly score: number;
  /** True where its article speaks of one thing alone of several that were asked for, or of names alone, which answers nothing. */
  readonly isThin: boolean;
}

/** What a reader gets for a question. */
export interface Answer {
  /** False: nothing Kiosk has read supports an answer; the evidence is only what comes nearest. */
  readonly answered: boolean;
  /** Best first. */
  readonly evidence: readonly Evidence[];
  /** What sources give as the answer, where they agree on one or differ on it; empty where nothing tells. */
  readonly readings: readonly Reading[];
  /** The language the question was understood in. */
  readonly language: LanguageTag;
  /** The question with those before it that it goes on from: what the next one may lean on. */
  readonly subject: string;
  /** The question with what it leans on, as `Answerer.explain` takes it. */
  readonly asked: string;
}

/** The sentence of an article at a range, verbatim. */
export function quoteOf(article: Pick<Article, 'text'>, range: Range): string {
  return article.text.slice(range.start, range.end);
}

/** An article without its text. */
export function headOf({ text: _text, ...head }: Article): ArticleHead {
  return head;
}
