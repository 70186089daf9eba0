import { address, feedItem, line } from './item.ts';
import type { Element, Elements } from './elements.ts';
import type { Feed } from './feed.ts';
import { announced, isAlternate, linksIn, pagesAmong } from './links.ts';
import { mediaTitle, picturesOf } from './media.ts';
import { rhythmOf } from './rhythm.ts';
import { all, html, markup, plain, text, texts } from './written.ts';

const publications = (
  'pubdate dc:date dcterms:issued dcterms:created dcterms:date atom:published atom:issued published date issued ' +
  'created dc:created dcterms:available prism:publicationdate publicationdate itunes:pubdate'
).split(' ');
const updates = 'atom:updated atom:modified dcterms:modified updated modified lastbuilddate'.split(' ');

/** RSS 0.90 to 2.0, RDF or not, with the vocabularies news uses in it, and CDF, which RSS comes from. */
export function rssFeed({ head, items }: Elements, url: string): Feed {
  const links = linksIn(head, 'atom:link');
  const page =
    pagesAmong(linksIn(head, 'link'))[0] ??
    pagesAmong(links)[0] ??
    address(head.attributes.get('href'), head.base) ??
    url;
  return {
    title: line(markup(head, 'title', 'dc:title', 'atom:title')),
    url: page,
    language: text(head, 'language', 'dc:language') ?? head.attributes.get('xml:lang'),
    ...announced(links),
    ...rhythmOf(head),
    items: items.map((item) => readItem(item, baseOf(item, head, url, page), page)),
  };
}

/** Links that start nowhere start from the feed's page, as its software's own do. */
function baseOf(item: Element, head: Element, url: string, page: string): string {
  return item.base === url && head.base === url ? page : item.base;
}

function readItem(item: Element, base: string, page: string) {
  const guid = all(item, 'guid').find((element) => plain(element) !== '');
  const about = item.attributes.get('rdf:about') ?? item.attributes.get('about');
  const isPermanent = !/^\s*(?:false|no|0)\s*$/i.test(guid?.attributes.get('ispermalink') ?? '');
  const named = text(item, 'author', 'dc:creator', 'dcterms:creator', 'dc:author') !== undefined;
  return feedItem(
    {
      guid: guid === undefined ? (text(item, 'atom:id') ?? about) : plain(guid),
      links: [
        ...all(item, 'link')
          .filter(isAlternate)
          .map((link) =>
            address(
              plain(link) || (link.attributes.get('href') ?? link.attributes.get('rdf:resource')),
              link.base === item.base ? base : link.base,
            ),
          ),
        ...pagesAmong(linksIn(item, 'atom:link')),
        item.attributes.get('href'),
        isPermanent && guid?.attributes.has('ispermalink') === true ? path(plain(guid)) : undefined,
        ...[
          guid !== undefined && isPermanent ? plain(guid) : undefined,
          about,
          text(item, 'dc:identifier'),
          text(item, 'feedburner:origlink'),
        ].map(absolute),
      ],
      base,
      title: line(
        markup(item, 'title', 'dc:title', 'atom:title', 'itunes:title', 'dcterms:title') ?? mediaTitle(item),
      ),
      summary: markup(
        item,
        'description',
        'summary',
        'atom:summary',
        'dc:description',
        'itunes:summary',
        'media:description',
        'itunes:subtitle',
        'abstract',
      ),
      content: markup(
        item,
        'content:encoded',
        'atom:content',
        'xhtml:body',
        'xhtml:div',
        'body',
        'content',
        'fullitem',
      ),
      contentBase: base,
      published: [...texts(item, publications), ...texts(item, updates), item.attributes.get('lastmod')],
      updated: texts(item, updates),
      authors: [
        ...all(item, 'author').map((author) => markup(author, 'name') ?? html(author)),
        ...['dc:creator', 'dcterms:creator', 'dc:author'].flatMap((name) =>
          all(item, name).map((who) => html(who)),
        ),
        ...all(item, 'atom:author').map((author) => markup(author, 'atom:name')),
        ...(named ? [] : [markup(item, 'itunes:author')]),
      ],
      categories: ['category', 'dc:subject', 'dcterms:subject'].flatMap((name) =>
        all(item, name).map((category) => html(category)),
      ),
      images: picturesOf(item),
    },
    page,
  );
}

/** Where a permanent name that is no address starts at the site's root, it is a link. */
function path(name: string): string | undefined {
  return name.startsWith('/') ? name : undefined;
}

/** A name that is an address by itself may be taken for a link. */
function absolute(name: string | undefined): string | undefined {
  return name === undefined ? undefined : address(/^https?:/i.test(name) ? name : undefined, '');
}
