import type { LanguageTag } from '../language/language.ts';

/** One text as a source gave it, before Kiosk knows whether it is new. */
export interface Item {
  /** The caller's own name for the article; without one it is derived from `url`. */
  readonly id?: string;
  readonly url: string;
  /** The name of who published it, as a reader would call them. */
  readonly source: string;
  /** Undefined: to be detected from the text. */
  readonly language?: LanguageTag;
  readonly title: string;
  /** Plain text; paragraphs are separated by line breaks. */
  readonly text: string;
  readonly publishedAt?: Date;
  readonly authors?: readonly string[];
  /** An absolute https or http address. */
  readonly image?: string;
}
