import { UserError } from '../../errors.ts';
import { rootOf } from '../root.ts';
import { encodedOnce } from '../twice.ts';
import { atomFeed } from './atom.ts';
import { withDeclared } from './declared.ts';
import { readElements } from './elements.ts';
import { jsonFeed } from './json.ts';
import type { Rhythm } from './rhythm.ts';
import { rssFeed } from './rss.ts';

/** One entry of a feed; texts are plain, addresses absolute. */
export interface FeedItem {
  /** What the feed calls it, else its address, else its title. */
  readonly id: string;
  /** What the feed calls it, as written; undefined where it doesn't, or where it calls several different entries that. */
  readonly guid: string | undefined;
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
export interface Feed extends Rhythm {
  readonly title: string;
  /** The page it belongs to, else the address it was read from. */
  readonly url: string;
  /** As written by the feed: "de-DE"; a hint, since many feeds keep their software's default. */
  readonly language: string | undefined;
  /** Where it says that it is to be read from. */
  readonly self: string | undefined;
  /** Who tells subscribers that there is news in it, as WebSub has it. */
  readonly hubs: readonly string[];
  readonly items: readonly FeedItem[];
}

/** True where the text begins like a feed and not like a page. */
export function isFeed(text: string): boolean {
  return rootOf(text).kind === 'feed';
}

/**
 * Reads RSS 0.90 to 2.0, Atom 0.3 and 1.0, and JSON Feed.
 * @param url where the text was read from; relative links start from it
 * @throws {UserError} where the text is no feed, or broken past repair
 */
export function readFeed(text: string, url: string): Feed {
  const root = rootOf(encodedOnce(text));
  if (root.kind !== 'feed') throw new UserError('sources.notFeed');
  const source = root.format === 'json' ? root.text : withDeclared(root.text, root.prolog);
  const feed = readAt(url, (place) => read(root.format, source, place));
  return { ...feed, items: withoutSharedNames(feed.items) };
}

/** A feed that wasn't read from the web may say where on the web it is. */
function readAt(url: string, readFrom: (place: string) => Feed): Feed {
  const feed = readFrom(url);
  const place = isOnWeb(url) ? undefined : [feed.self, feed.url].find(isOnWeb);
  return place === undefined ? feed : readFrom(place);
}

function isOnWeb(address: string | undefined): address is string {
  return /^https?:/i.test(address ?? '');
}

function read(format: 'rss' | 'rdf' | 'atom' | 'json', text: string, url: string): Feed {
  if (format === 'json') {
    try {
      return jsonFeed(text, url);
    } catch (cause) {
      throw new UserError('sources.brokenFeed', {}, { cause });
    }
  }
  const elements = readElements(text, url, format === 'atom' ? 'atom' : 'rss');
  if (elements === undefined) throw new UserError('sources.brokenFeed');
  return format === 'atom' ? atomFeed(elements, url) : rssFeed(elements, url);
}

/** What several different entries are called is no name of any of them. */
function withoutSharedNames(items: readonly FeedItem[]): readonly FeedItem[] {
  const bearers = new Map<string, FeedItem>();
  const shared = new Set<string>();
  for (const item of items) {
    const bearer = bearers.get(item.guid ?? '') ?? item;
    if (item.guid === undefined) continue;
    bearers.set(item.guid, bearer);
    if (bearer.url !== item.url || bearer.title !== item.title) shared.add(item.guid);
  }
  if (shared.size === 0) return items;
  return items.map((item) =>
    item.guid !== undefined && shared.has(item.guid)
      ? { ...item, guid: undefined, id: item.url ?? (item.title || item.guid) }
      : item,
  );
}
