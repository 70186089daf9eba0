import { fold, isLanguageTag, languages } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';

/** An article as a search library takes it. */
export interface Document {
  readonly id: string;
  readonly language: LanguageTag;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly source: string;
  readonly publishedAt: Date;
}

/** A question, in its own words, to the articles of one language. */
export interface Asked {
  readonly text: string;
  readonly language: LanguageTag;
  readonly in: LanguageTag;
  /** The article that answers it. */
  readonly article: string;
}

/** What finds articles: Kiosk, or what could be taken in its place. */
export interface Engine {
  add(documents: readonly Document[]): Promise<void>;
  /** Ids of articles, the best first. */
  search(asked: Asked): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens an engine; one that keeps its articles in files has them in a folder. */
export type OpenEngine = (directory: string) => Promise<Engine>;

/** Articles asked for. */
export const wanted = 10;
/** A title's word counts as much as this many in the text. */
export const titleBoost = 2;

/** The document in a line of a file. */
export function readDocument(line: string): Document {
  const { language, publishedAt, source = '', title = '', ...rest } = JSON.parse(line);
  if (!isLanguageTag(language)) throw new Error(`an article in no language: ${line.slice(0, 100)}`);
  return { ...rest, title, source, language, publishedAt: new Date(publishedAt ?? 0) };
}

/** True for words without a topic; every engine that takes a list of them gets Kiosk's. */
export function isStopWord(word: string, language: LanguageTag): boolean {
  return languages[language].stopWords.has(fold(word));
}
