import type { DatabaseSync } from 'node:sqlite';
import type { LanguageTag } from '../../language/language.ts';
import type { Compounds } from '../../stories/store.ts';
import { textOf } from './rows.ts';
import { reverse } from './search-index.ts';

/** Compounds listed at the most. */
const listed = 12;
const lastCharacter = '\u{10ffff}';

/** Finds what the stored words know of a word's compounds. */
export function createCompoundReader(
  database: DatabaseSync,
): (question: { readonly language: LanguageTag; readonly word: string }) => Compounds {
  const select = (column: string) =>
    database.prepare(`
      SELECT word, frequency FROM words WHERE language = ? AND ${column} > ? AND ${column} < ?
      ORDER BY frequency DESC, word LIMIT ${listed}`);
  const beginning = select('word');
  const ending = select('reversed');
  return ({ language, word }) => {
    if (word === '') return { wholes: [], parts: [] };
    const found = [
      ...beginning.all(language, word, word + lastCharacter),
      ...ending.all(language, reverse(word), reverse(word) + lastCharacter),
    ];
    return { wholes: [...new Set(found.map((row) => textOf(row, 'word')))].slice(0, listed), parts: [] };
  };
}
