import { describe, expect, test } from 'vitest';
import { languageTags, termOf } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';

function isFoundBy(one: string, other: string, language: LanguageTag): boolean {
  return termOf(one, language) === termOf(other, language);
}

describe('a word that counts', () => {
  test.each([
    ['20e', '20ème', 'fr'],
    ['xxe', '20e', 'fr'],
    ['xviiième', '18e', 'fr'],
    ['ixe', '9e', 'fr'],
    ['ier', '1er', 'fr'],
    ['2nde', '2e', 'fr'],
    ['21st', '21th', 'en'],
  ] as const)('%s is found by %s (%s)', (one, other, language) => {
    expect(isFoundBy(one, other, language)).toBe(true);
  });

  test('is another than the number itself, which counts anything', () => {
    expect(termOf('20e', 'fr')).not.toBe(termOf('20', 'fr'));
    expect(termOf('7th', 'en')).not.toBe(termOf('7', 'en'));
  });

  test.each([
    ['vie', 'fr'],
    ['vive', 'fr'],
    ['vier', 'de'],
    ['er', 'de'],
    ['vixen', 'en'],
  ] as const)('is not %s (%s), which only looks like one', (word, language) => {
    expect(termOf(word, language) ?? '').not.toMatch(/\d/);
  });
});

describe('a decade', () => {
  test.each([
    ['1980s', "1980's", 'en'],
    ['80s', '1980s', 'en'],
    ['80er', '1980er', 'de'],
    ['1980ern', '1980er', 'de'],
  ] as const)('%s is found by %s (%s)', (one, other, language) => {
    expect(isFoundBy(one, other, language)).toBe(true);
  });

  test('of two digits is one of the last century only where it can be no other', () => {
    expect(isFoundBy('20s', '1920s', 'en')).toBe(false);
  });
});

test.each(languageTags)('a number stays as it is (%s)', (language) => {
  for (const number of ['7', '2017', '14.2', '06.05.2017']) expect(termOf(number, language)).toBe(number);
});
