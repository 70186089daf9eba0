import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/sources/polling/memory.ts';
import { addressKey, canonicalName, namesIn, publisherOf } from '../../src/sources/identity.ts';

describe('the addresses of one article', () => {
  it.each([
    'https://paper.example/2026/night-ferry',
    'http://paper.example/2026/night-ferry',
    'https://www.paper.example/2026/night-ferry/',
    'https://m.paper.example/2026/night-ferry',
    'https://mobile.paper.example/2026/night-ferry#comments',
    'https://paper.example:443/2026//night-ferry',
    'https://paper.example/2026/night-ferry?utm_source=rss&utm_medium=feed',
    'https://paper.example/2026/night-ferry?fbclid=x&xtor=RSS-3208&at_medium=RSS#ref=rss',
    'https://paper.example/2026/night-ferry/amp',
    'https://paper.example/2026/night-ferry/amp/',
    'https://paper.example/amp/2026/night-ferry',
    'https://paper.example/2026/night-ferry.amp',
    'https://paper.example/2026/night-ferry/amp.html',
    'https://amp.paper.example/2026/night-ferry?amp=1',
    'https://paper.example/2026/night-ferry/index.html',
    'https://paper-example.cdn.ampproject.org/c/s/paper.example/2026/night-ferry/amp',
    'https://www.google.com/amp/s/paper.example/2026/night-ferry/amp',
    'https://PAPER.example./2026/night-ferry',
  ])('have one key: %s', (url) => {
    expect(addressKey(url)).toBe('paper.example/2026/night-ferry');
  });

  it('keep apart what is not one article', () => {
    const urls = [
      'https://paper.example/article?id=1',
      'https://paper.example/article?id=2',
      'https://paper.example/article?page=2&id=1',
      'https://paper.example/Article?id=1',
      'https://other.example/article?id=1',
      'https://news.paper.example/article?id=1',
      'https://paper.example/',
      'https://paper.example/amp',
      'https://paper.example/amplifier',
      'https://m.de/article',
      'https://de/article',
    ];
    expect(new Set(urls.map(addressKey)).size).toBe(urls.length);
  });

  it('are told in any order of their parameters, and spelling of their letters', () => {
    expect(addressKey('https://paper.example/stra%C3%9Fe?b=2&a=%C3%A4')).toBe(
      addressKey('https://paper.example/straße?a=ä&b=2'),
    );
  });

  it('are the same whether a key is found the short way or the long one', () => {
    const part = fc.stringMatching(/^[\w-]{1,8}$/);
    const file = fc.constantFrom('', '.html', '/amp', '/index.html', '.amp.html');
    fc.assert(
      fc.property(
        fc.constantFrom('www.', 'm.', 'amp.', ''),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        file,
        (label, path, end) => {
          const url = `https://${label}paper.example/${path.join('/')}${end}`;
          // A parameter that says nothing leads past the short way.
          expect(addressKey(url)).toBe(addressKey(`${url}?utm_source=rss`));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('may be anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (url) => typeof addressKey(url) === 'string'));
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true }), (url) => {
        expect(addressKey(`https://${addressKey(url)}`)).toBe(addressKey(url));
      }),
    );
    const long = `https://paper.example/${'a'.repeat(5000)}`;
    expect(addressKey(long)).toBe(long);
  });
});

describe('the publisher', () => {
  it.each([
    ['https://www.bbc.co.uk/news/1', 'bbc.co.uk'],
    ['https://lokales.blatt.example/1', 'blatt.example'],
    ['https://one.blogspot.com/1', 'one.blogspot.com'],
    ['https://paper-example.cdn.ampproject.org/c/s/paper.example/1', 'paper.example'],
    ['http://127.0.0.1:8080/1', '127.0.0.1'],
    ['no address', ''],
  ])('of %s is %s', (url, publisher) => {
    expect(publisherOf(url)).toBe(publisher);
  });
});

const entry = (url: string, guid?: string, title = '') => ({ url, guid, title });

describe('the names of entries in a feed', () => {
  it('are the address, and the guid with its publisher', () => {
    const entries = [
      entry('https://paper.example/1?utm_source=rss', 'tag:paper.example,2026:1'),
      entry('https://paper.example/2', 'https://paper.example/2'),
      entry('https://paper.example/3', '3'),
    ];
    expect(namesIn(entries)).toEqual([
      ['paper.example/1', 'paper.example tag:paper.example,2026:1'],
      ['paper.example/2'],
      ['paper.example/3'],
    ]);
  });

  it('are not the address where several share it, as in a live report', () => {
    const live = 'https://paper.example/live';
    expect(
      namesIn([
        entry(`${live}#block-1`, 'block-00001'),
        entry(`${live}#block-2`, undefined, 'Second goal'),
        entry('https://paper.example/other'),
      ]),
    ).toEqual([['paper.example block-00001'], ['paper.example/live#Second goal'], ['paper.example/other']]);
  });
});

const known = (name: string, url: string, guid = '') => ({
  name: digest(name),
  address: digest(addressKey(url)),
  guid: digest(guid),
});

describe('an entry that comes to a feed', () => {
  const live = 'https://paper.example/live';

  it('is named like one of its own', () => {
    const others = [known('paper.example/1', 'https://paper.example/1', 'guid-0001')];
    expect(namesIn([entry('https://paper.example/2', 'guid-0002')], others)).toEqual([
      ['paper.example/2', 'paper.example guid-0002'],
    ]);
  });

  it('is not named by an address that another one has, or that named none of them', () => {
    const part = known('paper.example block-0001', live, 'block-0001');
    expect(namesIn([entry(live, 'block-0002')], [part])).toEqual([['paper.example block-0002']]);
    expect(namesIn([entry(live, 'block-0002')], [{ ...part, name: part.address }])).toEqual([
      ['paper.example block-0002'],
    ]);
    expect(namesIn([entry(live, undefined, 'Goal')], [known('paper.example/live#Kick-off', live)])).toEqual([
      ['paper.example/live#Goal'],
    ]);
  });

  it('is the one that is there where it says so', () => {
    const there = known('paper.example/live', live, 'live-0001');
    expect(namesIn([entry(live, 'live-0001')], [there])).toEqual([['paper.example/live']]);
    expect(namesIn([entry(live)], [there])).toEqual([['paper.example/live']]);
  });

  it('is not named by a guid that others bear, or where guids name nothing', () => {
    const other = known('paper.example/1', 'https://paper.example/1', 'no-title');
    expect(namesIn([entry('https://paper.example/2', 'no-title')], [other])).toEqual([['paper.example/2']]);
    const nameless = known('paper.example/1', 'https://paper.example/1');
    expect(namesIn([entry('https://paper.example/2', 'no-title')], [nameless])).toEqual([
      ['paper.example/2'],
    ]);
  });
});

describe('a page’s own address', () => {
  const found = 'https://paper.example/politics/night-ferry-starts-in-december?section=2';
  it.each([
    [
      'https://paper.example/local/night-ferry-starts-in-december',
      'paper.example/local/night-ferry-starts-in-december',
    ],
    ['https://paper.example/', undefined],
    ['https://paper.example/politics', undefined],
    ['https://other.example/night-ferry-starts-in-december', undefined],
    [found, undefined],
  ])('names the article where it is one of its own: %s', (canonical, name) => {
    expect(canonicalName(found, canonical)).toBe(name);
  });
});
