import { atom, entry, oldEntry, type Sample } from '../documents.ts';

const feeds: readonly Sample[] = [
  {
    what: 'what a feed says of itself',
    document: atom(
      '<title>Gazette</title><link rel="self" href="https://gazette.example/feed"/><link href="https://gazette.example/"/><id>urn:g</id>',
      'xml:lang="fr"',
    ),
    feed: {
      title: 'Gazette',
      url: 'https://gazette.example/',
      language: 'fr',
      self: 'https://gazette.example/feed',
    },
  },
  {
    what: 'a feed with prefixes',
    document:
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Gazette</a:title><a:entry><a:title>Night ferry</a:title><a:link href="https://gazette.example/ferry"/></a:entry></a:feed>',
    feed: { title: 'Gazette' },
    items: [{ title: 'Night ferry', url: 'https://gazette.example/ferry' }],
  },
  {
    what: 'an entry that is a document of its own',
    document:
      '<?xml version="1.0"?><entry xmlns="http://www.w3.org/2005/Atom"><title>Night ferry</title><id>urn:f</id></entry>',
    items: [{ title: 'Night ferry', guid: 'urn:f' }],
  },
  {
    what: 'a feed that says nothing',
    document: '<feed xmlns="http://www.w3.org/2005/Atom"/>',
    feed: { items: [] },
  },
  {
    what: 'a feed that declares nothing',
    document: '<feed><title>Gazette</title><entry><title>T</title></entry></feed>',
    feed: { title: 'Gazette' },
    items: [{ title: 'T' }],
  },
  {
    what: 'pages before other kinds of the same',
    document: atom(
      '<link type="application/json" href="https://gazette.example/api"/><link type="text/html" href="https://gazette.example/"/>',
    ),
    feed: { url: 'https://gazette.example/' },
  },
];

const links: readonly Sample[] = (
  [
    ['<link href="https://g.example/1"/>', 'https://g.example/1'],
    ['<link rel="alternate" href="https://g.example/1"/>', 'https://g.example/1'],
    ['<link rel="ALTERNATE" href="https://g.example/1"/>', 'https://g.example/1'],
    [
      '<link rel="http://www.iana.org/assignments/relation/alternate" href="https://g.example/1"/>',
      'https://g.example/1',
    ],
    [
      '<link rel="self" href="https://g.example/self"/><link rel="related" href="https://g.example/r"/>',
      undefined,
    ],
    [
      '<link rel="edit" href="https://g.example/e"/><link rel="alternate" href="https://g.example/1"/>',
      'https://g.example/1',
    ],
    [
      '<link rel="alternate" type="application/pdf" href="https://g.example/1.pdf"/><link type="text/html" href="https://g.example/1"/>',
      'https://g.example/1',
    ],
    ['<link>https://g.example/1</link>', 'https://g.example/1'],
    ['<id>https://g.example/1</id>', 'https://g.example/1'],
    ['<id>tag:g.example,2026:1</id>', undefined],
    ['<link rel="canonical" href="https://g.example/1"/>', 'https://g.example/1'],
    ['<content src="https://g.example/1" type="text/html"/>', 'https://g.example/1'],
    ['<link href="1?a=b&amp;c=d"/>', 'https://gazette.example/feeds/1?a=b&c=d'],
  ] as const
).map(([written, url]) => ({ what: `the link in ${written}`, document: entry(written), items: [{ url }] }));

const bases: readonly Sample[] = [
  {
    what: 'relative links from every base around them',
    document: atom(
      '<link href="home"/><entry xml:base="2026/"><link xml:base="11/" href="ferry"/><content type="xhtml" xml:base="/pictures/"><div xmlns="http://www.w3.org/1999/xhtml"><img src="ferry.jpg"/>A</div></content></entry><entry><link href="port"/></entry>',
      'xml:base="https://base.example/fr/"',
    ),
    feed: { url: 'https://base.example/fr/home' },
    items: [
      { url: 'https://base.example/fr/2026/11/ferry', image: 'https://base.example/pictures/ferry.jpg' },
      { url: 'https://base.example/fr/port' },
    ],
  },
];

