import type { DatabaseSync } from 'node:sqlite';
import { analyse, compoundParts } from '../../stories/analyse.ts';
import { analyserVersion } from '../../stories/analysis.ts';
import { encodeAnalysis } from './analysis.ts';
import { transact } from './database.ts';
import { tableOf } from './full-text.ts';
import { isIndexCurrent, property, setProperty } from './properties.ts';
import { languageOf, numberOf, textOf } from './rows.ts';
import type { SearchIndex } from './search-index.ts';

/** Articles analysed again in one transaction, so that reading and other writing get their turn. */
const chunk = 64;

/** What is left to do: nothing, or to call again. */
export type Progress = 'done' | 'more';

/**
 * Brings the index to this program's analyser, a chunk a call, newest articles first. Every chunk is durable: after a
 * kill the work goes on where it was. Until it is done, articles that wait can be read but not found.
 */
export function createReanalysis(database: DatabaseSync, index: SearchIndex): () => Progress {
  const waiting = database.prepare(`
    SELECT key, language, title, text FROM articles JOIN texts USING (key)
    WHERE analyser = 0 AND withdrawn_at IS NULL AND key < ? ORDER BY key DESC LIMIT ${chunk}`);
  const isWaiting = database.prepare('SELECT 1 FROM articles WHERE key = ? AND analyser = 0');
  const update = database.prepare('UPDATE texts SET analysis = ? WHERE key = ?');
  const mark = database.prepare(`UPDATE articles SET analyser = ${analyserVersion} WHERE key = ?`);
  let before = Number.MAX_SAFE_INTEGER;

  return () => {
    if (isIndexCurrent(database)) return 'done';
    empty(database);
    const analysed = waiting.all(before).map((row) => {
      const article = { language: languageOf(row), title: textOf(row, 'title'), text: textOf(row, 'text') };
      const { language } = article;
      return {
        key: numberOf(row, 'key'),
        language,
        analysis: analyse(article),
        parts: compoundParts(article),
      };
    });
    return transact(database, () => {
      // Another process may have revised or analysed some meanwhile.
      const added = analysed.filter(({ key }) => isWaiting.get(key) !== undefined);
      for (const { key, analysis } of added) {
        update.run(encodeAnalysis(analysis), key);
        mark.run(key);
      }
      index.change({ removed: [], added });
      before = analysed.at(-1)?.key ?? before;
      if (analysed.length > 0) return 'more';
      setProperty(database, 'waiting', 0);
      return 'done';
    });
  };
}

/** Takes what another analyser found out of the index, and marks every article as not indexed. */
function empty(database: DatabaseSync): void {
  transact(database, () => {
    if (property(database, 'analyser') === analyserVersion) return;
    for (const row of database.prepare('SELECT language FROM collections').all()) {
      const table = tableOf(languageOf(row));
      database.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
    }
    database.exec(`
      DELETE FROM terms;
      DELETE FROM words;
      UPDATE collections SET articles = 0, length = 0;
      UPDATE articles SET analyser = 0`);
    setProperty(database, 'waiting', 1);
    setProperty(database, 'analyser', analyserVersion);
  });
}
