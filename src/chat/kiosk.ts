import type { Answer, Evidence } from '../answers/answer.ts';
import type { Explanation } from '../answers/explanation.ts';
import type { Question } from '../answers/question.ts';
import type { Quote } from '../answers/quotes.ts';
import type { LanguageTag } from '../language/language.ts';
import type { ArticleHead, Story } from '../stories/article.ts';
import type { Change } from '../stories/corrections.ts';
import type { StoryQuery } from '../stories/store.ts';
import type { Condensed } from '../summaries/condense.ts';
import type { Comparison } from './comparison.ts';
import type { Conversation } from './conversation.ts';
import type { Newsdesk } from './newsdesk.ts';
import type { Settings } from './settings.ts';
import type { Sources } from './sources.ts';
import type { StoryDetails } from './story-details.ts';

/** A sentence of a summary, verbatim, with the article it stands in. */
export interface SummarySentence {
  readonly article: ArticleHead;
  readonly sentence: string;
  /** Other articles that say the same, in whatever language. */
  readonly also: readonly ArticleHead[];
}

/** What a reader gave to be summed up. */
export type Given = { readonly text: string } | { readonly address: string };

/** A summary of what was given. */
export interface GivenSummary extends Condensed {
  /** Of an article at an address. */
  readonly article?: { readonly title: string; readonly url: string };
}

/** What commands ask Kiosk for. */
export interface Kiosk {
  readonly settings: Settings;
  readonly conversation: Conversation;
  ask(question: Question, limit: number): Promise<Answer>;
  /** Why an article's best sentence is shown for a question; undefined where it isn't. */
  explain(
    question: Pick<Question, 'text' | 'language' | 'in'>,
    article: string,
  ): Promise<Explanation | undefined>;
  /** The sentences that speak of some words, best first, each from another article. */
  search(question: Question, limit: number): Promise<readonly Evidence[]>;
  /** What a person named in the words said, else what was said about them: verbatim, newest first. */
  quotes(question: Question, limit: number): Promise<readonly Quote[]>;
  /** Newest first. */
  stories(query: StoryQuery): Promise<readonly Story[]>;
  /** The story with this id, or the one that these words find in some languages, or in all. */
  findStory(
    idOrWords: string,
    language: LanguageTag,
    searched?: readonly LanguageTag[],
  ): Promise<Story | undefined>;
  /**
   * The sentences that tell a story, from its articles in the reader's language where there are any: first what most of them say,
   * then what each adds.
   */
  summarize(story: Story, sentences: number, language: LanguageTag): Promise<readonly SummarySentence[]>;
  /** Who reported a story when and added what, its numbers, and what was said. */
  details(story: Story, language: LanguageTag): Promise<StoryDetails>;
  /** What each source of a story has for itself, and where their numbers differ. */
  compare(story: Story, language: LanguageTag): Promise<Comparison>;
  /**
   * The sentences that sum up a text nobody stored: one that was given, or the article at an address.
   * @throws {UserError} where there is no article, or in no language Kiosk speaks
   */
  condense(given: Given, sentences: number, signal: AbortSignal): Promise<GivenSummary>;
  /** What channels get without asking. */
  readonly newsdesk: Newsdesk;
  /** What Kiosk follows. */
  readonly sources: Sources;
  /** How an article's title and text changed since it was first read, oldest first. */
  changes(article: ArticleHead): Promise<readonly Change[]>;
  /** The names of those who published the newest stories, in alphabetical order. */
  outlets(): Promise<readonly string[]>;
}