const texts: readonly Sample[] = (
  [
    ['<content>A &amp; B</content>', 'A & B'],
    ['<content type="text">1 &lt; 2 &lt;b&gt;</content>', '1 < 2 <b>'],
    ['<content type="text/plain"><![CDATA[<b>]]></content>', '<b>'],
    ['<content type="html">&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&amp;eacute;&lt;/p&gt;</content>', 'A\n\nBé'],
    ['<content type="HTML">&lt;p&gt;A&lt;/p&gt;</content>', 'A'],
    ['<content type="text/html">&lt;p&gt;A&lt;/p&gt;</content>', 'A'],
    ['<content type="html"><![CDATA[<p>A</p><p>B &amp; C</p>]]></content>', 'A\n\nB & C'],
    ['<content type="html"><p>A</p><p>B</p></content>', 'A\n\nB'],
    [
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A</p><p>1 &lt; 2</p></div></content>',
      'A\n\n1 < 2',
    ],
    [
      '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>A</h:p><h:p>B</h:p></h:div></content>',
      'A\n\nB',
    ],
    [
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <![CDATA[<b>]]></div></content>',
      'A <b>',
    ],
    [
      '<content type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A</p></div></content>',
      'A',
    ],
    ['<content type="image/png">iVBORw0KGgo=</content>', ''],
    ['<content type="application/xml"><note><p>A</p></note></content>', 'A'],
    ['<content/><content type="html">A</content>', 'A'],
  ] as const
).map(([written, content]) => ({
  what: `the text in ${written}`,
  document: entry(written),
  items: [{ content }],
}));

const oldTexts: readonly Sample[] = (
  [
    ['<content type="text/html" mode="escaped">&lt;p&gt;A&lt;/p&gt;</content>', 'A'],
    ['<content type="text/html" mode="escaped"><![CDATA[<p>A &amp; B</p>]]></content>', 'A & B'],
    [
      '<content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A</p></div></content>',
      'A',
    ],
    ['<content type="text/plain" mode="escaped">1 &lt; 2</content>', '1 < 2'],
    ['<content type="text/html" mode="base64">PHA+Q2Fmw6k8L3A+</content>', 'Café'],
    ['<content type="text/plain" mode="base64">\n MSA8IDI=\n</content>', '1 < 2'],
    ['<content type="application/octet-stream" mode="base64">PHA+Q2Fmw6k8L3A+</content>', 'Café'],
    ['<content type="image/png" mode="base64">iVBORw0KGgo=</content>', ''],
  ] as const
).map(([written, content]) => ({
  what: `the text in Atom 0.3’s ${written}`,
  document: oldEntry(written),
  items: [{ content }],
}));

const titles: readonly Sample[] = (
  [
    ['<title>A &amp; B</title>', 'A & B'],
    ['<title type="">A</title>', 'A'],
    ['<title type="text">Vec&lt;T&gt;</title>', 'Vec<T>'],
    ['<title type="text">How &lt;b&gt;bold&lt;/b&gt; works</title>', 'How <b>bold</b> works'],
    ['<title type="text/plain"><![CDATA[<a href="x"> & more]]></title>', '<a href="x"> & more'],
    ['<title type="html">&lt;i&gt;A&lt;/i&gt; &amp;lt;i&amp;gt; B</title>', 'A <i> B'],
    ['<title type="html">&lt;b&gt;A&lt;/b&gt; &amp;amp; B</title>', 'A & B'],
    ['<title type="html"><![CDATA[A &eacute; <i>B</i>]]></title>', 'A é B'],
    ['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>B</em></div></title>', 'A B'],
    ['<media:group><media:title>A</media:title></media:group>', 'A'],
  ] as const
).map(([written, title]) => ({
  what: `the title in ${written}`,
  document: entry(written),
  items: [{ title }],
}));

