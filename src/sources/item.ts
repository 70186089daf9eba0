import type { LanguageTag } from '../language/language.ts';

/** One text as a source gave it, before Kiosk knows whether it is new. */
export interface Item {
  /** The caller's own name for the article, which alone says which one it is; without one, `names` and `url` do. */
  readonly id?: string;
  readonly url: string;
  /** What tells it from other articles, strongest first (see identity.ts); without them its address does. */
  readonly names?: readonly string[];
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
  /** False where `text` is only what a feed says of the article; true unless said. */
  readonly complete?: boolean;
  /** True where it came after its source was first read; false unless said. */
  readonly news?: boolean;
}
