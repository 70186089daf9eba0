import type { RdfFeed, RssFeed } from 'feedsmith';
import { absoluteAddress } from '../address.ts';
import type { Feed } from './feed.ts';
import {
  baseOf,
  type Extensions,
  type FeedDate,
  feedItem,
  firstOf,
  line,
  looksLikeImage,
  mediaImages,
} from './item.ts';

/** RSS 0.91 to 2.0 with the extensions news uses. */
export function rssEntries(feed: RssFeed.Feed<FeedDate>, url: string): Feed {
  const base = baseOf(url, feed.xml?.base);
  const page = absoluteAddress(feed.link, base) ?? alternate(feed.atom?.links, base) ?? url;
  return {
    title: line(feed.title ?? feed.dc?.titles?.[0]),
    url: page,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    items: (feed.items ?? []).map((item) => {
      const { guid, itunes } = item;
      const permanent = guid?.isPermaLink === false ? undefined : guid?.value;
      const enclosures = item.enclosures ?? [];
      return feedItem({
        ...common(item),
        id: guid?.value ?? item.atom?.id,
        links: [
          item.link,
          ...alternates(item.atom?.links),
          absoluteAddress(permanent),
          item.dc?.identifiers?.[0],
        ],
        base: baseOf(feed.xml?.base === undefined ? page : base, item.xml?.base),
        title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value ?? itunes?.title,
        summary:
          item.description ?? item.atom?.summary?.value ?? item.dc?.descriptions?.[0] ?? itunes?.summary,
        content: item.content?.encoded ?? item.atom?.content?.value,
        published: [item.pubDate, ...dates(item)],
        authors: [
          ...(item.authors ?? []).map(({ name, email }) => name ?? email),
          ...creators(item),
          ...(item.authors === undefined && item.dc === undefined ? [itunes?.author] : []),
        ],
        categories: [...(item.categories ?? []).map(({ name }) => name), ...(item.dc?.subjects ?? [])],
        images: [
          ...mediaImages(item.media),
          ...enclosures
            .filter((file) => file.type?.startsWith('image/') || looksLikeImage(file.url))
            .map((file) => file.url),
          itunes?.image,
        ],
      });
    }),
  };
}

/** RSS 0.90 and 1.0, which are RDF. */
export function rdfEntries(feed: RdfFeed.Feed<FeedDate>, url: string): Feed {
  const base = baseOf(url, feed.xml?.base);
  const page = absoluteAddress(feed.link, base) ?? url;
  return {
    title: line(feed.title ?? feed.dc?.titles?.[0]),
    url: page,
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    items: (feed.items ?? []).map((item) =>
      feedItem({
        ...common(item),
        id: item.rdf?.about,
        links: [item.link, ...alternates(item.atom?.links), absoluteAddress(item.rdf?.about)],
        base: baseOf(feed.xml?.base === undefined ? page : base, item.xml?.base),
        title: item.title ?? item.dc?.titles?.[0],
        summary: item.description ?? item.dc?.descriptions?.[0],
        content: item.content?.encoded,
        published: dates(item),
        authors: creators(item),
        categories: item.dc?.subjects ?? [],
        images: mediaImages(item.media),
      }),
    ),
  };
}

function common(item: Extensions) {
  return { updated: [item.atom?.updated, item.dcterms?.modified?.[0]] };
}

function dates({ dc, dcterms, atom }: Extensions): readonly FeedDate[] {
  return [
    dc?.dates?.[0],
    dcterms?.issued?.[0],
    dcterms?.created?.[0],
    dcterms?.dates?.[0],
    atom?.published,
    atom?.updated,
  ];
}

function creators({ dc, dcterms, atom }: Extensions): readonly (string | undefined)[] {
  return [...(dc?.creators ?? dcterms?.creators ?? []), ...(atom?.authors ?? []).map(({ name }) => name)];
}

interface Link {
  readonly href?: string;
  readonly rel?: string;
}

function alternates(links: readonly Link[] | undefined): readonly (string | undefined)[] {
  return (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate').map(({ href }) => href);
}

function alternate(links: readonly Link[] | undefined, base: string): string | undefined {
  return firstOf(alternates(links).map((link) => absoluteAddress(link, base)));
}
