import { entry, item, rss, type Sample } from '../documents.ts';

const ferry = { title: 'Night ferry', url: 'https://gazette.example/ferry' } as const;
const ferryWritten = '<title>Night ferry</title><link>https://gazette.example/ferry</link>';
const whole = rss(`<title>Gazette</title><item>${ferryWritten}<description>A</description></item>`);

const around: readonly Sample[] = (
  [
    ['white space before it', `\n\n  ${whole}`],
    ['a byte order mark and blank lines before it', `\uFEFF\n${whole}`],
    ['comments before it, with tags in them', `<!-- <html> --><?xml version="1.0"?><!-- <rss> -->${whole}`],
    ['a comment longer than any before it', `<!--${'x'.repeat(50_000)}-->${whole}`],
    ['instructions before it', `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="a.xsl"?>${whole}`],
    ['a broken declaration', whole.replace(/<\?.*?\?>/, '<?xml?xml version="1.0" ??>')],
    ['a server’s warning before it', `<br />\n<b>Warning</b>: mysql in <b>/x.php</b><br />\n${whole}`],
    ['words before it', `Notice: x\n${whole}`],
    ['words after it', `${whole}\nPage generated in 0.2 s`],
    ['markup after it', `${whole}<script>document.write("<item>")</script><!-- cached -->`],
    ['a document type that declares entities', `<!DOCTYPE rss [<!ENTITY a "x>y"><!ENTITY % b SYSTEM "http://x.example/">]>${whole}`],
    ['a document type longer than any before it', `<!DOCTYPE rss [${'<!ENTITY ferry "boat">'.repeat(2000)}]>${whole}`],
    ['the document type of a page', `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://x.example/">\n${whole}`],
    ['an envelope around it', `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${whole}</s:Body></s:Envelope>`],
    ['a page around it', `<!doctype html><html><head></head><body><pre>${whole}</pre></body></html>`],
    ['another declaration in the middle', whole.replace('<item>', '<?xml version="1.0"?><item>')],
    ['its end missing', whole.replace('</channel></rss>', '')],
    ['its end twice', `${whole}</channel></rss>`],
    ['the channel’s end too early', whole.replace('<item>', '</channel></rss><item>')],
    ['control characters', whole.replace('Night', '\u0000Ni\u0008gh\u001ft\uFFFF')],
    ['line ends of old', whole.replaceAll('>', '>\r')],
  ] as const
).map(([what, document]) => ({ what: `a feed with ${what}`, document, feed: { title: 'Gazette' }, items: [ferry] }));

const tags: readonly Sample[] = [
  {
    what: 'items whose end is missing',
    document: rss(`<item>${ferryWritten}<item>${ferryWritten}`),
    items: [ferry, ferry],
  },
  {
    what: 'a title whose end is missing',
    document: item('<title>Night ferry<link>https://gazette.example/ferry</link><guid>7</guid>'),
    items: [{ ...ferry, guid: '7' }],
  },
  {
    what: 'a text whose end is missing',
    document: rss(`<item>${ferryWritten}<description>A <b>B</b><pubDate>Mon, 23 Nov 2026 08:15:00 GMT</pubDate></item><item>${ferryWritten}</item>`),
    items: [{ ...ferry, summary: 'A B', publishedAt: new Date('2026-11-23T08:15:00Z') }, ferry],
  },
  {
    what: 'a person or a picture whose end is missing',
    document: rss(
      `<item><author>Mara Quill<media:content url="https://p.example/a.jpg" medium="image">${ferryWritten}</item><item><atom:author><atom:name>Mara Quill</atom:name>${ferryWritten}</item>`,
    ),
    items: [
      { ...ferry, authors: ['Mara Quill'], image: 'https://p.example/a.jpg' },
      { ...ferry, authors: ['Mara Quill'] },
    ],
  },
  {
    what: 'markup in a text that is not in order',
    document: item(`<description><p>A<br><img src=x><b>B</p><p>C</i></description>${ferryWritten}`),
    items: [{ ...ferry, summary: 'A\nB\n\nC' }],
  },
  {
    what: 'ends of elements that never began',
    document: item(`</b></media:group>${ferryWritten}</guid></title>`),
    items: [ferry],
  },
  {
    what: 'the image’s end missing',
    document: rss(`<title>Gazette</title><image><url>x</url><item>${ferryWritten}</item>`),
    feed: { title: 'Gazette' },
    items: [ferry],
  },
  ...(
    [
      ['I <3 the sea', 'I <3 the sea'],
      ['1 < 2 > 0', '1 < 2 > 0'],
      ['a<b or not', 'a<b or not'],
      ['A & B &', 'A & B &'],
      ['A && B &amp C', 'A && B & C'],
      ['<<Ferry>>', '<<Ferry>>'],
      ['5 &lt 6', '5 < 6'],
    ] as const
  ).map(([written, title]) => ({
    what: `the title "${written}"`,
    document: item(`<title>${written}</title><link>https://gazette.example/ferry</link>`),
    items: [{ title, url: ferry.url }],
  })),
  {
    what: 'attributes without quotes, with others and with space around',
    document: item(`<title>T</title><link href = 'https://gazette.example/ferry' /><guid isPermaLink=false>7</guid><media:thumbnail\n\turl\t=\thttps://p.example/t.jpg />`),
    items: [{ url: ferry.url, guid: '7', image: 'https://p.example/t.jpg' }],
  },
  {
    what: 'an attribute whose quote is missing',
    document: item(`<enclosure url="https://p.example/a.jpg type=image/jpeg />${ferryWritten}<guid isPermaLink="false">7</guid>`),
    items: [{ ...ferry, guid: '7', image: 'https://p.example/a.jpg' }],
  },
  {
    what: 'an attribute that is there twice',
    document: item('<media:thumbnail url="https://p.example/1.jpg" url="https://p.example/2.jpg"/>'),
    items: [{ image: 'https://p.example/1.jpg' }],
  },
  {
    what: 'tags in the names of which there are letters of other languages',
    document: item(`<größe>9</größe><名>x</名>${ferryWritten}`),
    items: [ferry],
  },
  {
    what: 'elements that are called like parts of the language this is written in',
    document: item(`<constructor>x</constructor><__proto__>x</__proto__><toString/>${ferryWritten}`),
    items: [ferry],
  },
];

