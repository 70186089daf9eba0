import { describe, expect, test } from 'vitest';
import { cognatesOf } from '../../src/language/cognates.ts';

describe('the spellings that a word may have in another language', () => {
  test.each([
    ['demokratie', 'de', 'en', 'democracy'],
    ['universite', 'fr', 'en', 'university'],
    ['universitat', 'de', 'fr', 'universite'],
    ['journalism', 'en', 'de', 'journalismus'],
    ['meteorologue', 'fr', 'en', 'meteorologist'],
    ['magician', 'en', 'fr', 'magicien'],
    ['privatise', 'en', 'de', 'privatisieren'],
    ['autobiography', 'en', 'de', 'autobiografie'],
    ['militaire', 'fr', 'en', 'military'],
    ['nucleaire', 'fr', 'en', 'nuclear'],
    ['physique', 'fr', 'en', 'physics'],
    ['minor', 'en', 'fr', 'mineur'],
    ['central', 'en', 'de', 'zentral'],
    ['kommerziell', 'de', 'en', 'commercial'],
    ['organisation', 'fr', 'de', 'organisierung'],
    ['competent', 'en', 'de', 'kompetent'],
    ['public', 'fr', 'de', 'publik'],
    ['critic', 'en', 'de', 'kritik'],
    ['modern', 'en', 'fr', 'moderne'],
    ['azalee', 'fr', 'de', 'azale'],
  ] as const)('%s (%s) may be, in %s, %s', (word, from, to, cognate) => {
    expect(cognatesOf(word, from, to)).toContain(cognate);
  });

  test('are by one long ending alone, each once, without the word itself', () => {
    expect(cognatesOf('minor', 'en', 'de')).toEqual(['mineur']);
    expect(cognatesOf('tennis', 'en', 'de')).toEqual(['tennise']);
    expect(cognatesOf('tennis', 'en', 'fr')).toEqual(['tennise']);
  });

  test.each([
    ['it is short', 'club', 'en', 'de'],
    ['hardly anything stands before its ending', 'nation', 'en', 'de'],
    ['it holds more than plain letters', 'b4sics', 'en', 'de'],
  ] as const)('are none where %s', (_, word, from, to) => {
    expect(cognatesOf(word, from, to)).toEqual([]);
  });
});
