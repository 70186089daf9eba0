import { decode } from './decode.ts';
import { type ReadDocument, readDocument } from './document.ts';
import { readFeed } from './feed/feed.ts';
import { partsOf, without } from './feed/parts.ts';
import type { Rhythm } from './feed/rhythm.ts';
import { addressKey } from './identity.ts';
import type { Item } from './item.ts';
import { itemsIn } from './items.ts';
import { digest, type Memorable, recall, remember } from './polling/memory.ts';
import type { FollowedSource } from './store.ts';
import type { Fetched } from './web/fetch.ts';

/** A document as it was fetched. */
export type FetchedDocument = Pick<Extract<Fetched, { kind: 'document' }>, 'bytes' | 'url' | 'contentType'>;

/** What a feed holds that it didn't hold before. */
export interface News extends Rhythm {
  readonly fresh: readonly Item[];
  /** What to compare with next time, see polling/memory.ts. */
  readonly memory: string;
  /** When its items were published, the known ones, too. */
  readonly dates: readonly Date[];
  readonly hubs: readonly string[];
  readonly self: string | undefined;
}

/** Reads documents, somewhere else than where the service answers its readers. Both reject with a `UserError` for what can't be read. */
export interface DocumentReader {
  /** See `readDocument`. */
  read(document: FetchedDocument): Promise<ReadDocument>;
  /** See `newsIn`. */
  news(
    document: FetchedDocument,
    followed: Pick<FollowedSource, 'name' | 'language'>,
    memory: string | undefined,
  ): Promise<News>;
}

/** Reads documents on the spot. */
export const directReader: DocumentReader = {
  read: async (document) => readDocument(document),
  news: async (document, followed, memory) => newsIn(document, followed, memory),
};

/**
 * What a followed feed holds that it didn't hold before. Items that are written as they were are not even read.
 * @throws {UserError} where there is no feed, or a broken one
 */
export function newsIn(
  { bytes, url, contentType }: FetchedDocument,
  { name, language }: Pick<FollowedSource, 'name' | 'language'>,
  memory: string | undefined,
): News {
  const before = recall(memory);
  const { text, same, changed } = unread(decode(bytes, contentType), before);
  const feed = readFeed(text, url);
  const items = itemsIn(feed, name, language, same);
  // Where the reader found other items than were marked, nobody knows which is which; they are read again next time.
  const written = changed.length === feed.items.length ? changed : [];
  const prints = new Map(before.map((known) => [known.name, known.print]));
  const fresh: Item[] = [];
  const now: Memorable[] = [];
  for (const [index, item] of items.entries()) {
    if (item === undefined) continue;
    const seen = { ...memorable(item, feed.items[index]?.guid), written: written[index] ?? '' };
    now.push(seen);
    if (prints.get(seen.name) !== seen.print) fresh.push(item);
  }
  const { readEvery, skip, hubs, self } = feed;
  return {
    fresh,
    memory: remember([...now, ...same], before),
    dates: [...now, ...same].flatMap(({ publishedAt }) => publishedAt ?? []),
    readEvery,
    skip,
    hubs,
    self,
  };
}

/** What is to be remembered of an item that was read. */
export function memorable(
  { url, names, title, text, publishedAt }: Item,
  guid?: string,
): Omit<Memorable, 'written'> {
  return {
    name: digest(names?.[0] ?? url),
    print: digest(`${title.length}:${title}${text}`),
    address: digest(addressKey(url)),
    guid: digest(guid ?? ''),
    publishedAt,
  };
}

/** A feed's text without the items that are written as they were, these items, and digests of how the others are written. */
function unread(text: string, before: readonly Memorable[]) {
  const parts = partsOf(text);
  if (parts === undefined) return { text, same: [], changed: [] };
  const known = new Map(before.map((item) => [item.written, item]));
  const marked = parts.map((part) => ({ part, written: digest(text.slice(part.start, part.end)) }));
  const same = marked.flatMap(({ written }) => known.get(written) ?? []);
  const rest = marked.filter(({ written }) => known.has(written)).map(({ part }) => part);
  return {
    text: without(text, rest),
    same,
    changed: marked.filter(({ written }) => !known.has(written)).map(({ written }) => written),
  };
}
