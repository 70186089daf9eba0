import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/sources/index.ts';
import { address, item } from './documents.ts';

const url = 'https://gazette.example/2026/ferry?id=7';

/** What is read of an entry with this text, whose own address is `url`. */
function read(markup: string) {
  const feed = readFeed(
    item(`<title>Night ferry</title><link>${url}</link><description><![CDATA[${markup}]]></description>`),
    address,
  );
  const [entry] = feed.items;
  return { text: entry?.summary, image: entry?.image };
}

describe('the text of an entry', () => {
  it.each([
    ['a link to go on reading', `<p>A boat.</p><p><a href="${url}">Read more</a></p>`],
    ['the same in the last line', `<p>A boat. <a href="${url}#more">Weiterlesen…</a></p>`],
    ['the same behind a mark', `<p>A boat. | <a href="${url}&amp;utm_source=rss">Lire la suite →</a></p>`],
    ['the same in brackets', `A boat. [<a href="http://www.gazette.example/2026/ferry?id=7">…</a>]`],
    [
      'the same with the title',
      `<p>A boat.</p><a href="${url}">Continue reading the whole of the article <span>Night ferry</span></a>`,
    ],
    [
      'links to share it',
      `<p>A boat.</p><a href="https://social.example/share?u=${encodeURIComponent(url)}">Share</a> · <a href="mailto:?body=${url.slice(8)}">Mail</a>`,
    ],
    [
      'what a blog’s software signs with',
      `<p>A boat.</p><p>The post <a href="${url}">Night ferry</a> appeared first on <a href="https://gazette.example">Gazette</a>.</p>`,
    ],
    [
      'pictures that are links',
      `<p>A boat.</p><a href="https://flare.example/1"><img src="https://flare.example/i/1"></a>`,
    ],
    ['nothing', 'A boat.'],
  ])('ends before %s', (_, markup) => {
    expect(read(markup).text).toBe('A boat.');
  });

  it.each([
    [
      'leads elsewhere',
      '<p>A boat.</p><p><a href="https://port.example/">The port</a></p>',
      'A boat.\n\nThe port',
    ],
    ['stands in a sentence', `<p>A <a href="${url}">boat</a> sails.</p>`, 'A boat sails.'],
    [
      'is a sentence of its own',
      `<p>A boat.</p><p><a href="${url}">It sails at eleven every evening of the week.</a></p>`,
      'A boat.\n\nIt sails at eleven every evening of the week.',
    ],
    ['is all there is', `<a href="${url}">Read more</a>`, 'Read more'],
  ])('keeps a link that %s', (_, markup, text) => {
    expect(read(markup).text).toBe(text);
  });

  it('keeps a paragraph that links to the entry and to the paper but says something', () => {
    const long =
      'The paper that wrote about it first, and that we thank for its work over all of these many years, is the one whose name you see';
    expect(
      read(`<p>A boat.</p><p>${long}: <a href="${url}">1</a> <a href="https://gazette.example/">2</a>.</p>`)
        .text,
    ).toContain(long);
  });
});

describe('the picture in an entry’s text', () => {
  it.each([
    [
      'the first',
      '<img src="https://p.example/1.jpg"><img src="https://p.example/2.jpg">',
      'https://p.example/1.jpg',
    ],
    ['one from a relative address', '<p><img alt="" src="/p/1.jpg"></p>', 'https://gazette.example/p/1.jpg'],
    ['one that is loaded late', '<img data-src="https://p.example/1.jpg">', 'https://p.example/1.jpg'],
    [
      'none that counts readers',
      '<img src="https://count.example/x.gif" width="1" height="1"><img src="https://feeds.feedburner.com/~r/g/1">',
      undefined,
    ],
    ['none that is hidden', '<img src="https://p.example/1.jpg" style="width:1px; height:1px">', undefined],
    ['none that is an icon', '<img src="https://p.example/smile.png" width=16>', undefined],
    ['none that is not encrypted', '<img src="http://p.example/1.jpg">', undefined],
    ['none that is no address', '<img src="data:image/gif;base64,R0lG">', undefined],
    ['none in what readers don’t see', '<noscript><img src="https://p.example/1.jpg"></noscript>', undefined],
  ])('is %s', (_, markup, image) => {
    expect(read(markup).image).toBe(image);
  });

  it('is not asked for where the feed offers one', () => {
    const written =
      '<description>&lt;img src="https://p.example/1.jpg"&gt;</description><media:thumbnail url="https://p.example/2.jpg"/>';
    expect(readFeed(item(written), address).items[0]?.image).toBe('https://p.example/2.jpg');
  });
});
