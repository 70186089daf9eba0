import type { AtomFeed } from 'feedsmith';
import { absoluteAddress } from '../address.ts';
import type { Feed } from './feed.ts';
import { baseOf, type FeedDate, feedItem, firstOf, line, mediaImages } from './item.ts';

type Link = AtomFeed.Link<FeedDate>;

/** Atom 0.3 and 1.0. */
export function atomEntries(feed: AtomFeed.Feed<FeedDate>, url: string): Feed {
  const base = baseOf(url, feed.xml?.base);
  return {
    title: line(feed.title?.value),
    url: firstOf(pages(feed.links).map((link) => absoluteAddress(link, base))) ?? url,
    language: feed.xml?.lang ?? feed.dc?.languages?.[0],
    items: (feed.entries ?? []).map((entry) => {
      const published = [entry.published, entry.dc?.dates?.[0], entry.dcterms?.issued?.[0], entry.updated];
      const people = entry.authors ?? entry.source?.authors ?? feed.authors ?? [];
      return feedItem({
        id: entry.id,
        links: [...pages(entry.links), absoluteAddress(entry.content?.src), absoluteAddress(entry.id)],
        base: baseOf(base, entry.xml?.base),
        title: literal(entry.title) ?? entry.media?.title?.value ?? entry.media?.groups?.[0]?.title?.value,
        summary: literal(entry.summary) ?? entry.media?.groups?.[0]?.description?.value,
        content: literal(entry.content),
        published,
        updated: [entry.updated, entry.dcterms?.modified?.[0]],
        authors: [...people.map(({ name, email }) => name ?? email), ...(entry.dc?.creators ?? [])],
        categories: [
          ...(entry.categories ?? []).map(({ label, term }) => label ?? term),
          ...(entry.dc?.subjects ?? []),
        ],
        images: [
          ...mediaImages(entry.media),
          ...(entry.links ?? [])
            .filter(({ rel, type }) => rel === 'enclosure' && type?.startsWith('image/'))
            .map(({ href }) => href),
        ],
      });
    }),
  };
}

/** Text of type "text" holds no markup, so what looks like a tag in it is meant to be read. */
function literal(text: { readonly value?: string; readonly type?: string } | undefined): string | undefined {
  const { value, type } = text ?? {};
  if (value === undefined || (type !== undefined && type !== 'text' && type !== 'text/plain')) return value;
  return type === undefined ? value : value.replaceAll('<', '&lt;');
}

/** Links to what readers read, best first: pages before other kinds. */
function pages(links: readonly Link[] | undefined): readonly (string | undefined)[] {
  const alternates = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  const html = alternates.filter(({ type }) => type === undefined || type.includes('html'));
  return [...html, ...alternates].map(({ href }) => href);
}
