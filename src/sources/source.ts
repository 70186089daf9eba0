import type { DocumentReader, News } from './news.ts';
import type { Wishes } from './polling/pace.ts';
import type { ClaimedSource } from './store.ts';
import type { Fetcher } from './web/fetch.ts';

/** What is known of a source from the times before. */
export type Known = Pick<ClaimedSource, 'bookmark' | 'memory'>;

/** Something that gives articles when asked. */
export interface Source {
  /** Names it: its address. */
  readonly id: string;
  /**
   * What it has that wasn't known, or that nothing changed.
   * @throws {UserError} where it can't be read
   */
  fetch(known: Known, signal: AbortSignal): Promise<Gathered>;
}

/** What a source gave, and what to ask it with next time. */
export interface Gathered {
  /** Undefined: nothing changed. */
  readonly news: Pick<News, 'fresh' | 'memory' | 'dates'> | undefined;
  readonly bookmark?: string;
  /** Where it lives now, for good. */
  readonly movedTo?: string;
  readonly wishes: Wishes;
  /** Hubs that tell when it changes, and under which address they know it (WebSub). */
  readonly hubs: readonly string[];
  readonly topic?: string;
}

/** The source behind a followed feed. */
export function createFeedSource(parts: {
  readonly followed: Pick<ClaimedSource, 'url' | 'name' | 'language'>;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly reader: Pick<DocumentReader, 'news'>;
}): Source {
  const { followed, fetcher, reader } = parts;
  return {
    id: followed.url,
    async fetch({ bookmark, memory }, signal) {
      const fetched = await fetcher.fetch(followed.url, {
        signal,
        ...(bookmark !== undefined && { bookmark }),
      });
      const answered = {
        ...(fetched.bookmark !== undefined && { bookmark: fetched.bookmark }),
        ...(fetched.movedTo !== undefined && { movedTo: fetched.movedTo }),
      };
      const wishes = { ...(fetched.freshFor !== undefined && { freshFor: fetched.freshFor }) };
      if (fetched.kind === 'unmodified') return { ...answered, news: undefined, wishes, hubs: [] };
      const news = await reader.news(fetched, followed, memory);
      const { readEvery, skip, hubs, self } = news;
      const linked = (rel: 'hub' | 'self') =>
        fetched.links.filter((link) => link.rel === rel).map(({ url }) => url);
      return {
        ...answered,
        news,
        wishes: { ...wishes, ...(readEvery !== undefined && { readEvery }), skip },
        hubs: [...new Set([...linked('hub'), ...hubs])],
        topic: linked('self')[0] ?? self ?? fetched.url,
      };
    },
  };
}
