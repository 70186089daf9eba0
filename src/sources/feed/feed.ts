import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { UserError } from '../../errors.ts';
import { parseDate } from '../date.ts';
import { atomEntries } from './atom.ts';
import { jsonEntries } from './json.ts';
import { rdfEntries, rssEntries } from './rss.ts';
import { rootOf } from '../root.ts';

/** One entry of a feed; texts are plain, addresses absolute. */
export interface FeedItem {
  /** What the feed calls it, else its address, else its title. */
  readonly id: string;
  readonly url: string | undefined;
  readonly title: string;
  /** The feed's own short text; '' where it has none. */
  readonly summary: string;
  /** The feed's full text; '' where it has none. Paragraphs are separated by blank lines. */
  readonly content: string;
  readonly publishedAt: Date | undefined;
  readonly updatedAt: Date | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly image: string | undefined;
}

/** A feed of any format. */
export interface Feed {
  readonly title: string;
  /** The page it belongs to, else the address it was read from. */
  readonly url: string;
  /** As written by the feed: "de-DE"; a hint, since many feeds keep their software's default. */
  readonly language: string | undefined;
  readonly items: readonly FeedItem[];
}

/** True where the text begins like a feed and not like a page. */
export function isFeed(text: string): boolean {
  return rootOf(text).kind === 'feed';
}

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed.
 * @param url where the text was read from; relative links start from it
 * @throws {UserError} where the text is no feed, or broken past repair
 */
export function readFeed(text: string, url: string): Feed {
  const root = rootOf(text);
  if (root.kind !== 'feed') throw new UserError('sources.notFeed');
  try {
    return read(root.format, root.text, url);
  } catch (cause) {
    throw new UserError('sources.brokenFeed', {}, { cause });
  }
}

const options = { parseDateFn: parseDate };

function read(format: 'rss' | 'rdf' | 'atom' | 'json', text: string, url: string): Feed {
  switch (format) {
    case 'rss':
      return rssEntries(parseRssFeed(text, options), url);
    case 'rdf':
      return rdfEntries(parseRdfFeed(text, options), url);
    case 'atom':
      return atomEntries(parseAtomFeed(text, options), url);
    case 'json':
      return jsonEntries(parseJsonFeed(text, options), url);
  }
}
