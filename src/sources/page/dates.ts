import type { Block } from '../blocks.ts';
import { parseDate } from '../date.ts';
import { attribute, isElement } from '../elements.ts';
import type { LinkedData } from './json-ld.ts';
import type { Survey } from './survey.ts';

/** The place in a page that said when it was published or updated; "text" for a date that readers see beside the headline. */
export type DateOrigin = 'json-ld' | 'meta' | 'microdata' | 'time' | 'url' | 'text';

/** A date and where it stood. */
export interface FoundDate {
  readonly date: Date;
  readonly from: DateOrigin;
}

/** Names of `<meta>` elements that hold when an article was published, best first. */
const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
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
  'publishdate',
  'publication_date',
  'publisheddate',
  'pubdate',
  'published',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_date',
  'date',
  'article.published',
  'created',
];

/** Names of `<meta>` elements that hold when an article was changed, best first. */
const updatedNames = [
  'article:modified_time',
  'og:article:modified_time',
  'article:modified',
  'og:updated_time',
  'datemodified',
  'dc.date.modified',
  'dcterms.modified',
  'parsely-modified',
  'article.updated',
  'updated',
  'modified',
  'last-modified',
];

/** The web is not older; earlier dates are those of a program's clock, or of what is written about. */
const earliest = Date.UTC(1990, 0, 1);

/**
 * When an article was published.
 * @param line a date that stands beside the headline; '' for none
 * @param latest later dates are not believed: when the page was read
 */
export function publishedAt(
  page: Survey,
  linked: LinkedData | undefined,
  place: { readonly url: string; readonly line: string },
  latest: Date | undefined,
): FoundDate | undefined {
  const sure =
    first('json-ld', [linked?.published], latest) ??
    first('meta', valuesOf(page, publishedNames), latest) ??
    first('microdata', writtenIn(page, ['datepublished', 'datecreated']), latest);
  if (sure !== undefined) return sure;
  const time = first('time', timesOf(page), latest);
  const address = first('url', [dayIn(place.url)], latest);
  const shown = first('text', [place.line], latest);
  // An address holds the day alone, and the other two may be of another article unless they say the same day.
  const near = [time, shown].find(
    (found) => found !== undefined && address !== undefined && areClose(found, address),
  );
  return near ?? address ?? time ?? shown ?? first('meta', valuesOf(page, updatedNames), latest);
}

/** When an article was changed last. */
export function updatedAt(
  page: Survey,
  linked: LinkedData | undefined,
  latest: Date | undefined,
): FoundDate | undefined {
  return (
    first('json-ld', [linked?.modified], latest) ??
    first('meta', valuesOf(page, updatedNames), latest) ??
    first('microdata', writtenIn(page, ['datemodified']), latest)
  );
}

/** Days as they are written for readers; months by name or by number. */
const shownDay =
  /\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})\b|\b\d{1,2}(?:er|st|nd|rd|th|\.)?\s+\p{L}{3,12}\.?,?\s+\d{4}\b|\b\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b|\b\d{4}-\d\d-\d\d\b/u;

/** How many blocks before and after a headline a date may stand. */
const reach = { before: 3, after: 7 } as const;

/** The date that readers see beside a headline; '' for none. */
export function dateLine(everything: readonly Block[], isTitle: (block: Block) => boolean): string {
  for (const [at, block] of everything.entries()) {
    if (!isTitle(block)) continue;
    const after = everything.slice(at + 1, at + 1 + reach.after);
    for (const { text } of [...after, ...everything.slice(Math.max(0, at - reach.before), at)]) {
      const found = text.length <= 150 ? shownDay.exec(text) : null;
      if (found !== null) return text.slice(found.index);
    }
  }
  return '';
}

function first(
  from: DateOrigin,
  written: readonly (string | undefined)[],
  latest: Date | undefined,
): FoundDate | undefined {
  for (const text of written) {
    const date = text === undefined ? undefined : parseDate(text);
    if (date === undefined || date.getTime() < earliest) continue;
    // Clocks differ, and a date without a time zone may be half a day ahead.
    if (latest === undefined || date.getTime() <= latest.getTime() + oneDay) return { date, from };
  }
  return undefined;
}

const oneDay = 86_400_000;

function areClose(one: FoundDate, other: FoundDate): boolean {
  return Math.abs(one.date.getTime() - other.date.getTime()) <= 2 * oneDay;
}

function valuesOf({ metas }: Survey, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => metas.get(name) ?? []);
}

function writtenIn({ properties }: Survey, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => properties.get(name) ?? []).map(writtenAt);
}

/** Elements that say they are the publication's date come first, then those in the article, then any. */
function timesOf({ times }: Survey): readonly string[] {
  return [...times].sort((one, other) => rankOf(one) - rankOf(other)).map(writtenAt);
}

function rankOf(time: Element): number {
  if (time.hasAttribute('pubdate') || /publi|entry-date/i.test(attribute(time, 'class') ?? '')) return 0;
  return isInside(time, /^(?:ARTICLE|HEADER|MAIN)$/i) ? 1 : 2;
}

function isInside(element: Element, names: RegExp): boolean {
  for (let node: Node | null = element.parentNode; node !== null && isElement(node); node = node.parentNode)
    if (names.test(node.nodeName)) return true;
  return false;
}

function writtenAt(element: Element): string {
  return (
    attribute(element, 'datetime') ??
    attribute(element, 'content') ??
    (element.textContent ?? '').slice(0, 200)
  );
}

/** The day in an address like "/2026/11/23/night-ferry" or "/2026-11-23-night-ferry". */
function dayIn(url: string): string | undefined {
  const path = URL.parse(url)?.pathname ?? '';
  const day = /[/_-]((?:19|20)\d\d)([/_-]?)(\d\d?)\2(\d\d?)(?=[/_.-]|$)/.exec(path);
  if (day === null) return undefined;
  const [, year = '', , month = '', date = ''] = day;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
