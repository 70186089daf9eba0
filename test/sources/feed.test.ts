import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFeed, readFeed } from '../../src/sources/index.ts';
import { fixtureText } from './fixture.ts';
import { failure, isMendable } from './failure.ts';

const url = 'https://gazette.example/feed.xml';
const rss = (items: string) =>
  `<rss version="2.0"><channel><title>T</title><link>https://t.example/</link>${items}</channel></rss>`;

describe('readFeed', () => {
  it('reads RSS 2.0 with its extensions, from behind blank lines', () => {
    const feed = readFeed(fixtureText('rss2.xml'), url);
    expect(feed).toMatchObject({
      title: 'The Harbour Gazette & Mail',
      url: 'https://gazette.example/',
      language: 'en-GB',
    });
    expect(feed.items[0]).toEqual({
      id: 'gazette-1001',
      guid: 'gazette-1001',
      url: 'https://gazette.example/2026/11/night-ferry?utm=1&x=2',
      title: 'Ferry line & port agree on a night service',
      summary: 'The first boat leaves at eleven.\n\nIt costs 4\u00A0pounds.',
      content:
        'The first boat leaves at eleven.\n\nAdults pay 4\u00A0pounds\n\nChildren pay 2\n\nWhat comes next\n\nA second boat is on order.',
      publishedAt: new Date('2026-11-23T07:15:00Z'),
      updatedAt: undefined,
      authors: ['Mara Quill'],
      categories: ['Transport'],
      image: 'https://gazette.example/pictures/ferry.jpg',
    });
  });

  it('takes a permanent id for the link, and a date nobody can read for none', () => {
    const item = readFeed(fixtureText('rss2.xml'), url).items[1];
    expect(item).toMatchObject({
      url: 'https://gazette.example/2026/11/supper',
      title: 'Fish < chips: the price of a supper',
      summary: 'A supper now costs <£9.',
      publishedAt: undefined,
    });
  });

  it('reads RSS 1.0', () => {
    const feed = readFeed(fixtureText('rdf.xml'), url);
    expect(feed).toMatchObject({ title: 'Das Hafenblatt', language: 'de' });
    expect(feed.items).toMatchObject([
      {
        url: 'https://blatt.example/nachtboot',
        title: 'Nachtboot fährt ab Dezember',
        publishedAt: new Date('2026-11-23T07:15:00Z'),
        authors: ['Jonas Kai'],
      },
    ]);
  });

  it('reads Atom: relative links from nested bases, typed texts, the feed’s author', () => {
    const feed = readFeed(fixtureText('atom.xml'), url);
    expect(feed).toMatchObject({
      title: 'La Gazette du port',
      url: 'https://gazette.example/fr/accueil',
      language: 'fr',
    });
    expect(feed.items).toEqual([
      {
        id: 'urn:gazette:fr:1',
        guid: 'urn:gazette:fr:1',
        url: 'https://gazette.example/fr/2026/bateau-de-nuit',
        title: 'Le bateau de nuit partira à 23\u00A0h',
        summary: 'Un aller simple coûte < 5 euros.',
        content: 'Premier départ à 23 heures.\n\nRetour à minuit.',
        publishedAt: new Date('2026-11-23T07:15:00Z'),
        updatedAt: new Date('2026-11-23T09:00:00Z'),
        authors: ['La rédaction'],
        categories: ['Transports'],
        image: 'https://gazette.example/fr/2026/bateau.jpg',
      },
    ]);
  });

  it('reads JSON Feed, where plain text is never markup', () => {
    const feed = readFeed(fixtureText('feed.json'), url);
    expect(feed.items).toMatchObject([
      {
        url: 'https://notes.example/7',
        title: '',
        content: 'The crane is back.\n\nIt lifts 40 tonnes.',
        authors: ['Mara Quill'],
      },
      { url: 'https://notes.example/8', title: 'a < b', content: 'x <y> z' },
    ]);
  });

  it.each([
    [
      'a control character',
      rss('<item><title>a\u0001b</title><link>https://t.example/a</link></item>'),
      'ab',
    ],
    [
      'an undeclared entity',
      rss('<item><title>a&nbsp;b &hellip;</title><link>https://t.example/a</link></item>'),
      'a\u00A0b …',
    ],
    ['a bare ampersand', rss('<item><title>A & B</title><link>https://t.example/a</link></item>'), 'A & B'],
    [
      'a server’s warning before it',
      `<br />\n<b>Warning</b>: x\n${rss('<item><title>t</title><link>https://t.example/a</link></item>')}`,
      't',
    ],
    [
      'a title escaped twice',
      rss('<item><title>R&amp;amp;D &amp;lt;b&amp;gt;now&amp;lt;/b&amp;gt;</title></item>'),
      'R&D now',
    ],
    [
      'a type parameter in a title',
      rss('<item><title><![CDATA[Vec<T> explained]]></title></item>'),
      'Vec<T> explained',
    ],
  ])('mends %s', (_, text, title) => {
    expect(readFeed(text, url).items[0]?.title).toBe(title);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://['])(
    'gives no link %s',
    (link) => {
      expect(
        readFeed(rss(`<item><title>t</title><link>${link}</link></item>`), url).items[0]?.url,
      ).toBeUndefined();
    },
  );

  it.each([
    ['its own address', '<link rel="self" href="https://t.example/news/feed"/>'],
    ['its page', '<link href="https://t.example/news/"/>'],
  ])('starts links in a file from where the feed says it is: %s', (_, link) => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom">${link}<entry><link href="ferry"/></entry></feed>`;
    expect(readFeed(feed, 'file:///feeds/a.xml').items[0]?.url).toBe('https://t.example/news/ferry');
  });

  it('does not expand what a document type declares beyond plain words', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>`;
    const feed = readFeed(bomb + rss('<item><title>&b;&file;</title></item>'), url);
    expect(feed.items[0]?.title).not.toMatch(/aaaa|root/);
  });

  it.each([
    ['a page', '<!doctype html><html><body><rss>', 'sources.notFeed'],
    ['a text', 'just words', 'sources.notFeed'],
    ['a torn feed', '<rss version="2.0"><chan', 'sources.brokenFeed'],
    ['torn JSON', '{"version":"https://jsonfeed.org/version/1","items":[', 'sources.brokenFeed'],
  ])('says so when it is given %s', (_, text, key) => {
    expect(() => readFeed(text, url)).toThrow(expect.objectContaining({ name: 'UserError', key }));
  });

  it('never fails but with a reason for the user', () => {
    const pieces = fc.constantFrom(
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<entry>',
      '<link href="',
      '"/>',
      '<rdf:RDF>',
      '{"version":"https://jsonfeed.org/version/1","items":[',
      '}',
      ']',
      '<!--',
      '-->',
      '<pubDate>',
    );
    const texts = fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(failure(() => readFeed(text, url))).toSatisfy(isMendable);
      }),
    );
  });
});

describe('isFeed', () => {
  it.each(['rss2.xml', 'rdf.xml', 'atom.xml', 'feed.json', 'latin1.xml'])('knows %s for a feed', (name) => {
    expect(isFeed(fixtureText(name))).toBe(true);
  });

  it.each(['page-en.html', 'page-de.html', 'subscriptions.opml', 'note.txt'])(
    'knows that %s is none',
    (name) => {
      expect(isFeed(fixtureText(name))).toBe(false);
    },
  );

  it('is not misled by comments', () => {
    expect(isFeed(`<?xml version="1.0"?><!-- not <html> --><rss version="2.0">`)).toBe(true);
    expect(isFeed('<!-- <rss> --><!doctype html><title>x</title>')).toBe(false);
  });
});
