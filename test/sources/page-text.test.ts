import { describe, expect, it } from 'vitest';
import { type Page, readPage } from '../../src/sources/index.ts';

const address = 'https://gazette.example/town/night-ferry';
const title = 'Night ferry starts in December';
const texts = [
  'The port of Eastmere will run a ferry through the night from the first of December, its director said on Monday, after two years of talks.',
  'The first boat leaves at eleven in the evening and the last one comes back at five, in time for the early shift at the cannery.',
  'Adults pay four pounds for a single crossing, and six for both ways. Children pay half of that, and bicycles travel free on every boat.',
  'A second boat is on order and will be delivered in spring, the director said, if the yard keeps its word; the old one stays in reserve.',
] as const;
const [first, second, third, fourth] = texts.map((text) => `<p>${text}</p>`);
const whole = texts.join('\n\n');

function read(body: string, head = ''): Page {
  const page = readPage(
    `<html><head><title>${title}</title>${head}</head><body>${body}</body></html>`,
    address,
  );
  if (page.kind === 'notice') throw new Error(page.reason);
  return page;
}

/** Reads an article with something between its second and its third paragraph, and something after it. */
const around = (between: string, after = '') =>
  read(`<article><h1>${title}</h1>${first}${second}${between}${third}${fourth}</article>${after}`).text;

const box = (paragraph: string | undefined) =>
  `<div class="module"><div class="box">${paragraph?.replace('<p>', '<p class="text">')}</div></div>`;
