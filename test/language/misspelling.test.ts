import { expect, test } from 'vitest';
import { mayBeMisspelt } from '../../src/language/index.ts';

test.each([
  ['a letter left out', 'exelsior', 'excelsior'],
  ['a letter too many', 'harrbour', 'harbour'],
  ['another letter', 'herbour', 'harbour'],
  ['two swapped', 'modlu', 'moldu'],
  ['two wrong letters of eight', 'harbuors', 'horbours'],
  ['two wrong letters of a long word', 'telecomunicacion', 'telecommunication'],
])('%s: “%s” may be “%s”', (_, word, other) => {
  expect(mayBeMisspelt(word, other)).toBe(true);
});

test.each([
  ['two wrong letters of a short one', 'harber', 'harbour'],
  ['two wrong letters of seven', 'herbuor', 'harbour'],
  ['three of a long one', 'telecominikation', 'telecommunication'],
  ['a short word', 'port', 'fort'],
  ['a word of four letters', 'port', 'post'],
  ['another first letter', 'winter', 'minter'],
  ['a number', '19905', '19915'],
  ['a much longer word', 'harbour', 'harbourmaster'],
])('%s: “%s” is not “%s”', (_, word, other) => {
  expect(mayBeMisspelt(word, other)).toBe(false);
});
