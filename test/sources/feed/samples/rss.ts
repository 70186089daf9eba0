import { item, rdf, rss, type Sample } from '../documents.ts';

const ferry = { title: 'Night ferry', url: 'https://gazette.example/ferry' } as const;
const ferryWritten = '<title>Night ferry</title><link>https://gazette.example/ferry</link>';

const versions: readonly Sample[] = [
  ...['0.91', '0.92', '0.93', '0.94', '2.0', '2.0.1', '', 'seven'].map((version) => ({
    what: `RSS of version "${version}"`,
    document: `<rss version="${version}"><channel><title>Gazette</title><item>${ferryWritten}</item></channel></rss>`,
    feed: { title: 'Gazette' },
    items: [ferry],
  })),
  {
    what: 'RSS without a version',
    document: `<rss><channel><title>Gazette</title><item>${ferryWritten}</item></channel></rss>`,
    items: [ferry],
  },
  {
    what: 'RSS 0.91 with the document type of Netscape',
    document: `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Caf&eacute; Gazette</title><item>${ferryWritten}</item></channel></rss>`,
    feed: { title: 'Café Gazette' },
    items: [ferry],
  },
  {
    what: 'RSS 0.90, whose items stand beside the channel',
    document: rdf(
      `<channel><title>Gazette</title><link>https://gazette.example/</link></channel><image><title>Logo</title><url>https://gazette.example/logo.png</url></image><item>${ferryWritten}</item><textinput><title>Search</title><link>https://gazette.example/search</link></textinput>`,
      'http://channel.netscape.com/rdf/simple/0.9/',
    ),
    feed: { title: 'Gazette', url: 'https://gazette.example/' },
    items: [ferry],
  },
  {
    what: 'RSS 1.0 in the order of the document, whatever the table of contents says',
    document: rdf(
      `<channel rdf:about="https://gazette.example/"><title>Gazette</title><items><rdf:Seq><rdf:li rdf:resource="https://gazette.example/2"/></rdf:Seq></items></channel><item rdf:about="https://gazette.example/1"><title>One</title></item><item rdf:about="https://gazette.example/2"><title>Two</title></item>`,
    ),
    items: [
      { title: 'One', url: 'https://gazette.example/1', guid: 'https://gazette.example/1' },
      { title: 'Two', url: 'https://gazette.example/2' },
    ],
  },
  {
    what: 'RSS 1.1',
    document: `<Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="https://gazette.example/feed"><title>Gazette</title><link>https://gazette.example/</link><items rdf:parseType="Collection"><item rdf:about="https://gazette.example/ferry">${ferryWritten}</item></items></Channel>`,
    feed: { title: 'Gazette' },
    items: [ferry],
  },
  {
    what: 'RSS 2.0 in a vocabulary of its own',
    document: `<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><title>Gazette</title><item>${ferryWritten}</item></channel></rss>`,
    feed: { title: 'Gazette' },
    items: [ferry],
  },
  {
    what: 'RSS that claims to be of the vocabulary of Atom',
    document: `<rss version="2.0" xmlns="http://www.w3.org/2005/Atom"><channel><title>Gazette</title><item>${ferryWritten}</item></channel></rss>`,
    feed: { title: 'Gazette' },
    items: [ferry],
  },
  {
    what: 'RSS with prefixes',
    document: `<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2"><r:channel><r:title>Gazette</r:title><r:item><r:title>Night ferry</r:title><r:link>https://gazette.example/ferry</r:link></r:item></r:channel></r:rss>`,
    feed: { title: 'Gazette' },
    items: [ferry],
  },
  {
    what: 'items that stand beside the channel or in a second one',
    document: `<rss version="2.0"><item>${ferryWritten}</item><channel><title>Gazette</title></channel><channel><item>${ferryWritten}</item></channel><item>${ferryWritten}</item></rss>`,
    feed: { title: 'Gazette' },
    items: [ferry, ferry, ferry],
  },
  {
    what: 'a feed without items',
    document: rss('<title>Gazette</title>'),
    feed: { title: 'Gazette', items: [] },
  },
  { what: 'a feed that says nothing', document: '<rss version="2.0"></rss>', feed: { title: '', items: [] } },
  {
    what: 'a channel that says nothing',
    document: '<rss version="2.0"><channel/></rss>',
    feed: { title: '' },
  },
  {
    what: 'an item that has a title alone',
    document: item('<title>Night ferry</title>'),
    items: [
      { title: 'Night ferry', url: undefined, guid: undefined, id: 'Night ferry', publishedAt: undefined },
    ],
  },
  { what: 'an item that says nothing', document: item(''), items: [{ title: '', id: '', authors: [] }] },
];