const structured = (...parts: readonly string[]) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: parts.join(' ') })}</script>`;

describe('the text of a page', () => {
  it.each([
    [
      'buttons to share it',
      '<ul class="social-share"><li><a href="#">Mastodon</a></li><li><a href="#">Mail</a></li></ul>',
    ],
    [
      'a box for the newsletter',
      '<div class="c-newsletter-box"><h3>The morning letter</h3><p>What the harbour talks about, every morning at six, in your letter box and nowhere else.</p></div>',
    ],
    [
      'a teaser',
      '<div class="teaser"><h3><a href="/b">Bridge stays closed until Easter</a></h3><p>The council wants to wait for the frost to end before the old stones are moved.</p></div>',
    ],
    [
      'a teaser that is called nothing',
      '<div><h3><a href="/b">Bridge stays closed until Easter</a></h3><p>The council wants to wait for the frost to end before the old stones are moved.</p></div>',
    ],
    [
      'a picture’s caption',
      '<figure><img src="/a.jpg"><figcaption>The old boat in the harbour of Eastmere, before it was painted in autumn.</figcaption></figure>',
    ],
    [
      'a caption that isn’t marked up as one',
      '<div class="image__caption">The old boat in the harbour of Eastmere, before it was painted.</div>',
    ],
    ['a credit', '<p>The old boat in the harbour. Photo: Ida Holm</p>'],
    ['a German credit', '<p>Das alte Boot im Hafen (Foto: Ida Holm)</p>'],
    ['a French credit', '<p>Crédit photo : Ida Holm</p>'],
    [
      'an advertisement',
      '<div id="ad-slot-3">Advertisement: boats of every size, painted in any colour that you like, delivered in spring.</div>',
    ],
    ['a link to another article', '<p><a href="/b">Bridge stays closed until Easter</a></p>'],
    [
      'links to others',
      '<p>Read more:</p><ul><li><a href="/b">Bridge stays closed</a></li><li>Swans return to the pond</li></ul>',
    ],
    ['French links', '<p>À lire aussi : <a href="/b">Le pont reste fermé jusqu’à Pâques</a></p>'],
    ['German links', '<p>Lesen Sie auch: <a href="/b">Brücke bleibt bis Ostern gesperrt</a></p>'],
    [
      'what nobody sees',
      '<div style="display: none"><p>This paragraph is for programs alone, and whoever reads it here isn’t one of the readers.</p></div>',
    ],
    ['what only programs say aloud', '<div class="visually-hidden">The prices of the night ferry.</div>'],
    [
      'what stands aside',
      '<aside><p>Eastmere has had a ferry since 1840, when the first one was rowed by six men and a boy.</p></aside>',
    ],
    [
      'a pulled quotation',
      '<blockquote><p>“A second boat is on order and will be delivered in spring”</p></blockquote>',
    ],
  ])('goes without %s', (_, between) => {
    expect(around(between)).toBe(whole);
  });

  it.each([
    [
      'comments',
      '<section id="comments"><div class="comment"><p>I have been waiting for this since my boat sank in the storm of ninety-one, and so have my sons.</p></div></section>',
    ],
    [
      'a consent framework',
      `<div id="onetrust-consent-sdk">${'<p>We and our partners store cookies on your device, to measure what you read and to show you more of it.</p>'.repeat(20)}</div>`,
    ],
    [
      'other articles',
      '<section><h2>Most read</h2><article><h3><a href="/b">Bridge stays closed until Easter</a></h3><p>The council wants to wait for the frost to end before the old stones are moved.</p></article></section>',
    ],
    [
      'the foot of the page',
      '<footer><p>The Harbour Gazette is printed on paper from the mill upstream, and has been since the mill was built.</p></footer>',
    ],
  ])('ends before %s', (_, after) => {
    expect(around('', after)).toBe(whole);
  });

  it.each([
    ['a sentence that begins like a pointer', 'Watch out for the swell, the captain says.'],
    ['a sentence that speaks of a photo', 'On the photo: nothing but fog, and a lamp that might be a star.'],
    [
      'a sentence that ends with an agency',
      'The boats will be painted blue, the line told the agency (AFP).',
    ],
    [
      'a sentence with a link in it',
      'The <a href="/b">bridge</a> stays closed until Easter, as the council had said.',
    ],
  ])('keeps %s', (_, sentence) => {
    expect(around(`<p>${sentence}</p>`)).toContain(sentence.replace(/<[^>]*>/g, ''));
  });

  it('keeps a heading with a text below it alone', () => {
    const text = around('<h3>Where it goes</h3><h2>What it costs</h2>', '<h2>In other news</h2>');
    expect(text.split('\n\n')[2]).toBe('What it costs');
    expect(text).not.toMatch(/Where it goes|In other news/);
  });

  it('is found in a box whose name says that it is something else', () => {
    const marked = read(`<div class="cookie-notice-visible"><h1>${title}</h1>${first}${second}</div>`);
    expect(marked.text).toBe(`${texts[0]}\n\n${texts[1]}`);
    const page = read(`<div class="extra sidebar comment">${first}${second}${third}${fourth}</div>`);
    expect(page).toMatchObject({ text: whole, how: { extractor: 'readability' } });
  });

  it('keeps headings, items of lists and rows of tables', () => {
    const text = around(
      '<h2>What it costs</h2><ul><li>Adults: four pounds</li><li>Children: two pounds</li></ul>' +
        '<table><tr><td>Dogs</td><td>one pound</td></tr></table>',
    );
    expect(text.split('\n\n').slice(2, 6)).toEqual([
      'What it costs',
      'Adults: four pounds',
      'Children: two pounds',
      'Dogs one pound',
    ]);
  });

  it('begins with the opening under the headline, without byline and date', () => {
    const page =
      read(`<article><header><p>Harbour</p><h1>${title}</h1><p class="lead">After two years of talks, boats will run.</p>
      <p>By Mara Quill</p><p>23 November 2026, 8:15</p><p>3 min read</p></header>
      <div class="body"><p>Eastmere, Monday evening</p>${first}${second}${third}${fourth}</div></article>`);
    expect(page.text).toBe(`After two years of talks, boats will run.\n\n${whole}`);
  });

  it('begins with the opening that the page describes itself with, wherever that is and however it ends', () => {
    const opening = 'Boats all night long: what the port has in store for those who work late';
    const body = `<div><p class="kicker">Harbour</p><h2>${opening}</h2></div>
      <article><h1>${title}</h1>${first}${second}${third}${fourth}</article>`;
    expect(read(body, `<meta property="og:description" content="${opening} …">`).text).toBe(
      `${opening}\n\n${whole}`,
    );
    expect(read(body).text).toBe(whole);
  });

  it('ends before requests and credits', () => {
    const page = read(`<article><h1>${title}</h1>${first}${second}${third}${fourth}
      <p>Want more of this? Our <a href="/letter">newsletter</a> tells you every morning what the harbour talks about.</p>
      <p>mq/tb</p><p>Reporting by Mara Quill; editing by Theo Brand</p></article>`);
    expect(page.text).toBe(whole);
  });

  it('is whole where it is laid out in boxes', () => {
    const page = read(
      `<div role="main"><h1>${title}</h1>${[first, second, third, fourth].map(box).join('')}</div>`,
    );
    expect(page.text).toBe(whole);
  });

  it('is told once, however often the page tells it', () => {
    const glued = `<div class="for-phones">${texts.join(' ')}</div>`;
    expect(around('', glued)).toBe(whole);
    expect(around(second ?? '')).toBe(whole);
  });

  it('is what the structured data says where the page agrees with it', () => {
    const note =
      '<p>The writer of these lines was a sailor for thirty years and lives near the harbour with two dogs and a parrot.</p>';
    const html = `<article><h1>${title}</h1>${first}${second}${third}${fourth}${note}</article>`;
    expect(read(html, structured(...texts)).text).toBe(whole);
    expect(read(html, structured('Another text altogether. '.repeat(30))).text).toContain('parrot');
    expect(read(html).how.extractor).toBe('readability');
    const shell = read('<div id="app"></div>', structured(...texts));
    expect(shell).toMatchObject({ text: texts.join(' '), how: { extractor: 'json-ld' } });
  });

  it('is found where scripts would show it, and outside of the body', () => {
    expect(
      read(
        `<div id="app"></div><noscript><h1>${title}</h1>${texts.map((text) => `<p>${text}</p>`).join('')}${first}${second}</noscript>`,
      ).text,
    ).toContain(texts[3]);
    const html = `<html><head><title>${title}</title></head><div>An alert</div><body><article><h1>${title}</h1>${first}${second}</article></body></html>`;
    expect(readPage(html, address)).toMatchObject({ text: `${texts[0]}\n\n${texts[1]}` });
  });

  it('is every paragraph of a page that is too long to be judged', () => {
    const rows = Array.from(
      { length: 16_000 },
      (_, at) =>
        `<p>Row ${at} of a list of boats that is longer than any newspaper would ever print it on a page.</p>`,
    );
    const page = read(`<main><h1>${title}</h1>${rows.join('')}</main>`);
    expect(page.how.extractor).toBe('blocks');
    expect(page.text).toContain('Row 15999 of');
  });
});
