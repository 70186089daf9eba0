import { UserError } from '../errors.ts';
import type { LanguageTag } from '../language/index.ts';
import { decode } from './decode.ts';
import { type Feed, readFeed } from './feed/feed.ts';
import { type Notice, type Page, readPage } from './page/page.ts';
import { rootOf } from './root.ts';
import { readText } from './text.ts';

/** An article however it came, as a page or as a plain text. */
export interface ReadArticle extends Omit<Page, 'kind'> {
  readonly kind: 'article';
  /** What a plain text's "Language:" line says; undefined: to be detected from the text. */
  readonly language: LanguageTag | undefined;
}

/** A feed with its items. */
export interface ReadFeed extends Feed {
  readonly kind: 'feed';
}

/** What Kiosk sees in a document. */
export type ReadDocument = ReadArticle | ReadFeed | Notice;

/**
 * Tells what some bytes are, and reads them: a feed, a page, or a plain text whose first line is its title.
 * @param document.url where they came from; relative links start from it
 * @param document.contentType as the server sent it
 * @param document.name the file's name, where it is a file
 * @param document.now a page that says it was published later isn't believed
 * @throws {UserError} where a feed is broken past repair
 */
export function readDocument(document: {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly contentType?: string;
  readonly name?: string;
  readonly now?: Date;
}): ReadDocument {
  const { bytes, url, contentType, name, now } = document;
  const text = decode(bytes, contentType);
  const plain = /^text\/plain\b/i.test(contentType ?? '') || /\.(?:txt|text)$/i.test(name ?? '');
  const root = rootOf(text);
  if (root.kind === 'feed') return { kind: 'feed', ...readFeed(text, url) };
  if (root.kind === 'opml') throw new UserError('sources.notFeed');
  if (root.kind === 'text' || (plain && name !== undefined)) return readText(text, url);
  const page = readPage(text, url, now);
  return page.kind === 'page' ? { ...page, kind: 'article', language: undefined } : page;
}
