import { item, rss, type Sample } from '../documents.ts';

const published = new Date('2026-11-23T08:15:00Z');

/** RSS with one item, where vocabularies are declared by the attributes given. */
function declared(attributes: string, inside: string): string {
  return `<rss version="2.0" ${attributes}><channel><title>G</title><item>${inside}</item></channel></rss>`;
}

/** How feeds name what is theirs and what isn't. */
export const vocabularySamples: readonly Sample[] = [
  ...['x', 'dublin-core', 'n0', 'DC', 'itunes'].map((prefix) => ({
    what: `Dublin Core with the prefix "${prefix}"`,
    document: declared(
      `xmlns:${prefix}="http://purl.org/dc/elements/1.1/"`,
      `<${prefix}:creator>Mara Quill</${prefix}:creator>`,
    ),
    items: [{ authors: ['Mara Quill'] }],
  })),
  ...[
    'HTTP://PURL.ORG/DC/ELEMENTS/1.1/',
    'https://purl.org/dc/elements/1.1/',
    'http://purl.org/dc/elements/1.1',
    ' http://purl.org/dc/elements/1.1/ ',
    'http://purl.org/dc/elements/1.0/',
  ].map((uri) => ({
    what: `Dublin Core by the address "${uri}"`,
    document: declared(`xmlns:x="${uri}"`, '<x:creator>Mara Quill</x:creator>'),
    items: [{ authors: ['Mara Quill'] }],
  })),
  {
    what: 'a usual prefix that is declared nowhere',
    document: declared(
      '',
      '<dc:creator>Mara Quill</dc:creator><content:encoded>A</content:encoded><media:thumbnail url="https://p.example/t.jpg"/>',
    ),
    items: [{ authors: ['Mara Quill'], content: 'A', image: 'https://p.example/t.jpg' }],
  },
  {
    what: 'a usual prefix that is declared for an address nobody knows',
    document: declared(
      'xmlns:media="http://media.example/"',
      '<media:thumbnail url="https://p.example/t.jpg"/>',
    ),
    items: [{ image: 'https://p.example/t.jpg' }],
  },
  {
    what: 'a usual prefix that stands for something else',
    document: declared(
      'xmlns:dc="http://search.yahoo.com/mrss/"',
      '<dc:creator>x</dc:creator><dc:thumbnail url="https://p.example/t.jpg"/>',
    ),
    items: [{ authors: [], image: 'https://p.example/t.jpg' }],
  },
  {
    what: 'a vocabulary that one element declares for itself',
    document: declared(
      '',
      '<creator xmlns="http://purl.org/dc/elements/1.1/">Mara Quill</creator><title>T</title><y:date xmlns:y="http://purl.org/dc/elements/1.1/">2026-11-23T08:15:00Z</y:date>',
    ),
    items: [{ authors: ['Mara Quill'], title: 'T', publishedAt: published }],
  },
  {
    what: 'a prefix that means something else further in',
    document: `<rss version="2.0" xmlns:x="http://purl.org/dc/elements/1.1/"><channel><item xmlns:x="http://search.yahoo.com/mrss/"><x:title>M</x:title></item><item><x:creator>Mara Quill</x:creator></item></channel></rss>`,
    items: [{ title: 'M', authors: [] }, { authors: ['Mara Quill'] }],
  },
  {
    what: 'a prefix that is declared further out than another',
    document: `<rss version="2.0" xmlns:q="http://purl.org/dc/elements/1.1/"><channel><item xmlns:x="http://x.example/"><q:creator>Mara Quill</q:creator></item></channel></rss>`,
    items: [{ authors: ['Mara Quill'] }],
  },
  {
    what: 'the link of an item and not of its source',
    document: rss(
      '<item><atom:source><atom:title>S</atom:title><atom:link href="https://s.example/"/></atom:source><title>T</title></item>',
    ),
    items: [{ title: 'T', url: undefined }],
  },
  {
    what: 'elements of a vocabulary nobody knows that are called like those of the feed',
    document: declared(
      'xmlns:shop="http://shop.example/"',
      '<shop:title>Sale</shop:title><shop:link>https://shop.example/</shop:link><title>T</title>',
    ),
    items: [{ title: 'T', url: undefined }],
  },
  {
    what: 'tags in upper and in mixed case',
    document: `<RSS VERSION="2.0"><Channel><TITLE>Gazette</TITLE><Item><Title>Night ferry</tItLe><LINK>https://gazette.example/ferry</LINK><PUBDATE>Mon, 23 Nov 2026 08:15:00 GMT</PUBDATE><DC:Creator>Mara Quill</dc:creator><GUID ISPERMALINK="false">7</GUID></Item></Channel></RSS>`,
    feed: { title: 'Gazette' },
    items: [
      {
        title: 'Night ferry',
        url: 'https://gazette.example/ferry',
        publishedAt: published,
        authors: ['Mara Quill'],
        guid: '7',
      },
    ],
  },
  {
    what: 'Atom’s link in the channel, with any prefix, for no link of an item',
    document: rss(
      '<atom10:link xmlns:atom10="http://www.w3.org/2005/Atom" rel="self" href="https://gazette.example/feed"/><link xmlns="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/><link>https://gazette.example/</link><item><title>T</title></item>',
    ),
    feed: {
      url: 'https://gazette.example/',
      self: 'https://gazette.example/feed',
      hubs: ['https://hub.example/'],
    },
    items: [{ url: undefined }],
  },
  {
    what: 'Media RSS by the addresses it was given first',
    document: declared('xmlns:m="http://video.search.yahoo.com/mrss/"', '<m:title>Night ferry</m:title>'),
    items: [{ title: 'Night ferry' }],
  },
  {
    what: 'entries of Atom in a channel',
    document:
      '<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>G</title><a:entry><a:title>Night ferry</a:title><a:link href="https://g.example/1"/><a:published>2026-11-23T08:15:00Z</a:published></a:entry></channel></rss>',
    items: [{ title: 'Night ferry', url: 'https://g.example/1', publishedAt: published }],
  },
  {
    what: 'RDF whose prefixes are unusual',
    document: `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/" xmlns="http://purl.org/dc/elements/1.1/"><s:channel r:about="https://g.example/"><s:title>Gazette</s:title></s:channel><s:item r:about="https://g.example/1"><s:title>T</s:title><creator>Mara Quill</creator></s:item></r:RDF>`,
    feed: { title: 'Gazette' },
    items: [{ title: 'T', url: 'https://g.example/1', authors: ['Mara Quill'] }],
  },
  {
    what: 'a text in XHTML whose elements are called like those of the feed',
    document: item(
      '<description><title xmlns="http://www.w3.org/1999/xhtml">X</title><p>A</p></description><title>T</title>',
    ),
    items: [{ title: 'T', summary: 'A' }],
  },
];
