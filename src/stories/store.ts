import type { LanguageTag } from '../language/language.ts';
import type { Analysis } from './analysis.ts';
import type { Dated } from './archive.ts';
import type { Article, ArticleHead, NewArticle, Story } from './article.ts';

/** What became of one article that was stored. */
export interface Added {
  /** The one it is stored under, which may be that of another address of the same article. */
  readonly id: string;
  /** `completed`: of what was known from a feed alone, the whole text has come. */
  readonly outcome: 'new' | 'revised' | 'completed' | 'known';
  /** False until `assign` has said which story it belongs to; an interruption may leave articles so. */
  readonly assigned: boolean;
}

/** Articles published from `from` (inclusive) to `to` (exclusive). */
export interface Period {
  readonly from?: Date;
  readonly to?: Date;
}

/** Alternatives that mean one thing: a word and, say, the compounds that hold it. The first is the word itself. */
export interface Concept {
  readonly terms: readonly string[];
}

/** Asks for the articles of one language that hold the most telling of these concepts. */
export interface TermQuery extends Period {
  readonly language: LanguageTag;
  readonly concepts: readonly Concept[];
  /** How many candidates at the most. */
  readonly limit: number;
}

/** An article with its analysed words, ready to be ranked; its text, which ranking doesn't need, stays where it is. */
export interface Candidate {
  readonly article: ArticleHead;
  readonly story: string;
  /** False until `assign` has said which story it belongs to. */
  readonly assigned: boolean;
  readonly analysis: Analysis;
}

/** An article as it is stored, with its text. */
export interface StoredArticle extends Candidate {
  readonly article: Article;
}

/**
 * Candidates, best first by the store's own rough ranking and of equals the oldest, with what a ranker must know of the whole
 * collection.
 */
export interface Candidates {
  /** How many articles of this language are stored. */
  readonly total: number;
  /** Mean number of terms of these articles. */
  readonly meanLength: number;
  /** In how many of them each term of the query occurs; 0 is listed too. */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly candidates: readonly Candidate[];
}

/**
 * Chooses stories, newest first: those named by their ids or by articles they hold, or all. A story fits a period and
 * languages when one of its articles does; it is given whole.
 */
export interface StoryQuery extends Period {
  /** Ids that stories have or had: of a story that went into another one, that one is given. */
  readonly ids?: readonly string[];
  readonly articles?: readonly string[];
  readonly languages?: readonly LanguageTag[];
  /** Only stories with news that arrived from then on. */
  readonly newsSince?: Date;
  readonly limit: number;
}

/** Says which story each article belongs to; a story exists as long as an article belongs to it. */
export interface Assignment {
  readonly article: string;
  readonly story: string;
}

/** A stored article and where it belongs, without its words. */
export interface Placed extends Dated {
  readonly language: LanguageTag;
  readonly story: string;
  /** False until `assign` has said which story it belongs to. */
  readonly assigned: boolean;
}

/** An article that is like another one. */
export interface Neighbour extends Placed {
  /** From 1, where both just tell the same story. */
  readonly closeness: number;
}

/** A stored article with those that are like enough to tell the same story, the closest first. */
export interface Neighbourhood {
  readonly article: Placed;
  readonly neighbours: readonly Neighbour[];
}

/** Where articles, their words and their stories are kept. Engines recall; ranking is done outside, the same for all. */
export interface ArticleStore {
  /**
   * Stores articles durably, in pieces: after a failure some may be stored, and adding all again is harmless. The same article
   * (see `NewArticle.names`) with the same title and text is known, with others it is a revision, and with the whole text after
   * a part of it it is completed; all keep the article's place in time and its story. A part of what is stored whole is known.
   * A new article is a story of its own, named like it.
   */
  add(articles: readonly NewArticle[]): Promise<readonly Added[]>;
  /** Articles that were withdrawn are none. */
  candidates(query: TermQuery): Promise<Candidates>;
  /** The articles with these ids, in this order; ids that are not stored are left out. */
  articles(ids: readonly string[]): Promise<readonly StoredArticle[]>;
  assign(assignments: readonly Assignment[]): Promise<void>;
  stories(query: StoryQuery): Promise<readonly Story[]>;
  /**
   * What the stored articles know of a folded, unstemmed word: the compounds that begin or end with it, most frequent first and
   * a dozen at the most, and the words it is itself made of. Found with `language/compounds.ts`, the same in every engine; both
   * empty in languages that write their words apart.
   */
  compounds(language: LanguageTag, word: string): Promise<Compounds>;
  /**
   * These articles with those close enough to tell the same story; ids that are not stored are left out. Found with `neighbours.ts`,
   * the same in every engine, but where the articles are: thousands are grouped at once, and all their words are compared.
   * @param ids some hundreds: how rare their terms are is asked once for all of them
   */
  neighbours(ids: readonly string[]): Promise<readonly Neighbourhood[]>;
}

/** Compounds around a word; all folded, not stemmed. */
export interface Compounds {
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
}
