import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Page, readPage } from '../../src/sources/index.ts';

const address = 'https://gazette.example/town/night-ferry';
const texts = [
  'The port of Eastmere will run a ferry through the night from the first of December, its director said on Monday.',
  'The first boat leaves at eleven in the evening and the last one comes back at five, in time for the early shift.',
];
const paragraphs = texts.map((text) => `<p>${text}</p>`).join('');

/** Reads a page that is an article. */
function read(
  parts: {
    readonly head?: string;
    readonly before?: string;
    readonly heading?: string;
    readonly after?: string;
  },
  url = address,
  now?: Date,
): Page {
  const heading = parts.heading === undefined ? '' : `<h1>${parts.heading}</h1>`;
  const page = readPage(
    `<html><head>${parts.head ?? ''}</head><body>${parts.before ?? ''}<article>${heading}${paragraphs}</article>${parts.after ?? ''}</body></html>`,
    url,
    now,
  );
  if (page.kind === 'notice') throw new Error(page.reason);
  return page;
}

/** A page's date and where it stood. */
const found = (parts: Parameters<typeof read>[0], url = address, now?: Date) => {
  const { publishedAt, how } = read(parts, url, now);
  return [publishedAt?.toISOString().slice(0, 16), how.publishedAt];
};
const time = (day: string) => ({ before: `<time datetime="${day}T08:15:00Z"></time>` });
const link = (type: string, href: string, title = '') =>
  `<link rel="alternate" type="${type}" href="${href}" title="${title}">`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
/** Structured data of several articles. */
const several = (...articles: readonly object[]) =>
  `<script type="application/ld+json">${JSON.stringify(articles.map((data) => ({ '@type': 'NewsArticle', ...data })))}</script>`;
