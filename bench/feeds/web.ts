import { createHash } from 'node:crypto';
import type { Resolve } from '../../src/sources/web/guard.ts';

export const itemsPerFeed = 40;

/** Each feed is on a server of its own, as outside; all names lead to the bench's own server. */
export function addressOf(feed: number, port: string): string {
  return `http://paper-${feed}.example:${port}/`;
}

/** Says of every name that it is this machine. */
export const lookup: Resolve = (_, __, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);

/** Words of an article, which its feed carries whole. */
const wordsPerArticle = 220;

const words =
  'harbour council ferry bridge storm school market night mayor vote flood pier town reserve winter car money rail coast budget court union strike hospital farmer river museum election reform company energy police teacher border summit minister festival'.split(
    ' ',
  );

const functionWords = 'the of and to in a for on that is was by with as it at from'.split(' ');

/** An article's text, the same for the same number: sentences of common words with names of their own between. */
export function textOf(number: number): string {
  const digest = createHash('sha256').update(String(number)).digest();
  const name = (at: number) => `N${digest.toString('hex', at, at + 4)}`;
  const pick = (list: readonly string[], index: number) =>
    list[((digest[index % digest.length] ?? 0) + index * 7) % list.length] ?? '';
  let text = '';
  for (let index = 0; index < wordsPerArticle; index += 1) {
    const word = index % 17 === 0 ? name(index % 24) : pick(index % 2 === 0 ? functionWords : words, index);
    text += index % 15 === 14 ? `${word}. The ` : `${word} `;
  }
  return `The ${text.trim()}.`;
}

const shared = Array.from({ length: itemsPerFeed }, (_, index) => textOf(-1 - index));

/**
 * A feed's document. Of version 0 it has 40 items, that of every next version has a new one in the place of the oldest; the new ones' texts
 * are theirs alone.
 */
export function documentOf(feed: number, version: number): string {
  const items: string[] = [];
  for (let place = 0; place < itemsPerFeed; place += 1) {
    const number = itemsPerFeed + version - 1 - place;
    const text = number < itemsPerFeed ? shared[number] : textOf(feed * 1000 + number);
    const link = `http://paper-${feed}.example/article-${number}-about-something-that-happened`;
    const date = new Date(Date.UTC(2026, 10, 25, 8) - (itemsPerFeed - number) * 3_600_000).toUTCString();
    items.push(
      `<item><title>Paper ${feed} reports number ${number} on the harbour</title><link>${link}</link>` +
        `<guid isPermaLink="false">paper-${feed}-article-${number}</guid><pubDate>${date}</pubDate>` +
        `<dc:creator>Desk ${feed}</dc:creator><category>News</category>` +
        `<description>&lt;p&gt;A few words on number ${number}, told by paper ${feed}.&lt;/p&gt;</description>` +
        `<content:encoded><![CDATA[<p>${text ?? ''}</p>]]></content:encoded></item>`,
    );
  }
  return (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    `xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper ${feed}</title>` +
    `<link>http://paper-${feed}.example/</link><language>en</language>${items.join('')}</channel></rss>`
  );
}
