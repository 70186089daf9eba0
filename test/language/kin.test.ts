import { describe, expect, test } from 'vitest';
import { kinOf, languageTags, languages, terms } from '../../src/language/index.ts';

describe('kin of a word', () => {
  test.each([
    ['died', 'en', 'death'],
    ['theft', 'en', 'steal'],
    ['died', 'en', 'killed'],
    ['married', 'en', 'husband'],
    ['verheiratet', 'de', 'Ehefrau'],
    ['mariée', 'fr', 'époux'],
    ['starben', 'de', 'Tote'],
    ['Flucht', 'de', 'fliehen'],
    ['mort', 'fr', 'décès'],
    ['vainqueur', 'fr', 'gagner'],
  ] as const)('are words that its stem keeps apart: %s (%s), %s', (word, language, other) => {
    expect(kinOf(word, language)).toContain(terms(other, language)[0]);
  });

  test('are none of most words, and never the word itself', () => {
    expect(kinOf('harbour', 'en')).toEqual([]);
    expect(kinOf('death', 'en')).not.toContain(terms('death', 'en')[0]);
  });
});

test.each(languageTags)('each family of words in %s holds several words', (tag) => {
  const families = languages[tag].kin.split('|').map((list) => list.trim().split(/\s+/));
  expect(families.filter((family) => family.length < 2 || family.includes(''))).toEqual([]);
});
