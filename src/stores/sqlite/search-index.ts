import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { LanguageTag } from '../../language/language.ts';
import type { Analysis } from '../../stories/analysis.ts';
import { bodyOf } from './analysis.ts';
import { transact } from './database.ts';
import { createTable, tableOf } from './full-text.ts';

/** An article as the index sees it. */
export interface Indexed {
  readonly key: number;
  readonly language: LanguageTag;
  readonly analysis: Analysis;
  /** Folded words that compounds could be made of. */
  readonly parts: ReadonlySet<string>;
}

/** What one transaction changes in the full-text tables and in the counts that go with them. */
export interface IndexChanges {
  readonly removed: readonly Indexed[];
  readonly added: readonly Indexed[];
}

/** The write side of the search index. */
export interface SearchIndex {
  /** Makes room for articles in these languages, in a transaction of its own: a table must not vanish in a rollback. */
  prepare(languages: Iterable<LanguageTag>): void;
  /** Applies changes, inside the transaction of whoever calls. */
  change(changes: IndexChanges): void;
}

/** How much the counts of one language grow or shrink. */
interface Difference {
  articles: number;
  length: number;
  readonly terms: Map<string, number>;
  readonly words: Map<string, number>;
}

/** The search index of a database. */
export function createSearchIndex(database: DatabaseSync): SearchIndex {
  const tables = new Map<LanguageTag, { readonly insert: StatementSync; readonly remove: StatementSync }>();
  const countCollection = database.prepare(`
    INSERT INTO collections (language, articles, length) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, length = length + excluded.length`);
  const countTerm = database.prepare(`
    INSERT INTO terms (language, term, frequency) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET frequency = frequency + excluded.frequency`);
  const dropTerm = database.prepare('DELETE FROM terms WHERE language = ? AND term = ? AND frequency <= 0');
  const countWord = database.prepare(`
    INSERT INTO words (language, word, reversed, frequency) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET frequency = frequency + excluded.frequency`);
  const dropWord = database.prepare('DELETE FROM words WHERE language = ? AND word = ? AND frequency <= 0');

  function tableFor(language: LanguageTag) {
    const known = tables.get(language);
    if (known !== undefined) return known;
    const table = {
      insert: database.prepare(`INSERT INTO ${tableOf(language)} (rowid, title, body) VALUES (?, ?, ?)`),
      remove: database.prepare(`DELETE FROM ${tableOf(language)} WHERE rowid = ?`),
    };
    tables.set(language, table);
    return table;
  }

  function count(language: LanguageTag, { articles, length, terms, words }: Difference): void {
    countCollection.run(language, articles, length);
    for (const [term, difference] of inOrder(terms)) {
      countTerm.run(language, term, difference);
      if (difference < 0) dropTerm.run(language, term);
    }
    for (const [word, difference] of inOrder(words)) {
      countWord.run(language, word, reverse(word), difference);
      if (difference < 0) dropWord.run(language, word);
    }
  }

  return {
    prepare(languages) {
      const missing = [...new Set(languages)].filter((language) => !tables.has(language));
      if (missing.length === 0) return;
      transact(database, () => {
        for (const language of missing) createTable(database, language);
      });
    },
    change({ removed, added }) {
      // In the order of keys: FTS5 flushes what it has gathered whenever a key is below the one before.
      for (const { key, language } of removed.toSorted(byKey)) tableFor(language).remove.run(key);
      for (const { key, language, analysis } of added.toSorted(byKey)) {
        tableFor(language).insert.run(key, analysis.title, bodyOf(analysis));
      }
      const differences = new Map<LanguageTag, Difference>();
      for (const indexed of removed) note(differences, indexed, -1);
      for (const indexed of added) note(differences, indexed, 1);
      for (const [language, difference] of differences) count(language, difference);
    },
  };
}

function byKey(one: Indexed, other: Indexed): number {
  return one.key - other.key;
}

function note(differences: Map<LanguageTag, Difference>, indexed: Indexed, sign: 1 | -1): void {
  const { language, analysis, parts } = indexed;
  const difference = differences.get(language) ?? {
    articles: 0,
    length: 0,
    terms: new Map(),
    words: new Map(),
  };
  differences.set(language, difference);
  const terms = `${analysis.title} ${bodyOf(analysis)}`.split(' ').filter((term) => term !== '');
  difference.articles += sign;
  difference.length += sign * terms.length;
  for (const term of new Set(terms)) increase(difference.terms, term, sign);
  for (const word of parts) increase(difference.words, word, sign);
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Sorted, so that neighbours in the table are written one after the other; what cancels out is left alone. */
function inOrder(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts]
    .filter(([, difference]) => difference !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A word read from its end, so that endings can be looked up like beginnings. */
export function reverse(word: string): string {
  return [...word].reverse().join('');
}
