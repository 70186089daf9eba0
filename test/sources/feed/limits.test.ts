import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, readFeed } from '../../../src/sources/index.ts';
import { failure, isMendable } from '../failure.ts';
import { address, item, rss } from './documents.ts';

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const tidy = (text: string) =>
  text
    .normalize()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
const attributes = (count: number) => Array.from({ length: count }, (_, index) => `a${index}=""`).join(' ');
const image = (count: number) =>
  readFeed(item(`<media:thumbnail ${attributes(count)} url="https://p.example/1"/>`), address).items[0]
    ?.image;

describe('a feed without measure', () => {
  it('is read up to its five thousandth item', () => {
    const items = Array.from({ length: 6000 }, (_, index) => `<item><title>${index}</title></item>`);
    const feed = readFeed(rss(`<title>G</title>${items.join('')}`), address);
    expect(feed.title).toBe('G');
    expect(feed.items).toHaveLength(5000);
    expect(feed.items.at(-1)?.title).toBe('4999');
    const json = {
      version: 'https://jsonfeed.org/version/1',
      items: Array.from({ length: 6000 }, () => ({})),
    };
    expect(readFeed(JSON.stringify(json), address).items).toHaveLength(5000);
  });

  it('is cut where it has more elements than any feed needs', () => {
    const feed = readFeed(
      rss(`<item><title>T</title>${'<a/>'.repeat(300_000)}</item><item><title>U</title></item>`),
      address,
    );
    expect(feed.items).toMatchObject([{ title: 'T' }]);
  });

  it('keeps the beginning of a text', () => {
    const feed = readFeed(
      item(`<title>T</title><description>A ${'b'.repeat(5_000_000)}</description>`),
      address,
    );
    expect(feed.items[0]?.summary.slice(0, 3)).toBe('A b');
    expect(feed.items[0]?.summary.length).toBeLessThan(4_000_001);
  });

  it.each([
    ['elements in elements', '<a>'],
    ['elements of the feed in each other', '<media:group>'],
    ['channels in channels', '<channel xmlns:a="x">'],
    ['items without an end', '<item>'],
    ['tags in a text', '<item><description><b>'],
    ['ends of what never began', '</b>'],
    ['comments without an end', '<!--'],
    ['sections without an end', '<![CDATA['],
    ['attributes without an end', '<a b="'],
    ['ampersands', '&'],
  ])('gets through half a million %s', (_, part) => {
    expect(failure(() => readFeed(rss(part.repeat(500_000)), address))).toSatisfy(isMendable);
  });

  it('gets through many elements in each other that end in disorder', () => {
    const document = rss(`<item>${'<media:group>'.repeat(100_000)}${'</b>'.repeat(500_000)}</item>`);
    expect(readFeed(document, address).items).toHaveLength(1);
  });

  it('has no more than a thousand attributes for an element', () => {
    expect(image(900)).toBe('https://p.example/1');
    expect(image(1100)).toBeUndefined();
  });

  it('expands nothing that a document type declares', () => {
    const declared = [
      'a "boo"',
      'b "&a;&a;&a;"',
      'c "&b;&b;&b;"',
      'file SYSTEM "file:///etc/hosts"',
      '% p SYSTEM "http://x.example/"',
    ];
    const type = `<!DOCTYPE rss [${declared.map((entity) => `<!ENTITY ${entity}>`).join('')}]>`;
    const [read] = readFeed(type + item('<title>&c;&file;</title>').replace(/<\?.*?\?>/, ''), address).items;
    expect(read?.title).toBe('&c;&file;');
  });
});

describe('any feed', () => {
  const parts = fc.constantFrom(
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<rdf:RDF>',
    '<channel>',
    '<item>',
    '<entry xml:base="/x/">',
    '</item>',
    '</rss>',
    '<title>',
    '</title>',
    '<description>',
    '<content type="xhtml">',
    '<div>',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&',
    '<link href="',
    '"/>',
    '<guid isPermaLink=',
    '<!--',
    '-->',
    '<!DOCTYPE rss [',
    '<dc:date>',
    '<__proto__>',
    'Ã©',
    '{"version":"https://jsonfeed.org/version/1","items":[',
    '{"id":',
    ']}',
  );
  const bytes = fc
    .array(
      fc.oneof(
        parts.map((part) => Buffer.from(part)),
        fc.uint8Array({ maxLength: 20 }),
      ),
    )
    .map((pieces) => Uint8Array.from(Buffer.concat(pieces)));

  it('is read, or the user is told why not', () => {
    fc.assert(
      fc.property(bytes, fc.string(), (document, url) => {
        expect(failure(() => readFeed(decode(document), url))).toSatisfy(isMendable);
      }),
      { numRuns: 500 },
    );
  });

  it('says in a text what was written into it', () => {
    const written = fc.string({
      unit: fc.oneof(fc.constantFrom(...'<>&;"\'é€ '), fc.string({ unit: 'grapheme', maxLength: 1 })),
    });
    fc.assert(
      fc.property(written, (text) => {
        const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const section = html.replaceAll(']]>', ']]]]><![CDATA[>');
        const feed = readFeed(
          rss(
            `<item><description>${xml(html)}</description><content:encoded><![CDATA[${section}]]></content:encoded></item>`,
          ),
          address,
        );
        expect(tidy(feed.items[0]?.summary ?? '')).toBe(tidy(text));
        expect(tidy(feed.items[0]?.content ?? '')).toBe(tidy(text));
      }),
    );
  });
});
