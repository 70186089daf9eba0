import { absoluteAddress, hostName } from '../address.ts';
import { parseDate } from '../date.ts';
import { type LinkedData, linkedData } from './json-ld.ts';
import { lineOf } from '../markup.ts';

/** What a page says about its article outside of the article's text. */
export interface Metadata {
  readonly linked: LinkedData | undefined;
  readonly siteName: string;
  /** Titles the page offers for sharing, best first. */
  readonly sharedTitles: readonly string[];
  readonly pageTitle: string;
  readonly publishedAt: Date | undefined;
  readonly authors: readonly string[];
  readonly image: string | undefined;
  /** The address the page calls its own; undefined where it calls itself nothing. */
  readonly canonical: string | undefined;
  readonly languageHint: string | undefined;
}

/** Names of `<meta>` elements that hold when an article was published, best first. */
const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dc.date.created',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'publication_date',
  'pubdate',
  'published',
  'cxenseparse:recs:publishtime',
  'date',
  'article.published',
  'created',
  'last-modified',
];
const authorNames = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
];

/** Collects what a page says about its article: JSON-LD, OpenGraph, `<meta>` and `<link>` elements. */
export function metadataOf(document: Document, url: string): Metadata {
  const metas = metaValues(document);
  const meta = (...names: readonly string[]) => names.map((name) => metas.get(name)?.[0]).find(Boolean);
  const linked = linkedData(
    [...document.querySelectorAll('script[type^="application/ld+json" i]')].map(
      (script) => script.textContent ?? '',
    ),
  );
  const own = canonicalOf(document, url) ?? absoluteAddress(meta('og:url'), url);
  return {
    linked,
    siteName:
      lineOf(meta('og:site_name', 'application-name') ?? linked?.publisher ?? '') || hostName(own ?? url),
    sharedTitles: [meta('og:title'), linked?.headline, meta('twitter:title')]
      .map((title) => lineOf(title ?? ''))
      .filter(Boolean),
    pageTitle: lineOf(document.querySelector('title')?.textContent ?? ''),
    publishedAt: publishedAt(
      document,
      linked,
      dateNames.map((name) => meta(name)),
    ),
    authors: authorsOf(
      linked,
      authorNames.flatMap((name) => metas.get(name) ?? []),
    ),
    image: [
      meta('og:image', 'og:image:url', 'og:image:secure_url'),
      linked?.image,
      meta('twitter:image', 'twitter:image:src'),
    ]
      .map((image) => absoluteAddress(image, url))
      .find(Boolean),
    canonical: own,
    languageHint: languageOf(
      document.documentElement?.getAttribute('lang') ??
        meta('og:locale', 'content-language') ??
        linked?.language,
    ),
  };
}

/** More authors than this are no authors. */
const mostValues = 20;

function metaValues(document: Document): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = attribute(element, 'content')?.trim();
    if (content === undefined || content === '') continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attribute(element, key)?.trim().toLowerCase();
      if (name !== undefined && name !== '')
        values.set(name, [...(values.get(name) ?? []), content].slice(0, mostValues));
    }
  }
  return values;
}

/** Attribute names keep their case in the parsed document, while HTML doesn't care. */
function attribute(element: Element, name: string): string | undefined {
  return element.getAttribute(name) ?? element.getAttribute(name.toUpperCase()) ?? undefined;
}

function canonicalOf(document: Document, url: string): string | undefined {
  for (const link of document.querySelectorAll('link')) {
    if (attribute(link, 'rel')?.toLowerCase() === 'canonical')
      return absoluteAddress(attribute(link, 'href'), url);
  }
  return undefined;
}

function publishedAt(
  document: Document,
  linked: LinkedData | undefined,
  metas: readonly (string | undefined)[],
): Date | undefined {
  const elements = document.querySelectorAll(
    '[itemprop="datePublished"], time[pubdate], article time, header time, main time, time',
  );
  const times = [...elements]
    .slice(0, 50)
    .map(
      (time) => attribute(time, 'datetime') ?? attribute(time, 'content') ?? time.textContent ?? undefined,
    );
  return [linked?.published, ...metas, ...times]
    .map((written) => (written === undefined ? undefined : parseDate(written)))
    .find((date) => date !== undefined);
}

function authorsOf(linked: LinkedData | undefined, metas: readonly string[]): readonly string[] {
  const written = linked !== undefined && linked.authors.length > 0 ? linked.authors : metas;
  const names = written
    .map(lineOf)
    .filter((name) => name !== '' && name.length < 200 && !/^(?:https?:|@|www\.)/i.test(name));
  return [...new Set(names)];
}

/** The first part of a language tag: "de" of "de-DE" and "de_DE". */
function languageOf(written: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3})(?:[-_]|\s*$|,)/i.exec(written ?? '')?.[1]?.toLowerCase();
}