const cdf: readonly Sample[] = [
  {
    what: 'CDF, which says in attributes what RSS has elements for',
    document: `<?xml version="1.0"?><!DOCTYPE Channel SYSTEM "http://cdf.example/channel.dtd"><CHANNEL HREF="https://gazette.example/"><TITLE>Gazette</TITLE><ITEM HREF="https://gazette.example/ferry" LASTMOD="2026-11-23T08:15"><TITLE>Night ferry</TITLE><ABSTRACT>A</ABSTRACT></ITEM></CHANNEL>`,
    feed: { title: 'Gazette', url: 'https://gazette.example/' },
    items: [{ ...ferry, summary: 'A', publishedAt: new Date('2026-11-23T08:15:00Z') }],
  },
];

const channels: readonly Sample[] = [
  {
    what: 'the channel’s own link and not those of its image and search box',
    document: rss(
      '<image><title>Logo</title><link>https://other.example/</link></image><textInput><title>Find</title><link>https://find.example/</link></textInput><title>Gazette</title><link>https://gazette.example/</link><language>en-GB</language>',
    ),
    feed: { title: 'Gazette', url: 'https://gazette.example/', language: 'en-GB' },
  },
  {
    what: 'a link that isn’t empty after one that is',
    document: rss('<link/><link>https://gazette.example/</link><title/><title>Gazette</title>'),
    feed: { title: 'Gazette', url: 'https://gazette.example/' },
  },
  {
    what: 'a link written as Atom writes it',
    document: rss('<atom:link rel="alternate" href="https://gazette.example/"/><title>Gazette</title>'),
    feed: { url: 'https://gazette.example/' },
  },
  {
    what: 'no link',
    document: rss('<title>Gazette</title>'),
    feed: { url: 'https://gazette.example/feeds/all.xml' },
  },
  {
    what: 'a title in Dublin Core',
    document: rss('<dc:title>Gazette</dc:title>'),
    feed: { title: 'Gazette' },
  },
  {
    what: 'a language in Dublin Core',
    document: rss('<dc:language>fr</dc:language>'),
    feed: { language: 'fr' },
  },
  {
    what: 'a language for the whole document',
    document: '<rss version="2.0" xml:lang="de"><channel><title>G</title></channel></rss>',
    feed: { language: 'de' },
  },
];

