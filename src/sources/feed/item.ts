import { absoluteAddress } from '../address.ts';
import { parseDate } from '../date.ts';
import { lineOf, plainLineOf } from '../markup.ts';
import { bodyOf } from './body.ts';
import type { FeedItem } from './feed.ts';

/** What any format knows of an entry, still as written; of several values the first that is any good counts. */
export interface WrittenItem {
  readonly guid: string | undefined;
  readonly links: readonly (string | undefined)[];
  /** What relative links start from. */
  readonly base: string;
  /** Plain text. */
  readonly title: string;
  /** Texts and names are HTML. */
  readonly summary: string | undefined;
  readonly content: string | undefined;
  /** What relative links in the content start from. */
  readonly contentBase: string;
  readonly published: readonly (string | undefined)[];
  readonly updated: readonly (string | undefined)[];
  readonly authors: readonly (string | undefined)[];
  readonly categories: readonly (string | undefined)[];
  readonly images: readonly (string | undefined)[];
}

/** Longer names and labels are cut; no reader wants more of them. */
const longestLine = 1000;

/** Puts one entry in order: plain texts, absolute addresses, no doubles. */
export function feedItem(written: WrittenItem, page: string): FeedItem {
  const { base, title } = written;
  const url = firstOf(written.links, (link) => address(link, base));
  const guid = written.guid?.trim() || undefined;
  const around = { url, title, page };
  const content = bodyOf(written.content ?? '', { ...around, base: written.contentBase });
  const summary = bodyOf(written.summary ?? '', { ...around, base });
  return {
    id: guid ?? url ?? title,
    guid,
    url,
    title,
    summary: summary.text,
    content: content.text,
    publishedAt: firstOf(written.published, dateOf),
    updatedAt: firstOf(written.updated, dateOf),
    authors: lines(written.authors.map(nameOf)),
    categories: lines(written.categories.map(line)),
    image: firstOf(written.images, (image) => address(image, base)) ?? content.image ?? summary.image,
  };
}

/** One line of plain text; '' for nothing. */
export function line(written: string | undefined): string {
  return lineOf((written ?? '').slice(0, longestLine));
}

/** The same of a text that says it holds no markup. */
export function plainLine(written: string | undefined): string {
  return plainLineOf((written ?? '').slice(0, longestLine));
}

/** An absolute address; some feeds escape theirs twice, and some break the line in the middle. */
export function address(link: string | undefined, base: string): string | undefined {
  return absoluteAddress(link?.replaceAll('&amp;', '&').replace(/\n\s*/g, ''), base);
}

/** True where an address ends like a picture's. */
export function looksLikeImage(url: string | undefined): boolean {
  return /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url ?? '');
}

/** What the first value that is any good is read as. */
export function firstOf<written, value>(
  values: readonly (written | undefined)[],
  read: (written: written) => value | undefined,
): value | undefined {
  for (const written of values) {
    const value = written === undefined ? undefined : read(written);
    if (value !== undefined) return value;
  }
  return undefined;
}

function dateOf(written: string): Date | undefined {
  return parseDate(written);
}

/** The name in "desk@paper.example (Name)" and "Name <desk@paper.example>"; the address itself where there is no name. */
function nameOf(written: string | undefined): string {
  const name = line(written);
  if (!name.includes('@')) return name;
  const bracketed = /\(([^()@]+)\)/.exec(name)?.[1]?.trim();
  const rest = name
    .replace(/<[^<>]*>|\([^()]*\)|(?:mailto:)?[^\s<>(),;"]+@[^\s<>(),;"]+/gi, ' ')
    .replace(/^[\s",;:-]+|[\s",;:-]+$/g, '');
  return bracketed || rest || name;
}

function lines(written: readonly string[]): readonly string[] {
  return [...new Set(written.filter(Boolean))];
}
