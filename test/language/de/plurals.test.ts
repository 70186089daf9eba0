import { describe, expect, test } from 'vitest';
import { termOf } from '../../../src/language/index.ts';

describe('a German plural has the term of its singular', () => {
  test.each([
    ['probleme', 'problem'],
    ['zahlungssystemen', 'zahlungssystem'],
    ['lehrerinnen', 'lehrerin'],
    ['firmen', 'firma'],
    ['museen', 'museum'],
    ['ministerien', 'ministerium'],
    ['fotos', 'foto'],
    ['handys', 'handy'],
    ['regeln', 'regel'],
    ['stauseen', 'stausee'],
  ])('%s, %s', (plural, one) => {
    expect(termOf(plural, 'de')).toBe(termOf(one, 'de'));
  });
});

test.each([
  ['gewinnen', 'gewin'],
  ['kostenlos', 'kostenlo'],
  ['haus', 'hau'],
])('what only ends like one is none: %s', (word, other) => {
  expect(termOf(word, 'de')).not.toBe(termOf(other, 'de'));
});

test('adjectives keep the term of their other forms', () => {
  expect(termOf('kostenlos', 'de')).toBe(termOf('kostenlose', 'de'));
});