const links: readonly Sample[] = [
  {
    what: 'the title and link of an item',
    document: item(ferryWritten),
    items: [{ ...ferry, id: 'https://gazette.example/ferry', guid: undefined }],
  },
  {
    what: 'an address whose ampersands are escaped once, twice or not at all',
    document: rss(
      ['a=1&b=2', 'a=1&amp;b=2', 'a=1&amp;amp;b=2', 'a=1&copy=2']
        .map((query) => `<item><link>https://gazette.example/?${query}</link></item>`)
        .join(''),
    ),
    items: ['a=1&b=2', 'a=1&b=2', 'a=1&b=2', 'a=1&copy=2'].map((query) => ({
      url: `https://gazette.example/?${query}`,
    })),
  },
  {
    what: 'an address in a CDATA section, with white space around it',
    document: item('<link>\n  <![CDATA[ https://gazette.example/ferry ]]>\n</link>'),
    items: [{ url: 'https://gazette.example/ferry' }],
  },
  {
    what: 'an address that is broken into lines',
    document: item('<link>\n  https://gazette.example/\n  ferry\n</link>'),
    items: [{ url: 'https://gazette.example/ferry' }],
  },
  {
    what: 'a relative link from the channel’s page',
    document: rss('<link>https://gazette.example/news/</link><item><link>ferry</link></item>'),
    items: [{ url: 'https://gazette.example/news/ferry' }],
  },
  {
    what: 'a relative link from the nearest base',
    document: `<rss version="2.0" xml:base="https://base.example/a/"><channel><link>/</link><item xml:base="b/"><link xml:base="c/">ferry</link></item><item><link>ferry</link></item></channel></rss>`,
    feed: { url: 'https://base.example/' },
    items: [{ url: 'https://base.example/a/b/c/ferry' }, { url: 'https://base.example/a/ferry' }],
  },
  {
    what: 'a link without its scheme',
    document: item('<link>www.gazette.example/ferry</link>'),
    items: [{ url: 'https://www.gazette.example/ferry' }],
  },
  {
    what: 'the link to what readers read, and not those to something else',
    document: rss(
      '<link rel="self" href="https://gazette.example/feed"/><link>https://gazette.example/</link><item><link rel="edit" href="https://gazette.example/edit"/><link rel="alternate" href="https://gazette.example/ferry"/></item>',
    ),
    feed: { url: 'https://gazette.example/' },
    items: [{ url: 'https://gazette.example/ferry' }],
  },
  {
    what: 'a link that is written as RDF may',
    document: rdf('<item><link rdf:resource="https://gazette.example/ferry"/></item>'),
    items: [{ url: 'https://gazette.example/ferry' }],
  },
  {
    what: 'a link in an attribute',
    document: item('<link href="https://gazette.example/ferry"/>'),
    items: [{ url: 'https://gazette.example/ferry' }],
  },
  {
    what: 'a permanent guid for the link that is missing',
    document: item('<guid>https://gazette.example/ferry</guid>'),
    items: [{ url: 'https://gazette.example/ferry', guid: 'https://gazette.example/ferry' }],
  },
  {
    what: 'a permanent guid that starts at the site’s root',
    document: item('<guid isPermaLink="true">/ferry</guid>'),
    items: [{ url: 'https://gazette.example/ferry', guid: '/ferry' }],
  },
  {
    what: 'the link a feed’s service says it replaced, where there is no other',
    document: rss(
      '<item><feedburner:origLink>https://gazette.example/ferry</feedburner:origLink></item><item><link>https://proxy.example/1</link><feedburner:origLink>https://gazette.example/ferry</feedburner:origLink></item>',
    ),
    items: [{ url: 'https://gazette.example/ferry' }, { url: 'https://proxy.example/1' }],
  },
  {
    what: 'no link in a guid that is none',
    document: rss(
      '<item><guid isPermaLink="false">https://gazette.example/1</guid></item><item><guid isPermaLink=" FALSE ">https://gazette.example/2</guid></item><item><guid>gazette-3</guid></item>',
    ),
    items: [
      { url: undefined, guid: 'https://gazette.example/1' },
      { url: undefined, guid: 'https://gazette.example/2' },
      { url: undefined, guid: 'gazette-3', id: 'gazette-3' },
    ],
  },
  {
    what: 'a guid as it is written, without the space around it',
    document: item('<guid isPermaLink="false">\n tag:gazette.example,2026:Ferry &amp; Co \n</guid>'),
    items: [{ guid: 'tag:gazette.example,2026:Ferry & Co', id: 'tag:gazette.example,2026:Ferry & Co' }],
  },
  {
    what: 'an empty guid for none',
    document: item(`${ferryWritten}<guid> </guid>`),
    items: [{ guid: undefined }],
  },
  {
    what: 'a guid that names several different items for no name of any',
    document: rss(
      '<item><title>One</title><link>https://gazette.example/1</link><guid isPermaLink="false">0</guid></item><item><title>Two</title><link>https://gazette.example/2</link><guid isPermaLink="false">0</guid></item><item><title>Three</title><guid isPermaLink="false">3</guid></item>',
    ),
    items: [
      { guid: undefined, id: 'https://gazette.example/1' },
      { guid: undefined, id: 'https://gazette.example/2' },
      { guid: '3', id: '3' },
    ],
  },
  {
    what: 'a guid of an item that is listed twice',
    document: rss(`<item>${ferryWritten}<guid>7</guid></item><item>${ferryWritten}<guid>7</guid></item>`),
    items: [{ guid: '7' }, { guid: '7' }],
  },
];

const people: readonly Sample[] = [
  ...(
    [
      ['<author>desk@gazette.example (Mara Quill)</author>', ['Mara Quill']],
      ['<author>Mara Quill &lt;desk@gazette.example&gt;</author>', ['Mara Quill']],
      ['<author>"Quill, Mara" &lt;desk@gazette.example&gt;</author>', ['Quill, Mara']],
      ['<author>desk@gazette.example</author>', ['desk@gazette.example']],
      ['<author>Mara Quill</author><author>Jonas Kai</author>', ['Mara Quill', 'Jonas Kai']],
      ['<author><name>Mara Quill</name><email>desk@gazette.example</email></author>', ['Mara Quill']],
      [
        '<dc:creator>Mara Quill</dc:creator><dc:creator><![CDATA[Jonas &amp; Kai]]></dc:creator>',
        ['Mara Quill', 'Jonas & Kai'],
      ],
      [
        '<author>desk@gazette.example (Mara Quill)</author><dc:creator>Mara Quill</dc:creator>',
        ['Mara Quill'],
      ],
      ['<atom:author><atom:name>Mara Quill</atom:name></atom:author>', ['Mara Quill']],
      ['<itunes:author>Mara Quill</itunes:author>', ['Mara Quill']],
      ['<itunes:author>The Gazette</itunes:author><dc:creator>Mara Quill</dc:creator>', ['Mara Quill']],
    ] as const
  ).map(([written, authors]) => ({
    what: `the authors in ${written}`,
    document: item(written),
    items: [{ authors }],
  })),
  {
    what: 'categories, each once',
    document: item(
      '<category domain="x">Port</category><category><![CDATA[Sea & Shore]]></category><category>Port</category><dc:subject>Ferries</dc:subject><category/>',
    ),
    items: [{ categories: ['Port', 'Sea & Shore', 'Ferries'] }],
  },
];

