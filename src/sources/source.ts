import { UserError } from '../errors.ts';
import type { ReadDocument } from './document.ts';
import type { Item } from './item.ts';
import { itemsOf } from './items.ts';
import type { Wishes } from './polling/pace.ts';
import type { FollowedSource } from './store.ts';
import type { Fetched, Fetcher } from './web/fetch.ts';

/** Something that gives articles when asked. */
export interface Source {
  /** Names it: its address. */
  readonly id: string;
  /**
   * What it has now, or that nothing changed since `bookmark`.
   * @throws {UserError} where it can't be read
   */
  fetch(bookmark: string | undefined, signal: AbortSignal): Promise<Gathered>;
}

/** What a source gave, and what to ask it with next time. */
export interface Gathered {
  /** Undefined: nothing changed. */
  readonly items: readonly Item[] | undefined;
  readonly bookmark?: string;
  /** Where it lives now, for good. */
  readonly movedTo?: string;
  readonly wishes: Wishes;
  /** Hubs that tell when it changes, and under which address they know it (WebSub). */
  readonly hubs: readonly string[];
  readonly topic?: string;
}

/** Tells what some bytes are and reads them, see document.ts; somewhere else than where the service answers its readers. */
export type DocumentReader = (document: Extract<Fetched, { kind: 'document' }>) => Promise<ReadDocument>;

/** The source behind a followed feed. */
export function createFeedSource(parts: {
  readonly followed: Pick<FollowedSource, 'url' | 'name' | 'language'>;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly read: DocumentReader;
}): Source {
  const { followed, fetcher, read } = parts;
  return {
    id: followed.url,
    async fetch(bookmark, signal) {
      const fetched = await fetcher.fetch(followed.url, {
        signal,
        ...(bookmark !== undefined && { bookmark }),
      });
      const answered = {
        ...(fetched.bookmark !== undefined && { bookmark: fetched.bookmark }),
        ...(fetched.movedTo !== undefined && { movedTo: fetched.movedTo }),
      };
      const fresh = { ...(fetched.freshFor !== undefined && { freshFor: fetched.freshFor }) };
      if (fetched.kind === 'unmodified') return { ...answered, items: undefined, wishes: fresh, hubs: [] };
      const feed = await read(fetched);
      if (feed.kind !== 'feed') throw new UserError('sources.notFeed');
      const linked = (rel: 'hub' | 'self') =>
        fetched.links.filter((link) => link.rel === rel).map(({ url }) => url);
      const { readEvery, skip } = feed;
      return {
        ...answered,
        items: itemsOf(feed, followed.name, followed.language),
        wishes: { ...fresh, ...(readEvery !== undefined && { readEvery }), skip },
        hubs: [...new Set([...linked('hub'), ...feed.hubs])],
        topic: linked('self')[0] ?? feed.self ?? fetched.url,
      };
    },
  };
}
