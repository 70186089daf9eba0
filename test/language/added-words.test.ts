import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddedWords, readLexicon, writeEntries } from '../../src/language/index.ts';

const pump = { en: ['heat pump'], fr: ['pompe à chaleur', 'PAC'], de: ['Wärmepumpe'] };
const line = 'heat pump\tpompe à chaleur, PAC\tWärmepumpe';

describe('a word list is read', () => {
  test.each([
    ['as it is', `${line}\n`],
    ['with a byte order mark, and lines that end as on Windows', `\uFEFF${line}\r\n`],
    ['with comments, empty lines and the names of the columns', `# words\ten\tfr\nEN\tFR\tDE\n\n  \n${line}`],
    [
      'with accents of their own, and white space around words',
      ' heat  pump ,\tpompe a\u0300 chaleur , PAC,PAC\t Wa\u0308rmepumpe',
    ],
  ])('%s', (_, text) => {
    expect(readAddedWords(text)).toEqual({ entries: [pump], problems: [], repeated: 0 });
  });

  test('each thing once', () => {
    const { entries, repeated } = readAddedWords(`${line}\ncar\tvoiture\tAuto\n${line}\n`);
    expect([entries.length, repeated]).toEqual([2, 1]);
  });

  test('and written as the lexicon’s own files are', () => {
    expect(readLexicon(writeEntries([pump]))).toEqual([pump]);
  });
});

describe('what is wrong with a line of a word list is told', () => {
  test.each([
    ['car\tvoiture', { kind: 'columns', count: 2 }],
    ['car, voiture, Auto', { kind: 'columns', count: 1 }],
    ['car\tvoiture\tAuto\t', { kind: 'columns', count: 4 }],
    ['car\t , \tAuto', { kind: 'empty', language: 'fr' }],
    ['car\tvoiture\tder', { kind: 'word', language: 'de', word: 'der' }],
    ['car, !\tvoiture\tAuto', { kind: 'word', language: 'en', word: '!' }],
    [`car\tvoiture\t${'a'.repeat(101)}`, { kind: 'long', language: 'de', maximum: 100 }],
    ['car\u0000\tvoiture\tAuto', { kind: 'characters' }],
    ['car\tvoiture\tAuto\u001B[2J', { kind: 'characters' }],
  ])('%s', (text, problem) => {
    expect(readAddedWords(`${line}\n#\n${text}\n`).problems).toEqual([{ line: 3, problem }]);
  });

  test('of any text, which never fails', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'É', '\t', ',', ' ', '#', '\r', '\0') })),
        (lines) => {
          const { entries, problems } = readAddedWords(lines.join('\n'));
          expect(readLexicon(writeEntries(entries))).toEqual(entries);
          expect(problems.every((each) => each.line >= 1)).toBe(true);
        },
      ),
    );
  });
});
