import { UserError } from '../errors.ts';
import { type ReadDocument, readDocument } from './document.ts';
import type { Rhythm } from './feed/rhythm.ts';
import type { Item } from './item.ts';
import { itemsOf } from './items.ts';
import { recall } from './polling/memory.ts';
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
 * What a followed feed holds that it didn't hold before.
 * @throws {UserError} where there is no feed, or a broken one
 */
export function newsIn(
  document: FetchedDocument,
  { name, language }: Pick<FollowedSource, 'name' | 'language'>,
  memory: string | undefined,
): News {
  const feed = readDocument(document);
  if (feed.kind !== 'feed') throw new UserError('sources.notFeed');
  const { readEvery, skip, hubs, self } = feed;
  const items = itemsOf(feed, name, language);
  const known = recall(memory);
  return {
    fresh: items.filter((item) => !known.has(item)),
    memory: known.with(items),
    dates: items.flatMap(({ publishedAt }) => publishedAt ?? []),
    readEvery,
    skip,
    hubs,
    self,
  };
}
