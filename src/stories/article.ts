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
}

/** An article without its text: what a list or a citation needs. */
export type ArticleHead = Omit<Article, 'text'>;

/** One event, told by one or more articles. */
export interface Story {
  readonly id: string;
  /** The earliest article; its title names the story. */
  readonly lead: ArticleHead;
  /** Oldest first, the lead among them. */
  readonly articles: readonly ArticleHead[];
  /** When its newest article was published. */
  readonly updatedAt: Date;
}
