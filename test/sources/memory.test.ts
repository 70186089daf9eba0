import { expect, it } from 'vitest';
import { digest, type Memorable, recall, remember } from '../../src/sources/polling/memory.ts';

function item(name: number | string, parts: Partial<Memorable> = {}): Memorable {
  return {
    name: digest(String(name)),
    print: digest('text'),
    written: digest(`written ${name}`),
    address: digest(`address ${name}`),
    guid: '',
    publishedAt: new Date('2026-11-25T08:00:00Z'),
    ...parts,
  };
}

it('is written down and read again', () => {
  const items = [
    item(1),
    item(2, { guid: digest('guid'), written: '' }),
    item(3, { publishedAt: undefined }),
  ];
  expect(recall(remember(items, []))).toEqual(items);
  expect(recall(undefined)).toEqual([]);
  expect(recall('')).toEqual([]);
});

it('holds each item once, as it is now', () => {
  const now = [item(1, { print: digest('other text') }), item(1), item(2)];
  expect(recall(remember(now, [item(1), item(3)]))).toEqual([now[0], now[2], item(3)]);
});

it('holds what left the feed for hundreds of items, and what is in it whatever their number', () => {
  let written: string | undefined;
  for (let read = 0; read < 100; read += 1) {
    const now = Array.from({ length: 10 }, (_, index) => item(10 * read + index));
    written = remember(now, recall(written));
  }
  const names = new Set(recall(written).map(({ name }) => name));
  const known = Array.from({ length: 1000 }, (_, index) => names.has(item(index).name));
  expect([known.filter(Boolean).length, known.indexOf(true)]).toEqual([500, 500]);
  const many = Array.from({ length: 2000 }, (_, index) => item(`many ${index}`));
  expect(recall(remember(many, recall(written))).slice(0, 2000)).toEqual(many);
});