const torn: readonly Sample[] = [
  {
    what: 'all items before the place where a feed is torn',
    document: rss(`<item>${ferryWritten}</item><item><title>Second</title><link>https://gazette.exam`).replace('</channel></rss>', ''),
    items: [ferry, { title: 'Second', url: undefined }],
  },
  {
    what: 'a text as far as it goes',
    document: rss(`<item>${ferryWritten}<description><![CDATA[<p>A</p><p>B`).replace('</channel></rss>', ''),
    items: [{ ...ferry, summary: 'A\n\nB' }],
  },
  {
    what: 'the items after a section of text whose end is broken',
    document: rss(`<item><title><![CDATA[Night ferry]]</title></item><item><title><![CDATA[Second</title></item>`),
    items: [{ title: 'Night ferry' }, { title: 'Second' }],
  },
  {
    what: 'the items between a section of text whose end is broken and the next one',
    document: rss(
      `<item>${ferryWritten}<description><![CDATA[<p>A</p>]></description></item><item><title>Second</title><description><![CDATA[<p>B</p>]]></description></item>`,
    ),
    items: [
      { ...ferry, summary: 'A' },
      { title: 'Second', summary: 'B' },
    ],
  },
  {
    what: 'a section of text that speaks of sections',
    document: item('<title><![CDATA[Write <![CDATA[x]]]]><![CDATA[> in XML]]></title>'),
    items: [{ title: 'Write <![CDATA[x]]> in XML' }],
  },
  {
    what: 'no date that is torn',
    document: rss(`<item>${ferryWritten}<pubDate>Mon, 23 Nov 20`).replace('</channel></rss>', ''),
    items: [{ ...ferry, publishedAt: undefined }],
  },
  {
    what: 'a feed torn inside of a tag',
    document: rss(`<item>${ferryWritten}<enclosure url="https://p.exa`).replace('</channel></rss>', ''),
    items: [ferry],
  },
];

const letters: readonly Sample[] = [
  {
    what: 'text that was encoded twice',
    document: item('<title>MÃ¼nchen, cafÃ©, Ã¶ffentlich</title><description>It\u00e2\u20ac\u2122s 5\u00c2\u00a0\u00e2\u201a\u00ac for an \u00c5\u201cuvre</description>'),
    items: [{ title: 'München, café, öffentlich', summary: 'It’s 5\u00A0€ for an œuvre' }],
  },
  {
    what: 'text that was encoded twice where that is certain, and other text as it is',
    document: item('<title>MÃ¼nchen</title><description><![CDATA[<p>The letters</p><p>“Ã©”</p><p>Ã©</p>]]></description>'),
    items: [{ title: 'München', summary: 'The letters\n\n“Ã©”\n\nÃ©' }],
  },
  {
    what: 'text that speaks of text that was encoded twice',
    document: item('<title>Why cafÃ© shows instead of café</title>'),
    items: [{ title: 'Why cafÃ© shows instead of café' }],
  },
  {
    what: 'letters of windows-1252 that were taken for control characters, and breaks of old',
    document: item('<title>It\u0092s a\u000bferry\u0085\u0081</title>'),
    items: [{ title: 'It’s a ferry' }],
  },
  {
    what: 'entities that a document type declares, as far as they are plain',
    document: `<!DOCTYPE rss [<!ENTITY boat "Ferry"><!ENTITY sp '&#32;'><!ENTITY twice "&boat;&boat;"><!ENTITY bold "<b>"><!ENTITY file SYSTEM "x.txt">]>${item('<title>&boat;&sp;1 &twice; &bold; &file;</title>')}`,
    items: [{ title: 'Ferry 1 &twice; &bold; &file;' }],
  },
  {
    what: 'entities in entries that say they are plain',
    document: entry('<title type="text">R&amp;amp;D</title>'),
    items: [{ title: 'R&D' }],
  },
];

/** What is to be read in feeds that are wrong. */
export const brokenSamples: readonly Sample[] = [...around, ...tags, ...torn, ...letters];
