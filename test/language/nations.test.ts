import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createLexicon, readLexicon, terms } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';

const file = new URL('../../src/language/lexicon/nations.tsv', import.meta.url);
const lexicon = createLexicon(readLexicon(readFileSync(file, 'utf8')));

test.each([
  ['German', 'en', 'allemand', 'fr'],
  ['Deutscher', 'de', 'German', 'en'],
  ['Französin', 'de', 'French', 'en'],
  ['polonaise', 'fr', 'polnisch', 'de'],
  ['Swede', 'en', 'suédois', 'fr'],
  ['schottische', 'de', 'Scot', 'en'],
  ['turque', 'fr', 'Türke', 'de'],
  ['South Koreans', 'en', 'südkoreanisch', 'de'],
  ['Ukrainerin', 'de', 'ukrainien', 'fr'],
  ['New Zealander', 'en', 'néo-zélandais', 'fr'],
] as const)('“%s” (%s) may be called “%s” (%s)', (given, from, called, to: LanguageTag) => {
  const words = given.toLowerCase().split(' ');
  const [found] = lexicon.translate(words, from, to);
  expect(found).toMatchObject({ from: 0, count: words.length, isGuess: false });
  expect(found?.translations.map((each) => each.terms.join(' '))).toContain(terms(called, to).join(' '));
});
