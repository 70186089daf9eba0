import { UserError } from '../../errors.ts';
import type { ReadArticle, ReadDocument } from '../document.ts';
import { canonicalName } from '../identity.ts';
import type { Item } from '../item.ts';
import { itemAlone } from '../items.ts';
import type { DuePage, PageStore } from '../pages.ts';
import type { DocumentReader } from '../news.ts';
import type { PageFetcher } from '../web/pages.ts';
import { FetchError } from '../web/refusal.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** What reading pages works with. */
export interface LookParts {
  readonly store: PageStore;
  /** Reads pages whose site allows it. */
  readonly fetcher: PageFetcher;
  readonly reader: Pick<DocumentReader, 'read'>;
  readonly take: (items: readonly Item[]) => Promise<void>;
  /** Is told that a paper took an article back. */
  readonly withdraw: (item: Item) => Promise<void>;
  readonly now: () => Date;
  /** Told what the store throws. */
  readonly fault: (error: unknown) => void;
}

const minute = 60_000;
const claimed = { limit: 200, milliseconds: 30 * minute };
const limits = { atOnce: 8, perHost: 2 };
/** A page is read again this long after it was first read, since papers correct what they publish: milliseconds. */
const looksAfter = [60 * minute, 6 * 60 * minute, 24 * 60 * minute];
/** After a failure it is tried again this long after; what its feed says stands meanwhile. */
const retriesAfter = [5 * minute, 30 * minute, 2 * 60 * minute];
/** So often an article that was there must be missing before it counts as taken back; a server that says "gone" is believed at once. */
const timesMissing = 2;

/** What one look at a page showed. */
type Seen =
  | { readonly kind: 'article'; readonly article: ReadArticle; readonly bookmark?: string }
  | { readonly kind: 'unmodified' }
  /** Something is in front of the article, and will be. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'missing' | 'gone' | 'failed' };

/** Creates the reader of pages that are due: those of new articles, and of young ones once more. */
export function createLooks(parts: LookParts): Rounds {
  const { store, take, withdraw, now, fault } = parts;

  async function look(page: DuePage, signal: AbortSignal): Promise<void> {
    const seen = await see(page, signal);
    if (signal.aborted) return store.settle(page.name, page);
    const { item, looks } = page;
    switch (seen.kind) {
      case 'article':
        await take([completed(item, seen.article)]);
        return store.settle(page.name, nextLook(page, seen.bookmark));
      case 'unmodified':
        return store.settle(page.name, nextLook(page, page.bookmark));
      case 'closed':
        if (looks === 0) await take([itemAlone(item)]);
        return store.settle(page.name, undefined);
      case 'gone':
        await withdraw(item);
        return store.settle(page.name, undefined);
      case 'missing':
      case 'failed':
        if (looks === 0 && page.failures === 0) await take([itemAlone(item)]);
        if (seen.kind === 'missing' && looks > 0 && page.failures + 1 >= timesMissing) {
          await withdraw(item);
          return store.settle(page.name, undefined);
        }
        return store.settle(page.name, nextTry(page));
    }
  }

  async function see({ item, bookmark }: DuePage, signal: AbortSignal): Promise<Seen> {
    try {
      const fetched = await parts.fetcher.fetch(item.url, {
        signal,
        ...(bookmark !== undefined && { bookmark }),
      });
      if (fetched.kind === 'unmodified') return { kind: 'unmodified' };
      const document = await parts.reader.read(fetched);
      if (document.kind === 'article') {
        return {
          kind: 'article',
          article: document,
          ...(fetched.bookmark !== undefined && { bookmark: fetched.bookmark }),
        };
      }
      return { kind: isMissing(document) ? 'missing' : 'closed' };
    } catch (error) {
      if (!(error instanceof FetchError)) return { kind: isLasting(error) ? 'closed' : 'failed' };
      if (error.status === 410) return { kind: 'gone' };
      if (error.status === 404) return { kind: 'missing' };
      return { kind: [401, 402, 403, 451].includes(error.status) ? 'closed' : 'failed' };
    }
  }

  /** Only what is young is looked at again, until a day after it was first read. */
  function nextLook(page: DuePage, bookmark: string | undefined): DuePage | undefined {
    const wait = looksAfter[page.looks];
    if (wait === undefined || page.item.news !== true) return undefined;
    const { name, item, looks } = page;
    return {
      name,
      item,
      dueAt: new Date(now().getTime() + wait),
      looks: looks + 1,
      failures: 0,
      ...(bookmark !== undefined && { bookmark }),
    };
  }

  function nextTry(page: DuePage): DuePage | undefined {
    const wait = retriesAfter[page.failures];
    if (wait === undefined) return undefined;
    return { ...page, dueAt: new Date(now().getTime() + wait), failures: page.failures + 1 };
  }

  return createRounds({
    claim: () => store.claim(now(), claimed.limit, new Date(now().getTime() + claimed.milliseconds)),
    release: (page) => store.settle(page.name, page),
    addressOf: ({ item }) => item.url,
    work: look,
    fault,
    limits,
  });
}

/** The item with the whole text, and what its feed doesn't say of it. Its title stays its feed's, and so do its dates. */
function completed(item: Item, article: ReadArticle): Item {
  const name = article.named ? canonicalName(item.url, article.url) : undefined;
  const { publishedAt = article.publishedAt, image = article.image, authors = [] } = item;
  return {
    ...item,
    ...(name !== undefined && { names: [...(item.names ?? []), name] }),
    // Where less was found than the feed tells, the feed is right.
    text: article.text.length < item.text.length ? item.text : article.text,
    complete: true,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(image !== undefined && { image }),
    authors: authors.length > 0 ? authors : article.authors,
  };
}

function isMissing(document: ReadDocument): boolean {
  return (
    document.kind === 'notice' &&
    (document.reason === 'sources.notice.missing' || document.reason === 'sources.notice.empty')
  );
}

/** What a private address or a site's rules for robots forbid today, they forbid tomorrow. */
function isLasting(error: unknown): boolean {
  return (
    error instanceof UserError &&
    ['sources.robots', 'sources.privateAddress', 'sources.invalidAddress', 'sources.tooLarge'].includes(
      error.key,
    )
  );
}
