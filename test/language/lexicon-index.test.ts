import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languageTags, namesOfTheWorld, readLexicon, terms } from '../../src/language/index.ts';
import { indexPhrases } from '../../src/language/lexicon-index.ts';

const directory = new URL('../../src/language/lexicon/', import.meta.url);
const files = readdirSync(directory, { encoding: 'utf8', recursive: true }).filter((name) =>
  name.endsWith('.tsv'),
);
const own = files.flatMap((name) => readLexicon(readFileSync(new URL(name, directory), 'utf8')));
const entries = [...own, ...namesOfTheWorld()];

describe.each(languageTags)('the index of the lexicon’s %s', (language) => {
  test('finds every entry by each of its terms', () => {
    const find = indexPhrases(entries, language);
    const missed = entries.flatMap((entry) =>
      entry[language]
        .flatMap((text) => terms(text, language))
        .filter((term) => !find(term).some((phrase) => phrase.entry === entry)),
    );
    expect(missed).toEqual([]);
  });
});

test('an index finds words that become shorter ones, and nothing under other terms', () => {
  const entry = { en: ['dying'], fr: ['mourant'], de: ['sterbend'] };
  const find = indexPhrases([entry], 'en');
  expect(find('die')).toEqual([{ terms: ['die'], entry }]);
  expect(find('dying')).toEqual([]);
});
