import type { DatabaseSync } from 'node:sqlite';
import type { Comparable } from '../../stories/profiles.ts';
import { decodeAnalysis } from './analysis.ts';
import { keyNamed } from './reading.ts';
import { languageOf, numberOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

/** Reads stored articles as far as they are compared: a little of each, and its words, which are long, where they are asked for. */
export interface Comparables {
  withKey(key: number): Comparable | undefined;
  /** By an id or another name. */
  named(name: string): Comparable | undefined;
}

/** The articles of a database. */
export function createComparables(database: DatabaseSync): Comparables {
  const select = 'SELECT key, id, story, assigned, language, published_at, revision, complete FROM articles';
  const withKey = database.prepare(`${select} WHERE key = ?`);
  const named = database.prepare(`${select} WHERE key = ${keyNamed}`);
  const findAnalysis = database.prepare('SELECT analysis FROM texts WHERE key = ?');

  function comparableOf(row: Row): Comparable {
    return {
      article: {
        id: textOf(row, 'id'),
        language: languageOf(row),
        publishedAt: new Date(numberOf(row, 'published_at')),
        revision: numberOf(row, 'revision'),
        complete: numberOf(row, 'complete') === 1,
      },
      story: textOf(row, 'story'),
      assigned: numberOf(row, 'assigned') === 1,
      get analysis() {
        // What was removed meanwhile says nothing.
        const found = findAnalysis.get(numberOf(row, 'key')) ?? { analysis: '' };
        return decodeAnalysis(textOf(found, 'analysis'));
      },
    };
  }

  const read = (row: Row | undefined) => row && comparableOf(row);
  return {
    withKey: (key) => read(withKey.get(key)),
    named: (name) => read(named.get(name)),
  };
}