const dates: readonly Sample[] = (
  [
    ['<pubDate>Mon, 23 Nov 2026 08:15:00 GMT</pubDate>', '2026-11-23T08:15:00Z'],
    ['<dc:date>2026-11-23T08:15:00Z</dc:date>', '2026-11-23T08:15:00Z'],
    ['<pubDate>tomorrow</pubDate><dc:date>2026-11-23</dc:date>', '2026-11-23T00:00:00Z'],
    ['<pubDate/><pubDate>Mon, 23 Nov 2026 08:15:00 GMT</pubDate>', '2026-11-23T08:15:00Z'],
    ['<dcterms:created>2026-11-23T08:15:00Z</dcterms:created>', '2026-11-23T08:15:00Z'],
    ['<atom:published>2026-11-23T08:15:00Z</atom:published>', '2026-11-23T08:15:00Z'],
    ['<issued>2026-11-23T08:15:00Z</issued>', '2026-11-23T08:15:00Z'],
    ['<dcterms:available>2026-11-23T08:15:00Z</dcterms:available>', '2026-11-23T08:15:00Z'],
    ['<updated>2026-11-23T08:15:00Z</updated>', '2026-11-23T08:15:00Z'],
    ['<lastBuildDate>Tue, 24 Nov 2026 08:15:00 GMT</lastBuildDate><created>2026-11-23T08:15:00Z</created>', '2026-11-23T08:15:00Z'],
    ['<pubDate><![CDATA[ Mon, 23 Nov 2026 08:15:00 GMT ]]></pubDate>', '2026-11-23T08:15:00Z'],
  ] as const
).map(([written, iso]) => ({
  what: `the date in ${written}`,
  document: item(written),
  items: [{ publishedAt: new Date(iso) }],
}));

const pictures: readonly Sample[] = (
  [
    ['<media:content url="https://p.example/a.bin" medium="image"/>', 'https://p.example/a.bin'],
    ['<media:content url="https://p.example/a.bin" type="image/jpeg"/>', 'https://p.example/a.bin'],
    ['<media:content url="/a.jpg"/>', 'https://gazette.example/a.jpg'],
    ['<media:content url="https://p.example/a.mp4" type="video/mp4"/>', undefined],
    ['<media:group><media:content url="https://p.example/a.jpg"/></media:group>', 'https://p.example/a.jpg'],
    [
      '<media:content url="https://p.example/a.mp4" type="video/mp4"><media:thumbnail url="https://p.example/t.jpg"/></media:content>',
      'https://p.example/t.jpg',
    ],
    ['<media:content url="https://p.example/s.jpg" width="140"/><media:content url="https://p.example/l.jpg" width="700"/>', 'https://p.example/l.jpg'],
    ['<media:thumbnail url="https://p.example/t"/>', 'https://p.example/t'],
    ['<enclosure url="https://p.example/a" type="image/png" length="1"/>', 'https://p.example/a'],
    ['<enclosure url="https://p.example/a.mp3" type="audio/mpeg" length="1"/>', undefined],
    ['<itunes:image href="https://p.example/a.jpg"/>', 'https://p.example/a.jpg'],
    ['<image><url>https://p.example/a.jpg</url></image>', 'https://p.example/a.jpg'],
    ['<image>https://p.example/a.jpg</image>', 'https://p.example/a.jpg'],
  ] as const
).map(([written, image]) => ({
  what: `the picture in ${written}`,
  document: item(written),
  items: [{ image }],
}));

