import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/sources/index.ts';
import { fixtureText } from './fixture.ts';

const paragraph =
  'The council voted on Tuesday to rebuild the old bridge, which has been closed since the flood, and to pay for it out of the reserve.';
const second =
  'Work begins in April, when the river is low, and is to end before the winter, so that the market can move back across the water.';
const third =
  'Until then a ferry crosses every ten minutes; it costs nothing, and bicycles may come along as long as there is room for them.';
const article = (body: string, head = '') =>
  readPage(`<html><head>${head}</head><body><article>${body}</article></body></html>`, 'https://p.example/a');

/** The language a page says it is in. */
const spoken = (attributes: string, head: string) => {
  const page = readPage(
    `<html ${attributes}><head>${head}</head><body><p>${paragraph}</p><p>${second}</p></body></html>`,
    'https://p.example/a',
  );
  return page.kind === 'page' ? page.languageHint : page.reason;
};

describe('readPage', () => {
  it('reads an English page with structured data', () => {
    const page = readPage(
      fixtureText('page-en.html'),
      'https://gazette.example/2026/11/night-ferry?ref=home',
    );
    expect(page).toMatchObject({
      kind: 'page',
      title: 'Night ferry starts in December',
      url: 'https://gazette.example/2026/11/night-ferry',
      named: true,
      source: 'The Harbour Gazette',
      publishedAt: new Date('2026-11-23T07:15:00Z'),
      authors: ['Mara Quill', 'Theo Brand'],
      image: 'https://gazette.example/pictures/ferry.jpg',
      languageHint: 'en',
    });
    const text = page.kind === 'page' ? page.text : '';
    expect(text.split('\n\n')).toEqual([
      expect.stringMatching(/^The port of Eastmere .* the boats\.$/),
      expect.stringMatching(/^The first boat .* to work\.$/),
      'What it costs',
      expect.stringMatching(/^Adults pay/),
      expect.stringMatching(/^Children pay/),
      expect.stringMatching(/^A second boat/),
    ]);
  });

  it('reads a French page with plain meta elements, and no image that is no address', () => {
    const page = readPage(fixtureText('page-fr.html'), 'https://gazette.example/x');
    expect(page).toMatchObject({
      title: 'Le bateau de nuit partira en décembre',
      url: 'https://gazette.example/fr/bateau-de-nuit',
      authors: ['Élise Marin'],
      publishedAt: new Date('2026-11-23T07:15:00Z'),
      image: undefined,
      languageHint: 'fr',
    });
    expect(page).toHaveProperty('text', expect.not.stringContaining('météo'));
  });

  it('reads a German page that says little about itself', () => {
    const page = readPage(fixtureText('page-de.html'), 'https://blatt.example/nachtboot');
    expect(page).toMatchObject({
      title: 'Nachtboot fährt ab Dezember',
      url: 'https://blatt.example/nachtboot',
      named: false,
      source: 'Das Hafenblatt',
      publishedAt: new Date('2026-11-23T07:15:00Z'),
    });
  });

  it('reads old pages in capitals, without a body, and with line breaks for paragraphs', () => {
    const page = readPage(
      `<TITLE>Bridge</TITLE><META NAME="author" CONTENT="A. Hand"><P>${paragraph}<BR><BR>${second}`,
      'https://p.example/a',
    );
    expect(page).toMatchObject({ title: 'Bridge', authors: ['A. Hand'] });
    expect(page).toHaveProperty('text', `${paragraph}\n\n${second}`);
  });

  it('takes the language from wherever one is named', () => {
    const locale = '<meta property="og:locale" content="fr_CA">';
    expect(spoken('lang="de-AT"', locale)).toBe('de');
    expect(spoken('lang=""', locale)).toBe('fr');
    expect(spoken('', '<meta http-equiv="Content-Language" content="en, fr">')).toBe('en');
    expect(spoken('', '')).toBeUndefined();
  });

  it('says that a request for consent is no article', () => {
    expect(readPage(fixtureText('consent-de.html'), 'https://p.example/')).toMatchObject({
      kind: 'notice',
      reason: 'sources.notice.consent',
    });
  });

  it.each([
    [
      'a paywall',
      '<p>Subscribe to continue reading. Already a subscriber? Log in.</p>',
      'sources.notice.paywall',
    ],
    ['a robot check', '<p>Checking your browser. Verify you are human.</p>', 'sources.notice.blocked'],
    ['a missing page', '<h1>404</h1><p>Page not found</p>', 'sources.notice.missing'],
    ['an empty page', '', 'sources.notice.empty'],
  ])('says that %s is no article', (_, body, reason) => {
    expect(article(body)).toMatchObject({ kind: 'notice', reason });
  });

  it('keeps an article that speaks of cookies', () => {
    const body = `<p>${paragraph}</p><p>${second}</p><p>Regulators want sites to accept that users reject cookies.</p><p>${third}</p>`;
    expect(article(body)).toMatchObject({ kind: 'page' });
  });

  it('lets no markup, script or invisible character into the text', () => {
    const page = article(
      `<p>${paragraph}<script>steal()</script><b>bold</b>\u200B&lt;script&gt;</p><p>${second}</p>`,
    );
    expect(page).toHaveProperty('text', expect.stringContaining('bold<script>'));
    expect(page).toHaveProperty('text', expect.not.stringContaining('steal'));
  });

  it('reads structured data with raw line breaks in it', () => {
    const head =
      '<script type="application/ld+json">{"@type":["NewsArticle"],"headline":"A\nB","author":"C. D"}</script>';
    expect(article(`<p>${paragraph}</p><p>${second}</p>`, head)).toMatchObject({
      title: 'A B',
      authors: ['C. D'],
    });
  });

  it('keeps the paragraphs of a page full of drawings and unclosed tags', () => {
    const drawing = `<svg>${'<path d="M0 0"/>'.repeat(400)}</svg>${'<font>'.repeat(50)}`;
    expect(article(`${drawing}<p>${paragraph}</p><p>${second}</p>`)).toMatchObject({
      text: `${paragraph}\n\n${second}`,
    });
  });

  it.each([
    ['deep nesting', '<div>'.repeat(50_000) + paragraph],
    ['nested tables', '<table><tr><td>'.repeat(20_000) + paragraph],
    ['a storm of tags', '<'.repeat(500_000)],
    ['tags that never end', '<a '.repeat(300_000)],
    ['comments that never end', '<!--'.repeat(300_000)],
    ['many elements', '<p>x</p>'.repeat(60_000)],
    ['an ocean of no-break spaces', `<p>${'\u00A0'.repeat(3_000_000)}`],
    ['white space of every kind', `<p>${' \u00A0\n'.repeat(1_000_000)}`],
    ['lines that never end', 'x<br>'.repeat(60_000)],
    ['feeds without number', '<link rel="alternate" type="application/rss+xml" href="/f">'.repeat(60_000)],
    ['headings without number', `<h1>${paragraph}</h1>`.repeat(20_000)],
    [
      'one element with everything',
      `<div ${Array.from({ length: 100_000 }, (_, at) => `a${at}=b`).join(' ')}>`,
    ],
    ['a title made of marks', `<title>${' | '.repeat(300_000)}</title>`],
    ['an author made of names', `<meta name="author" content="${'von '.repeat(300_000)}">`],
    ['teasers alone', '<article><h2><a href="/">Harbour</a></h2></article>'.repeat(10_000)],
    ['a heap of brackets', `<script type="application/ld+json">${'['.repeat(300_000)}</script>`],
  ])('comes back from %s', { timeout: 20_000 }, (_, html) => {
    expect(['page', 'notice']).toContain(readPage(`<html><body>${html}`, 'https://p.example/').kind);
  });

  it('never fails', () => {
    const pieces = fc.constantFrom(
      '<html>',
      '<head>',
      '<body>',
      '</body>',
      '<title>',
      '<p>',
      '</p>',
      '<svg>',
      '<template>',
      '<table>',
      '<td>',
      '<!doctype html>',
      '<meta name="author" content="',
      '">',
      '<script type="application/ld+json">',
      '{"@type":"Article","author":',
      '</script>',
      '<h1>',
      '<article>',
      '<frameset>',
      '<base href="x">',
      paragraph,
    );
    const pages = fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(pages, fc.oneof(fc.webUrl(), fc.string()), (html, url) => {
        expect(['page', 'notice']).toContain(readPage(html, url).kind);
      }),
    );
  });
});