const linked = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...Object(data) })}</script>`;

describe('the headline of a page', () => {
  const site = meta('og:site_name', 'The Harbour Gazette');
  const shared = (title: string) => meta('og:title', title);

  it.each([
    ['the site at its end', `${site}${shared('Night ferry starts | The Harbour Gazette')}`, undefined],
    ['the site before it', `${site}${shared('The Harbour Gazette: Night ferry starts')}`, 'Town'],
    ['the host at its end', '<title>Night ferry starts - gazette.example</title>', undefined],
    ['a section at its end', shared('Night ferry starts | Town'), 'Night ferry starts'],
    ['sections at its end', '<title>Night ferry starts – Port – Town</title>', 'Night ferry starts'],
    ['a section before it', shared('Town | Night ferry starts'), 'Night ferry starts'],
    [
      'a section in its place',
      `${shared('Town')}<title>Night ferry starts | Town</title>`,
      'Night ferry starts',
    ],
    ['nothing', '', 'Night ferry starts'],
  ])('goes without %s', (_, head, heading) => {
    expect(read({ head, ...(heading !== undefined && { heading }) }).title).toBe('Night ferry starts');
  });

  it('keeps the marks that are its own', () => {
    const title = 'Ferry – bridge – ferry: what happened on the river';
    expect(read({ head: `${site}${shared(title)}` }).title).toBe(title);
    const kicker = 'Eastmere: Night ferry starts in December';
    expect(read({ head: shared(kicker), heading: 'Night ferry starts in December' }).title).toBe(kicker);
  });

  it('loses a kicker that the page itself is not sure of', () => {
    const head = shared('Harbour news: Night ferry starts in December');
    expect(read({ head, heading: 'From the port – Night ferry starts in December' }).title).toBe(
      'Night ferry starts in December',
    );
  });

  it('is the one that readers see where a machine made up the one to share', () => {
    const head = `${site}${shared('You will not believe what it costs | The Harbour Gazette')}
      <title>Night ferry starts in December | The Harbour Gazette</title>
      ${linked({ headline: 'Night ferry starts in December' })}`;
    expect(read({ head, heading: 'Night ferry starts in December' }).title).toBe(
      'Night ferry starts in December',
    );
    const chosen = shared('Night boats for all from December on');
    expect(read({ head: chosen, heading: 'Night ferry starts in December' }).title).toBe(
      'Night boats for all from December on',
    );
  });

  it('is not said again in the text', () => {
    const page = read({ head: shared('Night ferry starts'), heading: 'Port: Night ferry starts' });
    expect(page.text).toBe(texts.join('\n\n'));
  });
});

describe('the authors of a page', () => {
  it.each([
    ['a list', linked({ author: [{ name: 'Mara Quill' }, { name: 'Theo Brand' }] })],
    ['a sentence', linked({ author: 'By Mara Quill and Theo Brand' })],
    ['German', linked({ author: 'Von Mara Quill und Theo Brand, Eastmere' })],
    ['French', linked({ author: 'Par Mara Quill et Theo Brand' })],
    ['brackets', linked({ author: ['Mara Quill (mq)', 'Theo Brand [tb]'] })],
    ['meta elements', `${meta('author', 'Mara Quill')}${meta('author', 'Theo Brand')}`],
    [
      'an address beside',
      `${meta('author', 'https://gazette.example/mara')}${meta('author', 'Mara Quill; Theo Brand')}`,
    ],
    [
      'the paper beside',
      `${meta('og:site_name', 'The Gazette')}${linked({ author: ['Mara Quill', 'The Gazette', 'Theo Brand'] })}`,
    ],
  ])('are names alone, out of %s', (_, head) => {
    expect(read({ head }).authors).toEqual(['Mara Quill', 'Theo Brand']);
  });

  it('are found where the structured data describes them elsewhere', () => {
    const head = `<script type="application/ld+json">{"@graph": [
      {"@type": "NewsArticle", "headline": "x", "author": {"@id": "#mara"}},
      {"@type": "Person", "@id": "#mara", "name": "Mara Quill"}]}</script>`;
    expect(read({ head }).authors).toEqual(['Mara Quill']);
  });

  it('are those of the byline where nothing else names them, and never those of comments', () => {
    const comments =
      '<section id="comments"><p><a rel="author">Ivo Sand</a></p><p class="author">Ida Holm</p></section>';
    const byline =
      '<p class="byline">By <a href="/mara">Mara Quill</a> and <a href="/theo">Theo Brand</a></p>';
    expect(read({ before: byline, after: comments }).authors).toEqual(['Mara Quill', 'Theo Brand']);
    expect(read({ after: comments }).authors).toEqual([]);
    const marked = '<span itemprop="author" itemscope><span itemprop="name">Mara Quill</span></span>';
    expect(read({ before: marked }).authors).toEqual(['Mara Quill']);
  });

  it('may be a signature, and nobody', () => {
    expect(read({ head: linked({ author: 'AFP' }) }).authors).toEqual(['AFP']);
    expect(read({ head: linked({ author: 'gazette.example' }) }).authors).toEqual([]);
    expect(read({}).authors).toEqual([]);
  });
});

describe('the dates of a page', () => {
  it.each([
    ['json-ld', { head: linked({ datePublished: '2026-11-23T08:15:00Z' }) }],
    ['meta', { head: meta('article:published_time', '2026-11-23T08:15:00Z') }],
    ['microdata', { before: '<span itemprop="datePublished" content="2026-11-23T08:15:00Z"></span>' }],
    ['time', { before: '<header><time datetime="2026-11-23T08:15:00Z">Monday</time></header>' }],
    ['text', { heading: 'Night ferry starts</h1><p>23 November 2026, 08:15</p><h1>' }],
    ['text', { heading: 'Nachtboot fährt</h1><div>Mo 23.11.26 | 08:15 Uhr | Von Ida Holm</div><h1>' }],
    ['text', { heading: 'Le bateau de nuit</h1><div>Publié le 23 novembre 2026 à 08h15</div><h1>' }],
  ] as const)('are found in %s', (origin, parts) => {
    expect(found(parts)).toEqual(['2026-11-23T08:15', origin]);
  });

  it('are found in the address, with the time of day that the page says', () => {
    const dated = 'https://gazette.example/2026/11/23/night-ferry';
    expect(found({}, dated)).toEqual(['2026-11-23T00:00', 'url']);
    expect(found({}, 'https://gazette.example/town/night-ferry-2026-11-23')).toEqual([
      '2026-11-23T00:00',
      'url',
    ]);
    expect(found(time('2026-11-23'), dated)).toEqual(['2026-11-23T08:15', 'time']);
    // That of another article, most likely.
    expect(found(time('2026-11-01'), dated)).toEqual(['2026-11-23T00:00', 'url']);
    expect(found({}, 'https://gazette.example/2026/13/45/night-ferry')).toEqual([undefined, undefined]);
  });

  it('are not believed before the web, nor after now', () => {
    const head = linked({ datePublished: '1970-01-01T00:00:00Z' }) + meta('date', '2026-11-23T08:15:00Z');
    expect(found({ head })).toEqual(['2026-11-23T08:15', 'meta']);
    const later =
      linked({ datePublished: '2027-11-23', dateModified: '2027-11-24' }) +
      meta('date', '2026-11-23T08:15:00Z');
    const now = new Date('2026-11-23T07:00:00Z');
    expect(found({ head: later }, address, now)).toEqual(['2026-11-23T08:15', 'meta']);
    expect(read({ head: later }, address, now).updatedAt).toBeUndefined();
    expect(found({ head: later })).toEqual(['2027-11-23T00:00', 'json-ld']);
  });

  it.each([
    ['json-ld', { head: linked({ dateModified: '2026-11-24T09:00:00Z' }) }],
    ['meta', { head: meta('article:modified_time', '2026-11-24T09:00:00Z') }],
    ['microdata', { before: '<time itemprop="dateModified" datetime="2026-11-24T09:00:00Z">Tuesday</time>' }],
  ] as const)('say when it was updated: %s', (origin, parts) => {
    const { updatedAt, how } = read(parts);
    expect([updatedAt, how.updatedAt]).toEqual([new Date('2026-11-24T09:00:00Z'), origin]);
  });
});

describe('structured data of several articles', () => {
  const others = [1, 2, 3].map((at) => ({
    headline: `Another story, number ${at}`,
    author: 'Ida Holm',
    description: 'A long description of what it tells, which makes it heavier than the page’s own.',
    url: `https://gazette.example/${at}`,
  }));

  it('is read for the one that the page shows', () => {
    const own = {
      headline: 'A title for machines',
      author: 'Mara Quill',
      mainEntityOfPage: { '@id': address },
    };
    expect(read({ head: several(...others, own) }).authors).toEqual(['Mara Quill']);
    const same = { headline: 'Night ferry starts in December', author: 'Mara Quill' };
    expect(read({ head: several(...others, same), heading: same.headline }).authors).toEqual(['Mara Quill']);
  });

  it('is left alone where none of them is', () => {
    expect(read({ head: several(...others), heading: 'Night ferry starts in December' })).toMatchObject({
      title: 'Night ferry starts in December',
      authors: [],
    });
  });
});

