import { expect, test } from 'vitest';
import { nameOfLanguage } from '../../src/language/index.ts';

test.each([
  ['de', 'en', 'German'],
  ['de', 'fr', 'allemand'],
  ['fr', 'de', 'Französisch'],
  ['en', 'en', 'English'],
] as const)('%s is called, in %s, %s', (tag, language, name) => {
  expect(nameOfLanguage(tag, language)).toBe(name);
});
