import { absoluteAddress } from '../address.ts';
import { blocksOf } from '../blocks.ts';
import { parseMarkup, textOf } from '../markup.ts';
import { articleIn, type Extractor } from './content.ts';
import { dateLine, type DateOrigin, publishedAt } from './dates.ts';
import type { OfferedFeed } from './feeds.ts';
import { headlineOf } from './headline.ts';
import { metadataOf } from './metadata.ts';
import { type Notice, reasonIn } from './notice.ts';
import { signalsOf } from './signals.ts';
import { survey } from './survey.ts';
import { openingTest, titleTest } from './title-block.ts';

export type { OfferedFeed } from './feeds.ts';
export type { Notice } from './notice.ts';

/** An article as a page shows it. */
export interface Page {
  readonly kind: 'page';
  readonly title: string;
  /** Plain text; paragraphs are separated by blank lines. */
  readonly text: string;
  /** The page's canonical address, else the one it was read from. */
  readonly url: string;
  /** True where the page itself says what its address is. */
  readonly named: boolean;
  /** The site's name, else its host. */
  readonly source: string;
  readonly publishedAt: Date | undefined;
  readonly updatedAt: Date | undefined;
  readonly authors: readonly string[];
  readonly image: string | undefined;
  /** What the page says its language is ("de"); many pages are wrong about it. */
  readonly languageHint: string | undefined;
  readonly feeds: readonly OfferedFeed[];
  readonly how: How;
}

/** Where Kiosk found what it says of an article. */
export interface How {
  readonly extractor: Extractor;
  readonly publishedAt: DateOrigin | undefined;
  readonly updatedAt: DateOrigin | undefined;
}

/**
 * Reads the article out of a page. Never throws, whatever the page holds.
 * @param url where the page was read from
 * @param now later dates are not believed
 */
export function readPage(html: string, url: string, now?: Date): Page | Notice {
  const document = parseMarkup(html);
  const found = survey(document);
  const metadata = metadataOf(found, document.documentElement.getAttribute('lang') ?? undefined, url, now);
  const { linked, titles, feeds } = metadata;
  const title = headlineOf(titles);
  const isTitle = titleTest([title, titles.heading, ...titles.shared]);
  const everything = blocksOf(document.body);
  const signals = signalsOf(document.body);
  const article = articleIn(document, {
    isTitle,
    isOpening: openingTest(metadata.descriptions),
    body: textOf(linked?.body ?? ''),
  });
  const address = metadata.canonical ?? absoluteAddress(url) ?? url;
  const reason = reasonIn({
    text: article.text,
    everything,
    title: titles.page || title,
    signals,
    declared: metadata.declared,
    free: linked?.free,
    url: address,
  });
  if (reason !== undefined) return { kind: 'notice', reason, title, feeds };
  const line = dateLine(everything, isTitle);
  const published = publishedAt(found, linked, { url: address, line }, now);
  return {
    kind: 'page',
    title: title || (article.text.split('\n')[0] ?? ''),
    text: article.text,
    url: address,
    named: metadata.canonical !== undefined,
    source: metadata.siteName,
    publishedAt: published?.date,
    updatedAt: metadata.updated?.date,
    authors: metadata.authors,
    image: metadata.image,
    languageHint: metadata.languageHint,
    feeds,
    how: { extractor: article.extractor, publishedAt: published?.from, updatedAt: metadata.updated?.from },
  };
}