describe('the feeds of a page', () => {
  it('are absolute, each once, comments last, and nothing but feeds', () => {
    const head = [
      link('application/rss+xml', '/comments/feed', 'Comments'),
      link('application/rss+xml', '/feed', 'All &amp; everything'),
      link('application/atom+xml', '/atom'),
      link('application/feed+json', 'https://feeds.example/f.json', 'JSON'),
      link('application/rss+xml', 'https://gazette.example/feed', 'Again'),
      link('application/json', '/wp-json/1'),
      link('text/html', '/fr'),
      link('application/rss+xml', 'javascript:alert(1)'),
      '<link rel="stylesheet" type="application/rss+xml" href="/style">',
    ].join('');
    expect(read({ head }).feeds).toEqual([
      { url: 'https://gazette.example/feed', title: 'All & everything' },
      { url: 'https://gazette.example/atom', title: '' },
      { url: 'https://feeds.example/f.json', title: 'JSON' },
      { url: 'https://gazette.example/comments/feed', title: 'Comments' },
    ]);
  });
});

describe('whatever a page says of itself', () => {
  it('is read without failing', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('|', ' - ', 'By By', '1970', '{"@id":1}', '(', '2026-99-99'),
    );
    fc.assert(
      fc.property(fc.json(), value, value, value, (data, title, name, when) => {
        const html = `<html><head><title>${title}</title><meta name="author" content="${name}">
          <meta name="date" content="${when}"><script type="application/ld+json">${data}</script></head>
          <body><h1>${title}</h1><p class="byline">${name}</p>${paragraphs}</body></html>`;
        expect(['page', 'notice']).toContain(readPage(html, address).kind);
      }),
    );
  });
});
