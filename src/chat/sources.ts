import { UserError } from '../errors.ts';
import { fold } from '../language/index.ts';
import type { ReadDocument } from '../sources/document.ts';
import { addressKey } from '../sources/identity.ts';
import type { Item } from '../sources/item.ts';
import { itemsOf } from '../sources/items.ts';
import type { FollowedSource, NewSource, SourceStore } from '../sources/store.ts';

/** What is found at an address that somebody would like to follow. */
export type Preview =
  | {
      readonly kind: 'feed';
      readonly url: string;
      readonly title: string;
      /** The newest first; in the feed's order, which is that nearly always, where some have no date. */
      readonly items: readonly Item[];
    }
  /** A page that names feeds. */
  | { readonly kind: 'page'; readonly feeds: readonly { readonly url: string; readonly title: string }[] };

/** What Kiosk follows, and what managers do about it. */
export interface Sources {
  /** By name. */
  list(): Promise<readonly FollowedSource[]>;
  /** @throws {UserError} where there is no feed, nor a page that names one */
  preview(address: string, signal: AbortSignal): Promise<Preview>;
  /** Follows a source, and reads it at once. False: it is followed already. */
  follow(source: NewSource): Promise<boolean>;
  remove(url: string): Promise<boolean>;
  pause(url: string): Promise<boolean>;
  /** Reads it at once, also when it was paused, is asleep or has ended. */
  refresh(url: string): Promise<boolean>;
}

/** Reads what is at an address, and says where it was found in the end. */
export type Look = (
  url: string,
  signal: AbortSignal,
) => Promise<{ readonly url: string; readonly document: ReadDocument }>;

/**
 * @param parts.readNow reads what is due at once, where this process reads sources
 */
export function createSources(parts: {
  readonly store: SourceStore;
  readonly look: Look;
  readonly now: () => Date;
  readonly readNow: () => void;
}): Sources {
  const { store, look, now, readNow } = parts;

  async function previewAt(address: string, signal: AbortSignal): Promise<Preview> {
    const { url, document } = await look(address, signal);
    if (document.kind === 'feed') {
      return { kind: 'feed', url, title: document.title || url, items: newestFirst(itemsOf(document, '')) };
    }
    if (document.feeds.length === 0) throw new UserError('sources.noFeedHere');
    return { kind: 'page', feeds: document.feeds };
  }

  return {
    list: () => store.list(),
    async preview(address, signal) {
      const found = await previewAt(withScheme(address), signal);
      const [feed, ...others] = found.kind === 'page' ? found.feeds : [];
      return feed !== undefined && others.length === 0 ? previewAt(feed.url, signal) : found;
    },
    async follow(source) {
      const added = await store.add([source], now());
      if (added > 0) readNow();
      return added > 0;
    },
    remove: (url) => store.remove(url),
    pause: (url) => store.change(url, { status: 'paused' }),
    async refresh(url) {
      const known = await store.change(url, { status: 'active', told: 'active', dueAt: now(), failures: 0 });
      if (known) readNow();
      return known;
    },
  };
}

function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
}

/**
 * The followed source that somebody means by an address, in whatever form, or by a name or its beginning.
 * @throws {UserError} when there is none, or several
 */
export function findSource(sources: readonly FollowedSource[], meant: string): FollowedSource {
  const typed = fold(meant.trim());
  const key = addressKey(withScheme(meant.trim()));
  const exact = sources.find(
    ({ url, name }) => url === meant || addressKey(url) === key || fold(name) === typed,
  );
  if (exact !== undefined) return exact;
  const [first, ...others] = sources.filter(({ name }) => fold(name).startsWith(typed));
  if (first === undefined) throw new UserError('errors.noSource', { source: meant });
  if (others.length > 0) {
    const names = [first, ...others].map(({ name }) => name).join(', ');
    throw new UserError('errors.severalSources', { source: meant, names });
  }
  return first;
}

function newestFirst(items: readonly Item[]): readonly Item[] {
  const dated = items.flatMap((item) =>
    item.publishedAt === undefined ? [] : { item, at: item.publishedAt },
  );
  if (dated.length < items.length) return items;
  return dated.toSorted((one, other) => other.at.getTime() - one.at.getTime()).map(({ item }) => item);
}
