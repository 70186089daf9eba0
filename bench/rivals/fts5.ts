import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { forEachLanguage } from '../../src/language/index.ts';
import { isStopWord, titleBoost, wanted } from './engine.ts';
import type { Engine } from './engine.ts';

/** SQLite's full-text search alone (https://sqlite.org/fts5.html), a table a language; it has no stemmers for French and German. */
export async function openFts5(directory: string): Promise<Engine> {
  const database = new DatabaseSync(join(directory, 'fts5.db'));
  const tables = forEachLanguage((language) => {
    const table = `articles_${language}`;
    database.exec(`CREATE VIRTUAL TABLE ${table} USING fts5(
      id UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 2")`);
    return {
      insert: database.prepare(`INSERT INTO ${table} (id, title, body) VALUES (?, ?, ?)`),
      search: database.prepare(`SELECT id FROM ${table} WHERE ${table} MATCH ?
        ORDER BY bm25(${table}, 0, ${titleBoost}, 1) LIMIT ${wanted}`),
    };
  });
  return {
    async add(documents) {
      database.exec('BEGIN');
      for (const { id, language, title, text } of documents) tables[language].insert.run(id, title, text);
      database.exec('COMMIT');
    },
    async search(asked) {
      const words = asked.text.match(/[\p{L}\p{N}]+/gu) ?? [];
      const telling = words.filter((word) => !isStopWord(word, asked.language));
      if (telling.length === 0) return [];
      const expression = telling.map((word) => `"${word}"`).join(' OR ');
      return tables[asked.in].search.all(expression).map((row) => String(row['id']));
    },
    async close() {
      database.close();
    },
  };
}
