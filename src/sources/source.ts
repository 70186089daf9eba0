import { UserError } from '../errors.ts';
import type { LanguageTag } from '../language/index.ts';
import { readDocument } from './document.ts';
import type { Feed, FeedItem } from './feed/feed.ts';
import type { Fetcher } from './web/fetch.ts';
import type { Item } from './item.ts';
import type { FollowedSource } from './store.ts';

/** Something that gives articles when asked. */
export interface Source {
  /** Names it: its address. */
  readonly id: string;
  /**
   * What it has now; nothing, if it knows from the bookmark that nothing changed.
   * @throws {UserError} where it can't be read
   */
  fetch(bookmark: string | undefined, signal: AbortSignal): Promise<Gathered>;
}

/** What a source gave, and what to ask it with next time. */
export interface Gathered {
  readonly items: readonly Item[];
  readonly bookmark?: string;
}

/** The source behind a followed feed. */
export function createFeedSource(parts: {
  readonly followed: Pick<FollowedSource, 'url' | 'name' | 'language'>;
  readonly fetcher: Fetcher;
}): Source {
  const { followed, fetcher } = parts;
  return {
    id: followed.url,
    async fetch(bookmark, signal) {
      const fetched = await fetcher.fetch(followed.url, {
        signal,
        ...(bookmark !== undefined && { bookmark }),
      });
      if (fetched.kind === 'unmodified') return { items: [], ...(bookmark !== undefined && { bookmark }) };
      const read = readDocument(fetched);
      if (read.kind !== 'feed') throw new UserError('sources.notFeed');
      const items = itemsOf(read, followed.name, followed.language);
      return { items, ...(fetched.bookmark !== undefined && { bookmark: fetched.bookmark }) };
    },
  };
}

/**
 * The articles in a feed. Entries without a link or without any text are left out: there is nothing to cite.
 * @param source the name of who publishes them; '' for the feed's own title
 */
export function itemsOf(feed: Feed, source: string, language?: LanguageTag): readonly Item[] {
  return feed.items.flatMap((entry) => {
    const { url, publishedAt, authors, image } = entry;
    const text = longer(entry);
    if (url === undefined || text === '') return [];
    return {
      url,
      source: source || feed.title,
      ...(language !== undefined && { language }),
      title: entry.title || firstWords(text),
      text,
      ...(publishedAt !== undefined && { publishedAt }),
      authors,
      ...(image !== undefined && { image }),
    };
  });
}

/** Feeds disagree on which of the two holds the whole text. */
function longer({ content, summary }: FeedItem): string {
  return content.length >= summary.length ? content : summary;
}

/** Short notes have no title; their beginning stands for one. */
function firstWords(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s+\S*$/u, '')}…`;
}