const details: readonly Sample[] = [
  {
    what: 'a text in which there are elements of its own name',
    document: entry(
      '<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><details><summary>A</summary>B</details></div></summary><title>T</title>',
    ),
    items: [{ summary: 'A\n\nB', title: 'T' }],
  },
  {
    what: 'when an entry was published and updated',
    document: entry(
      '<published>2026-11-23T08:15:00Z</published><updated>2026-11-24T08:15:00+01:00</updated>',
    ),
    items: [{ publishedAt: new Date('2026-11-23T08:15:00Z'), updatedAt: new Date('2026-11-24T07:15:00Z') }],
  },
  {
    what: 'when an entry was updated for when it was published, where nothing else is said',
    document: entry('<updated>2026-11-24T08:15:00Z</updated>'),
    items: [{ publishedAt: new Date('2026-11-24T08:15:00Z') }],
  },
  {
    what: 'when an entry was made by what other vocabularies say',
    document: entry('<dcterms:modified>2026-11-24T08:15:00Z</dcterms:modified>'),
    items: [{ publishedAt: new Date('2026-11-24T08:15:00Z') }],
  },
  {
    what: 'when an entry of Atom 0.3 was issued and modified',
    document: oldEntry(
      '<issued>2004-11-23T08:15:00Z</issued><created>2003-11-23T08:15:00Z</created><modified>2005-11-23T08:15:00Z</modified>',
    ),
    items: [{ publishedAt: new Date('2004-11-23T08:15:00Z'), updatedAt: new Date('2005-11-23T08:15:00Z') }],
  },
  {
    what: 'who wrote an entry, its source or the feed',
    document: atom(
      '<author><name>The desk</name></author><entry><author><name>Mara Quill</name><email>m@g.example</email></author><author><name>Jonas Kai</name></author></entry><entry><source><author><name>La Gazette</name></author></source></entry><entry><title>T</title></entry><entry><author>Mara Quill</author></entry>',
    ),
    items: [
      { authors: ['Mara Quill', 'Jonas Kai'] },
      { authors: ['La Gazette'] },
      { authors: ['The desk'] },
      { authors: ['Mara Quill'] },
    ],
  },
  {
    what: 'the title of an entry and not of its source',
    document: entry(
      '<source><title>S</title><link href="https://s.example/"/></source><title>T</title><link href="https://g.example/1"/>',
    ),
    items: [{ title: 'T', url: 'https://g.example/1' }],
  },
  {
    what: 'categories by the label for readers',
    document: entry(
      '<category term="port" label="Port"/><category term="sea"/><category>Shore</category><dc:subject>Tide</dc:subject>',
    ),
    items: [{ categories: ['Port', 'sea', 'Shore', 'Tide'] }],
  },
  {
    what: 'a picture that is enclosed or offered beside the text',
    document: atom(
      '<entry><link rel="enclosure" type="image/png" href="https://p.example/a"/></entry><entry><media:group><media:thumbnail url="https://p.example/t.jpg"/><media:description>Short.</media:description></media:group></entry><entry><link rel="enclosure" type="audio/mpeg" href="https://p.example/a"/></entry>',
    ),
    items: [
      { image: 'https://p.example/a' },
      { image: 'https://p.example/t.jpg', summary: 'Short.' },
      { image: undefined },
    ],
  },
  {
    what: 'what an entry is called',
    document: entry('<id> urn:uuid:60a76c80 </id>'),
    items: [{ guid: 'urn:uuid:60a76c80', id: 'urn:uuid:60a76c80' }],
  },
];

/** What Atom 0.3 and 1.0 may hold. */
export const atomSamples: readonly Sample[] = [
  ...feeds,
  ...links,
  ...bases,
  ...texts,
  ...oldTexts,
  ...titles,
  ...details,
];
