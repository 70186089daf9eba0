import { expect, test } from 'vitest';
import { wordList, wordValues } from '../../src/language/word-list.ts';

test('words are listed between any white space, in paragraphs', () => {
  expect(wordList('  he she\n  it ', 'they')).toEqual(['he', 'she', 'it', 'they']);
  expect(wordList('', ' \n')).toEqual([]);
});

test('numbers stand behind their words', () => {
  expect(wordValues(' two=2\n million=1e6')).toEqual({ two: 2, million: 1_000_000 });
});
