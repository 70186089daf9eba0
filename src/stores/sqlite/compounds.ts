import type { DatabaseSync } from 'node:sqlite';
import type * as knowledge from '../../language/compounds.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Compounds } from '../../stories/store.ts';
import { numberOf, textOf } from './rows.ts';
import { reverse } from './search-index.ts';

/** Compounds listed at the most. */
const listed = 12;
/** Words looked at for each way to begin or end, the most frequent. */
const considered = 60;
const lastCharacter = '\u{10ffff}';
/** Shorter words stand at the ends of too many others by chance. */
const shortestWord = 4;

/** Words whose compounds are asked for. */
export interface CompoundQuestion {
  readonly language: LanguageTag;
  readonly words: readonly string[];
}

/** Finds what the stored words know of the compounds of some words. */
export function createCompoundReader(
  database: DatabaseSync,
): (question: CompoundQuestion) => Promise<readonly Compounds[]> {
  const hasWords = database.prepare('SELECT 1 FROM words WHERE language = ? LIMIT 1');
  const find = database.prepare('SELECT frequency FROM words WHERE language = ? AND word = ?');
  const select = (column: string) =>
    database.prepare(`
      SELECT word, frequency FROM words WHERE language = ? AND ${column} > ? AND ${column} < ?
      ORDER BY frequency DESC, word LIMIT ${considered}`);
  const beginning = select('word');
  const ending = select('reversed');

  return async ({ language, words }) => {
    if (hasWords.get(language) === undefined) return words.map(() => ({ wholes: [], parts: [] }));
    // Loaded when first needed: the word lists take memory, and not every process asks for compounds.
    const loaded = await import('../../language/compounds.ts');
    return words.map((word) => findOne(loaded, language, word));
  };

  function findOne(
    { endings, holdsPart, splitCompound }: typeof knowledge,
    language: LanguageTag,
    word: string,
  ): Compounds {
    const frequency = (word: string) => {
      const row = find.get(language, word);
      return row === undefined ? 0 : numberOf(row, 'frequency');
    };
    const parts = splitCompound(word, language, frequency);
    const wholes = new Map<string, number>();
    if ([...word].length >= shortestWord) {
      const stem = word.endsWith('e') ? word.slice(0, -1) : word;
      const ends = ['', ...endings].map((end) => reverse(word + end));
      const rows = [
        ...beginning.all(language, stem, stem + lastCharacter),
        ...ends.flatMap((end) => ending.all(language, end, end + lastCharacter)),
      ];
      for (const row of rows) wholes.set(textOf(row, 'word'), numberOf(row, 'frequency'));
    }
    return {
      wholes: [...wholes]
        .sort(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1))
        .map(([whole]) => whole)
        .filter((whole) => holdsPart(whole, word, language, frequency))
        .slice(0, listed),
      parts: parts.length > 1 ? parts : [],
    };
  }
}
