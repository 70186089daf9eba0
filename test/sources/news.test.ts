import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, without } from '../../src/sources/feed/parts.ts';
import { newsIn } from '../../src/sources/index.ts';
import { failsWith } from './web/loopback.ts';

const url = 'https://paper.example/feed';
const followed = { name: 'The Paper', language: 'en' } as const;

interface Entry {
  readonly id: number | string;
  readonly text?: string;
  readonly guid?: string;
}

const rssItem = ({ id, text = 'Text.', guid }: Entry) =>
  `<item><title>Title ${id}</title><link>https://paper.example/${id}</link><description><![CDATA[${text}]]></description>${
    guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`
  }<pubDate>Wed, 25 Nov 2026 08:00:00 GMT</pubDate></item>`;
const rss = (...entries: readonly Entry[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><ttl>30</ttl>${entries.map(rssItem).join('\n')}</channel></rss>`;

/** A comment with an opening tag in it makes the items uncertain, so that all of them are read. */
const uncertain = (text: string) => text.replace('<channel>', '<channel><!-- <item> -->');

const atom = (...ids: readonly number[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${ids
    .map(
      (id) =>
        `<entry><title>${id}</title><link href="https://paper.example/${id}"/><id>tag:${id}</id></entry>`,
    )
    .join('')}</feed>`;

const json = (...ids: readonly number[]) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    items: ids.map((id) => ({ id: `${id}`, url: `https://paper.example/${id}`, title: `${id}` })),
  });

const parts = (text: string) => partsOf(text)?.map(({ start, end }) => text.slice(start, end));

/** Reads one document after the other, each with what the one before left. */
function read(...documents: readonly string[]) {
  let memory: string | undefined;
  return documents.map((text) => {
    const news = newsIn({ bytes: Buffer.from(text), url }, followed, memory);
    ({ memory } = news);
    return news;
  });
}

const titles = (...documents: readonly string[]) =>
  read(...documents).map(({ fresh }) => fresh.map(({ title }) => title.replace('Title ', '')));

describe('news', () => {
  it('are all items at first, and then those that came or changed', () => {
    expect(
      titles(
        rss({ id: 1 }, { id: 2 }),
        rss({ id: 1 }, { id: 2 }),
        rss({ id: 3 }, { id: 1, text: 'Other text.' }, { id: 2 }),
        rss({ id: 3 }, { id: 1 }),
        rss({ id: 2 }),
      ),
    ).toEqual([['1', '2'], [], ['3', '1'], ['1'], []]);
  });

  it('are not what changed in nothing but its date, its markup or its spelling', () => {
    const other = rss({ id: 1 }, { id: 2 })
      .replaceAll('08:00', '09:00')
      .replaceAll('<![CDATA[Text.]]>', '&lt;p&gt;Text.&lt;/p&gt;')
      .replaceAll('https://paper.example/1', 'http://www.paper.example/1?utm_source=rss');
    expect(titles(rss({ id: 1 }, { id: 2 }), other)).toEqual([['1', '2'], []]);
  });

  it('come with the dates and wishes of the whole feed', () => {
    const [, second] = read(rss({ id: 1 }, { id: 2 }), rss({ id: 3 }, { id: 1 }, { id: 2 }));
    expect(second?.dates).toHaveLength(3);
    expect(second?.readEvery).toBe(1_800_000);
  });

  it('are the same whether known items are read again or not', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.uniqueArray(
            fc.record({
              id: fc.constantFrom(1, 2, 3, 4, 5),
              text: fc.constantFrom('Text.', 'Other.', 'A <b>third</b>.'),
              guid: fc.constantFrom(undefined, 'guid-00001', 'guid-00002'),
            }),
            { selector: ({ id }) => id, maxLength: 5 },
          ),
          { maxLength: 4 },
        ),
        (documents) => {
          const texts = documents.map((entries) =>
            rss(...entries.map(({ guid, ...entry }) => (guid === undefined ? entry : { ...entry, guid }))),
          );
          expect(titles(...texts)).toEqual(titles(...texts.map(uncertain)));
        },
      ),
    );
  });

  it('are those of Atom and of JSON Feed, too', () => {
    expect(titles(atom(1, 2), atom(3, 1, 2))).toEqual([['1', '2'], ['3']]);
    expect(titles(json(1, 2), json(3, 1, 2))).toEqual([['1', '2'], ['3']]);
  });

  it('are none in a page', () => {
    const page = { bytes: Buffer.from('<html><body><p>No feed.</p></body></html>'), url };
    expect(() => newsIn(page, followed, undefined)).toThrow(failsWith('sources.notFeed'));
  });
});

describe('the parts of a feed', () => {
  it('are its items', () => {
    expect(parts('<rss><item a="1">x</item> <ITEM>y</ITEM></rss>')).toEqual([
      '<item a="1">x</item>',
      '<ITEM>y</ITEM>',
    ]);
    expect(parts('<a:feed><a:entry>x</a:entry></a:feed>')).toEqual(['<a:entry>x</a:entry>']);
    expect(parts('<rss><item><![CDATA[a <b>]]></item></rss>')).toHaveLength(1);
    expect(parts('<rss><items/><itemize>x</itemize></rss>')).toEqual([]);
  });

  it.each([
    '<item>',
    '</item>',
    '<item><item>x</item></item>',
    '<item/>',
    '<item><![CDATA[ </item> ]]></item>',
    '<![CDATA[ <item>x</item> ]]>',
    '<!-- <item>x</item> -->',
    '<item>x</item><!--',
  ])('are uncertain in %s', (text) => {
    expect(partsOf(text)).toBeUndefined();
  });

  it('can be left out', () => {
    const text = '<rss><item>a</item>-<item>b</item>-<item>c</item></rss>';
    const [first, , third] = partsOf(text) ?? [];
    expect(without(text, first && third ? [first, third] : [])).toBe('<rss>-<item>b</item>-</rss>');
    expect(without(text, [])).toBe(text);
  });

  it('are found in any text, and never outside of it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<item>', '</item>', '<entry a>', '<![CDATA[', ']]>', '<!--', '-->', 'x', '<', '>'),
        ),
        (pieces) => {
          const text = pieces.join('');
          for (const { start, end } of partsOf(text) ?? [])
            expect(text.slice(start, end)).toMatch(/^<(item|entry)[^]*>$/);
        },
      ),
    );
  });
});
