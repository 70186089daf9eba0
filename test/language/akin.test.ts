import { expect, test } from 'vitest';
import { areAkin } from '../../src/language/index.ts';

test.each([
  ['destroy', 'destruct'],
  ['naturalis', 'natur'],
  ['expans', 'expand'],
  ['norveg', 'norvegien'],
  ['paris', 'pari'],
  ['pari', 'parisien'],
])('%s and %s are akin', (one, other) => {
  expect([areAkin(one, other), areAkin(other, one)]).toEqual([true, true]);
});

test.each([
  ['port', 'portmanteau'],
  ['car', 'cart'],
  ['ship', 'shop'],
  ['winter', 'printer'],
  ['1990', '1991'],
  ['20251', '20252'],
  ['nation', 'ration'],
  ['sport', 'sportstadien'],
  ['', ''],
])('%s and %s are not', (one, other) => {
  expect([areAkin(one, other), areAkin(other, one)]).toEqual([false, false]);
});
