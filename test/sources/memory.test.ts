import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { recall } from '../../src/sources/polling/memory.ts';

const item = (name: number | string, text = 'Text.') => ({
  url: 'https://paper.example/',
  names: [`paper.example/${name}`],
  title: 'Title',
  text,
});

it('knows what it was given, until it says something else', () => {
  const memory = recall(recall(undefined).with([item(1), item(2)]));
  expect([item(1), item(2), item(3), item(1, 'Other text.')].map(memory.has)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(recall(undefined).has(item(1))).toBe(false);
});

it('knows an item by its address where it has no other name', () => {
  const { names: _, ...unnamed } = item(1);
  expect(recall(recall(undefined).with([unnamed])).has(unnamed)).toBe(true);
});

it('remembers what left the feed for hundreds of items, and what is in it whatever their number', () => {
  let written = '';
  for (let read = 0; read < 100; read += 1) {
    written = recall(written).with(Array.from({ length: 10 }, (_, index) => item(10 * read + index)));
  }
  const memory = recall(written);
  const known = Array.from({ length: 1000 }, (_, index) => memory.has(item(index)));
  expect(known.indexOf(true)).toBe(500);
  expect(known.lastIndexOf(false)).toBe(499);
  const many = Array.from({ length: 2000 }, (_, index) => item(`many-${index}`));
  expect(many.every(recall(recall(written).with(many)).has)).toBe(true);
});

it('takes any words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, text) => {
      expect(recall(recall(undefined).with([item(name, text)])).has(item(name, text))).toBe(true);
    }),
  );
});
