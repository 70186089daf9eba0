import { absoluteAddress, hostName } from '../address.ts';
import { nameOf } from '../elements.ts';
import { lineOf } from '../markup.ts';
import { authorsOf } from './authors.ts';
import { type FoundDate, updatedAt } from './dates.ts';
import { feedsOf, type OfferedFeed } from './feeds.ts';
import type { Titles } from './headline.ts';
import { type LinkedData, linkedData } from './json-ld.ts';
import type { Survey } from './survey.ts';

/** What a page says about its article outside of the article's text. */
export interface Metadata {
  readonly linked: LinkedData | undefined;
  readonly siteName: string;
  readonly titles: Titles;
  /** What the page says its article is about, in a sentence or two. */
  readonly descriptions: readonly string[];
  readonly updated: FoundDate | undefined;
  readonly authors: readonly string[];
  readonly image: string | undefined;
  /** The address the page calls its own; undefined where it calls itself nothing. */
  readonly canonical: string | undefined;
  readonly languageHint: string | undefined;
  readonly feeds: readonly OfferedFeed[];
  /** True where its structured data or OpenGraph call it an article. */
  readonly declared: boolean;
}

/** Collects what a page says about its article: JSON-LD, OpenGraph, `<meta>` and `<link>` elements, microdata. */
export function metadataOf(
  page: Survey,
  lang: string | undefined,
  url: string,
  latest: Date | undefined,
): Metadata {
  const meta = (...names: readonly string[]) => names.map((name) => page.metas.get(name)?.[0]).find(Boolean);
  const own = canonicalOf(page, url) ?? absoluteAddress(meta('og:url'), url);
  const headings = page.headings
    .map((heading) => ({ name: nameOf(heading), text: lineOf(heading.textContent ?? '') }))
    .filter(({ text }) => text !== '');
  const linked = linkedData(page.scripts, {
    url: own ?? url,
    titles: [
      lineOf(meta('og:title') ?? ''),
      lineOf(page.title),
      ...headings.slice(0, 1).map(({ text }) => text),
    ],
  });
  const host = hostName(own ?? url);
  const siteName = lineOf(meta('og:site_name', 'application-name') ?? linked?.publisher ?? '') || host;
  return {
    linked,
    siteName,
    titles: {
      shared: [meta('og:title'), linked?.headline, meta('twitter:title')]
        .map((title) => lineOf(title ?? ''))
        .filter(Boolean),
      linked: lineOf(linked?.headline ?? ''),
      page: lineOf(page.title),
      heading: headings.find(({ name }) => name === 'h1')?.text ?? '',
      headings: headings.map(({ text }) => text),
      siteName,
      host,
    },
    descriptions: [
      meta('og:description'),
      meta('description'),
      linked?.description,
      meta('twitter:description'),
    ]
      .map((description) => lineOf(description ?? ''))
      .filter(Boolean),
    updated: updatedAt(page, linked, latest),
    authors: authorsOf(page, linked, [siteName, host, linked?.publisher ?? '']),
    image: [
      meta('og:image', 'og:image:url', 'og:image:secure_url'),
      linked?.image,
      meta('twitter:image', 'twitter:image:src'),
    ]
      .map((image) => absoluteAddress(image, url))
      .find(Boolean),
    canonical: own,
    languageHint: [lang, meta('og:locale'), meta('content-language'), linked?.language]
      .map(languageOf)
      .find((language) => language !== undefined),
    feeds: feedsOf(page, url),
    declared:
      linked !== undefined ||
      meta('og:type')?.toLowerCase() === 'article' ||
      page.metas.has('article:published_time'),
  };
}

function canonicalOf({ links }: Survey, url: string): string | undefined {
  return absoluteAddress(links.find(({ rel }) => rel.includes(' canonical '))?.href, url);
}

/** The first part of a language tag: "de" of "de-DE" and "de_DE". */
function languageOf(written: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3})(?:[-_]|\s*$|,)/i.exec(written ?? '')?.[1]?.toLowerCase();
}
