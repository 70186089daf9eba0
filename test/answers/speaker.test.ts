import { describe, expect, test } from 'vitest';
import { wordsNaming } from '../../src/answers/speaker.ts';
import type { LanguageTag } from '../../src/language/index.ts';

const dictionary = new Set(['president', 'prasident', 'ukraine', 'bridge']);

function naming(asked: string, name: string, language: LanguageTag = 'en') {
  const words = asked.split(' ');
  const found = wordsNaming(words, { name, language }, (word) => dictionary.has(word));
  return found.map((at) => words[at]);
}

describe('a question names a speaker', () => {
  test.each([
    ['macron', 'Emmanuel Macron', 'fr'],
    ['emmanuel macron', 'Emmanuel Macron', 'fr'],
    ['emmanuel macron', 'Macron', 'fr'],
    ['emmanuel macron', 'le président Emmanuel Macron', 'fr'],
    ['emmanuel macron', 'Präsident Macron', 'de'],
    ['ursula', 'Ursula von der Leyen', 'de'],
    ['leyen', 'Ursula von der Leyen', 'de'],
  ] as const)('by all of its words: %s is %s (%s)', (asked, name, language) => {
    expect(naming(asked, name, language)).toEqual(asked.split(' '));
  });

  test.each([
    ['macron ukraine', 'Emmanuel Macron', ['macron']],
    ['ukraine macron', 'Emmanuel Macron', ['macron']],
    ['varnholm bridge', 'Elin Tarrow', []],
  ])('by some of them, the others say what about: %s', (asked, name, expected) => {
    expect(naming(asked, name)).toEqual(expected);
  });

  test.each([
    ['brigitte macron', 'Emmanuel Macron'],
    ['emmanuel macron', 'Brigitte Macron'],
    ['emmanuel', 'Macron'],
    ['varnholm', 'the mayor of Varnholm'],
  ])('and nobody else: %s isn’t %s', (asked, name) => {
    expect(naming(asked, name)).toEqual([]);
  });
});
