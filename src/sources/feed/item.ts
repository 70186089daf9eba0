import type { AtomNs, DcNs, DcTermsNs, MediaNs } from 'feedsmith';
import { absoluteAddress } from '../address.ts';
import type { FeedItem } from './feed.ts';
import { lineOf, textOf } from '../markup.ts';

/** A date as the feed parser leaves it: undefined where it couldn't be read. */
export type FeedDate = Date | undefined;

/** What any format knows of an entry, still as written; of several values the first that is any good counts. */
export interface WrittenItem {
  readonly id: string | undefined;
  readonly links: readonly (string | undefined)[];
  /** What relative links start from. */
  readonly base: string;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly published: readonly FeedDate[];
  readonly updated: readonly FeedDate[];
  readonly authors: readonly (string | undefined)[];
  readonly categories: readonly (string | undefined)[];
  readonly images: readonly (string | undefined)[];
}

/** Extensions that entries of several formats carry. */
export interface Extensions {
  readonly atom?: AtomNs.Entry<FeedDate>;
  readonly dc?: DcNs.ItemOrFeed<FeedDate>;
  readonly dcterms?: DcTermsNs.ItemOrFeed<FeedDate>;
  readonly media?: MediaNs.ItemOrFeed;
}

/** Longer names and labels are cut; no reader wants more of them. */
const longestLine = 1000;

/** Puts one entry in order: plain texts, absolute addresses, no doubles. */
export function feedItem(written: WrittenItem): FeedItem {
  const { id, base } = written;
  const url = firstOf(written.links.map((link) => absoluteAddress(link, base)));
  const title = line(written.title);
  return {
    id: id ?? url ?? title,
    url,
    title,
    summary: textOf(written.summary ?? ''),
    content: textOf(written.content ?? ''),
    publishedAt: firstOf(written.published),
    updatedAt: firstOf(written.updated),
    authors: lines(written.authors),
    categories: lines(written.categories),
    image: firstOf(written.images.map((image) => absoluteAddress(image, base))),
  };
}

/** One line of plain text; '' for nothing. */
export function line(written: string | undefined): string {
  return lineOf((written ?? '').slice(0, longestLine));
}

/** Resolves `xml:base` values, the outermost first. */
export function baseOf(url: string, ...bases: readonly (string | undefined)[]): string {
  return bases.reduce<string>((base, next) => absoluteAddress(next, base) ?? base, url);
}

/** Addresses of the pictures that Media RSS offers, best first. */
export function mediaImages(media: MediaNs.ItemOrFeed | undefined): readonly (string | undefined)[] {
  if (media === undefined) return [];
  const groups = media.groups ?? [];
  const contents = [...(media.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])];
  const pictures = contents.filter(
    ({ medium, type, url }) => medium === 'image' || type?.startsWith('image/') || looksLikeImage(url),
  );
  const thumbnails = [media, ...groups, ...contents].flatMap((owner) => owner.thumbnails ?? []);
  return [...pictures, ...thumbnails].map(({ url }) => url);
}

/** True where an address ends like a picture's. */
export function looksLikeImage(url: string | undefined): boolean {
  return /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url ?? '');
}

/** The first value that is there. */
export function firstOf<value>(values: readonly (value | undefined)[]): value | undefined {
  return values.find((value) => value !== undefined);
}

function lines(written: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(written.map(line).filter(Boolean))];
}