const texts: readonly Sample[] = [
  {
    what: 'a summary and a whole text',
    document: item(
      '<description>Short.</description><content:encoded><![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded>',
    ),
    items: [{ summary: 'Short.', content: 'One.\n\nTwo.' }],
  },
  {
    what: 'escaped markup',
    document: item(
      '<description>&lt;p&gt;A &amp;amp; B&lt;/p&gt;&lt;p&gt;1 &amp;lt; 2&lt;/p&gt;</description>',
    ),
    items: [{ summary: 'A & B\n\n1 < 2' }],
  },
  {
    what: 'markup that was escaped twice as a whole',
    document: item('<description>&amp;lt;p&amp;gt;A&amp;lt;/p&amp;gt;</description>'),
    items: [{ summary: 'A' }],
  },
  {
    what: 'markup that nobody escaped',
    document: item('<description><p>A &amp; B<br/>C</p><p>D</p></description>'),
    items: [{ summary: 'A & B\nC\n\nD' }],
  },
  {
    what: 'CDATA sections among text',
    document: item('<title>A <![CDATA[& B]]> &amp; C<![CDATA[ &amp; D]]></title>'),
    items: [{ title: 'A & B & C & D' }],
  },
  {
    what: 'text around comments',
    document: item('<title>Night <!-- not a --> ferry</title>'),
    items: [{ title: 'Night ferry' }],
  },
  {
    what: 'entities, those of HTML as well',
    document: item('<title>&#8220;Caf&eacute;&#x201D; &ndash; 5&nbsp;&euro; &#150; R&amp;D</title>'),
    items: [{ title: '“Café” – 5\u00A0€ – R&D' }],
  },
  {
    what: 'a letter that is written as two halves',
    document: item('<title>&#55357;&#56981; &#xD83D;&#xDEA2; &#xD83D;</title>'),
    items: [{ title: '\u{1F695} \u{1F6A2} \uFFFD' }],
  },
  {
    what: 'an entity nobody knows as it is written',
    document: item('<title>A &ferry; B</title>'),
    items: [{ title: 'A &ferry; B' }],
  },
  {
    what: 'a title that holds markup',
    document: item('<title>&lt;b&gt;Night&lt;/b&gt; ferry &amp;amp; more</title>'),
    items: [{ title: 'Night ferry & more' }],
  },
  ...(
    [
      ['The &lt;b&gt; element', 'The <b> element'],
      ['Why &amp;lt;p&amp;gt; matters', 'Why <p> matters'],
      ['if a&lt;b and c&gt;d', 'if a<b and c>d'],
      ['&lt;p&gt;Night ferry', 'Night ferry'],
      ['Night&lt;br&gt;ferry', 'Night ferry'],
      ['Night &lt;!-- or day --&gt;ferry', 'Night ferry'],
      ['&lt;center&gt;Night&lt;/center&gt; ferry', 'Night ferry'],
      ['Night&lt;script&gt;x()&lt;/script&gt; ferry', 'Night ferry'],
      ['Night&lt;meta content="0"&gt; ferry', 'Night ferry'],
    ] as const
  ).map(([written, title]) => ({
    what: `the title "${written}"`,
    document: item(`<title>${written}</title>`),
    items: [{ title }],
  })),
  {
    what: 'a title in Media RSS',
    document: item('<media:title>Night ferry</media:title>'),
    items: [{ title: 'Night ferry' }],
  },
  {
    what: 'the title of what an item offers, where it has none of its own',
    document: item('<media:group><media:content url="https://p.example/a.mp4"><media:title>Night ferry</media:title></media:content></media:group>'),
    items: [{ title: 'Night ferry' }],
  },
  {
    what: 'the item’s title and not its picture’s',
    document: item(
      '<media:content url="https://p.example/a.jpg"><media:title>Ferry at night</media:title></media:content><title>Night ferry</title>',
    ),
    items: [{ title: 'Night ferry' }],
  },
  {
    what: 'a text written as XHTML',
    document: item('<title>T</title><body xmlns="http://www.w3.org/1999/xhtml"><p>A</p><p>B</p></body>'),
    items: [{ content: 'A\n\nB' }],
  },
  {
    what: 'a summary in Dublin Core',
    document: item('<dc:description>Short.</dc:description>'),
    items: [{ summary: 'Short.' }],
  },
  {
    what: 'a place without being led astray',
    document: item(
      `${ferryWritten}<georss:point>45.2 -71.9</georss:point><georss:where><title>X</title></georss:where>`,
    ),
    items: [ferry],
  },
];

/** What RSS in any version may hold. */
export const rssSamples: readonly Sample[] = [
  ...versions,
  ...cdf,
  ...channels,
  ...links,
  ...people,
  ...dates,
  ...pictures,
  ...texts,
];
