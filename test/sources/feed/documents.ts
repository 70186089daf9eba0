import type { Feed, FeedItem } from '../../../src/sources/index.ts';

/** A small document that uses one thing a feed may use, and what is to be read in it. */
export interface Sample {
  readonly what: string;
  readonly document: string;
  readonly feed?: Partial<Feed>;
  /** What the items hold, in their order. */
  readonly items?: readonly Partial<FeedItem>[];
}

/** Where the samples are read from. */
export const address = 'https://gazette.example/feeds/all.xml';

const namespaces =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" ' +
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" ' +
  'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:georss="http://www.georss.org/georss"';

/** RSS 2.0 with the usual vocabularies declared. */
export function rss(channel: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" ${namespaces}><channel>${channel}</channel></rss>`;
}

/** RSS 2.0 with one item in it. */
export function item(inside: string): string {
  return rss(`<title>Gazette</title><link>https://gazette.example/</link><item>${inside}</item>`);
}

/** Atom 1.0. */
export function atom(inside: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" ${namespaces} ${attributes}>${inside}</feed>`;
}

/** Atom 1.0 with one entry in it. */
export function entry(inside: string): string {
  return atom(`<title>Gazette</title><link href="https://gazette.example/"/><entry>${inside}</entry>`);
}

/** Atom 0.3 with one entry in it. */
export function oldEntry(inside: string): string {
  return `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Gazette</title><entry>${inside}</entry></feed>`;
}

/** RSS 1.0 with the usual vocabularies declared. */
export function rdf(inside: string, own = 'http://purl.org/rss/1.0/'): string {
  return `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${own}" ${namespaces}>${inside}</rdf:RDF>`;
}
