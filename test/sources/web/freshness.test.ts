import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../src/sources/web/fields.ts';
import { freshFor, retryAfter } from '../../../src/sources/web/freshness.ts';
import { linksOf } from '../../../src/sources/web/links.ts';

const date = 'Mon, 23 Nov 2026 08:00:00 GMT';
const later = 'Mon, 23 Nov 2026 08:10:00 GMT';
const now = Date.parse('2026-11-23T08:05:00Z');
const minute = 60_000;
const year = 365 * 24 * 60 * minute;

describe('an answer is fresh', () => {
  it.each<[Fields, number | undefined]>([
    [{}, undefined],
    [{ 'cache-control': 'public' }, undefined],
    [{ 'cache-control': 'max-age=600' }, 10 * minute],
    [{ 'cache-control': 'public,MAX-AGE=600' }, 10 * minute],
    [{ 'cache-control': 'max-age="600"' }, 10 * minute],
    [{ 'cache-control': 'max-age = 600' }, 10 * minute],
    [{ 'cache-control': ['public', 'max-age=600'] }, 10 * minute],
    [{ 'cache-control': 'max-age=600, max-age=1' }, 10 * minute],
    [{ 'cache-control': 's-maxage=60, max-age=600' }, 10 * minute],
    [{ 'cache-control': 'ext="max-age=5, no-store", max-age=600' }, 10 * minute],
    [{ 'cache-control': 'max-age=600', age: '60' }, 9 * minute],
    [{ 'cache-control': 'max-age=600', age: '6000' }, 0],
    [{ 'cache-control': 'max-age=600', age: 'old' }, 10 * minute],
    [{ 'cache-control': 'max-age=600', expires: date, date }, 10 * minute],
    [{ 'cache-control': 'max-age=0' }, 0],
    [{ 'cache-control': 'max-age=-1' }, 0],
    [{ 'cache-control': 'max-age=soon' }, 0],
    [{ 'cache-control': `max-age=${'9'.repeat(400)}` }, year],
    [{ 'cache-control': 'no-cache, max-age=600' }, 0],
    [{ 'cache-control': 'max-age=600, no-store' }, 0],
    [{ 'cache-control': 'no-cache="set-cookie", max-age=600' }, 10 * minute],
    [{ pragma: 'no-cache' }, 0],
    [{ pragma: 'no-cache', 'cache-control': 'max-age=600' }, 10 * minute],
    [{ expires: later, date }, 10 * minute],
    [{ expires: later }, 5 * minute],
    [{ expires: date, date: later }, 0],
    [{ expires: 'Monday, 23-Nov-26 08:10:00 GMT', date }, 10 * minute],
    [{ expires: 'Mon Nov 23 08:10:00 2026', date }, 10 * minute],
    [{ expires: '0', date }, 0],
    [{ expires: '-1' }, 0],
    [{ expires: 'never' }, 0],
    [{ 'cache-control': 'private', expires: later, date }, 10 * minute],
  ])('for as long as %o says', (fields, expected) => {
    expect(freshFor(fields, now)).toBe(expected);
  });
});

describe('a server wants to be left alone', () => {
  it.each<[Fields, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '120' }, 2 * minute],
    [{ 'retry-after': ' 0 ' }, 0],
    [{ 'retry-after': later, date }, 10 * minute],
    [{ 'retry-after': later }, 5 * minute],
    [{ 'retry-after': date, date: later }, 0],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': '1.5 hours' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ 'retry-after': '9'.repeat(400) }, year],
  ])('for as long as %o says', (fields, expected) => {
    expect(retryAfter(fields, now)).toBe(expected);
  });
});

describe('whatever headers say', () => {
  const value = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('max-age', '=', '"', ',', ' ', '99', 'no-cache', '<', '>', ';', 'rel=', 'hub'))
      .map((parts) => parts.join('')),
  );

  it('gives sound times or none, and addresses', () => {
    const names = ['cache-control', 'age', 'expires', 'date', 'pragma', 'retry-after', 'link'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (fields) => {
        for (const time of [freshFor(fields, now), retryAfter(fields, now)]) {
          expect(time === undefined || (time >= 0 && time <= year)).toBe(true);
        }
        for (const { url } of linksOf(fields, 'https://a.example/')) expect(URL.canParse(url)).toBe(true);
      }),
    );
  });

  it.each(['a="', '<a>;b,', '<a>; rel="hub ', "<a>;b*=x'", 'max-age=', ', '])(
    'is read in no time: %s',
    (part) => {
      const long = part.repeat(60_000 / part.length);
      const begun = process.cpuUsage();
      linksOf({ link: long }, 'https://a.example/');
      freshFor({ 'cache-control': long }, now);
      const { user } = process.cpuUsage(begun);
      expect(user).toBeLessThan(1_000_000);
    },
  );
});

describe('WebSub’s links', () => {
  const base = 'https://paper.example/a/feed';
  it.each([
    ['<https://hub.example/>; rel="hub"', ['hub https://hub.example/']],
    ['<hub>; rel=hub', ['hub https://paper.example/a/hub']],
    ['</x>; rel="self hub"', ['hub https://paper.example/x', 'self https://paper.example/x']],
    [
      '<https://one.example/>; rel=hub, <https://two.example/>; REL=HUB',
      ['hub https://one.example/', 'hub https://two.example/'],
    ],
    ['</a,b;c>; title="x, <y>; rel=hub"; rel=self', ['self https://paper.example/a,b;c']],
    ['<https://other.example/>; rel=hub; anchor="/other"', []],
    ['<javascript:alert(1)>; rel=hub', []],
    ['<https://a.example/>; rel=alternate', []],
    ['https://a.example/; rel=hub', []],
    ['<https://a.example/; rel=hub', []],
    ['', []],
  ])('are read out of %s', (link, expected) => {
    const links = linksOf({ link }, base).map(({ rel, url }) => `${rel} ${url}`);
    expect(links).toEqual(expected);
  });

  it('are no more than a paper has', () => {
    expect(linksOf({ link: '<https://hub.example/>; rel=hub,'.repeat(1000) }, base)).toHaveLength(5);
  });

  it('may come in several headers', () => {
    const link = ['<https://one.example/>; rel=hub', '<https://two.example/>; rel=self'];
    expect(linksOf({ link }, base)).toHaveLength(2);
  });
});
