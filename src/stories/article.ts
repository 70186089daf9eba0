import type { LanguageTag } from '../language/language.ts';

/** One text published by one source. */
export interface Article {
  readonly id: string;
  readonly url: string;
  /** The name of who published it, as a reader would call them. */
  readonly source: string;
  readonly language: LanguageTag;
  readonly title: string;
  /** Plain text; paragraphs are separated by line breaks. */
  readonly text: string;
  readonly publishedAt: Date;
  /** 1 when first read; one more with every change of title or text. */
  readonly revision: number;
  readonly authors: readonly string[];
  readonly image?: string;
  /** When Kiosk first read it. */
  readonly arrivedAt: Date;
  /** True where it was fresh, and its source had been read before: what channels are told of. */
  readonly news: boolean;
  /** False while only what a feed says of it could be read. */
  readonly complete: boolean;
  /** The sentence in which the paper says that it corrected the article. */
  readonly correction?: string;
  /** When it was found that the paper took the article back. */
  readonly withdrawnAt?: Date;
}

/** An article as it is handed to a store; what the store alone knows is missing. */
export interface NewArticle extends Omit<Article, 'revision' | 'withdrawnAt'> {
  /**
   * Other names the same article may be stored under. With them, an article of the same publisher that says almost the same at
   * about the same time is the same, too; without, the id alone decides: it is the caller's own.
   */
  readonly names?: readonly string[];
}

/** An article without its text: what a list or a citation needs. */
export type ArticleHead = Omit<Article, 'text'>;

/** One event, told by one or more articles. */
export interface Story {
  readonly id: string;
  /** The earliest article that wasn't withdrawn, if there is one; its title names the story. */
  readonly lead: ArticleHead;
  /** Oldest first, the lead among them. */
  readonly articles: readonly ArticleHead[];
  /** When its newest article was published. */
  readonly updatedAt: Date;
}
