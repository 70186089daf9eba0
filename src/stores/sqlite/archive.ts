import type { DatabaseSync } from 'node:sqlite';
import { compoundParts } from '../../stories/analyse.ts';
import type { Archive, Dated, Version } from '../../stories/archive.ts';
import { decodeAnalysis } from './analysis.ts';
import { isIndexed } from './article-rows.ts';
import { transact } from './database.ts';
import type { Threads } from './index.ts';
import { keyNamed, snapshot } from './reading.ts';
import { languageOf, numberOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';
import type { Indexed, SearchIndex } from './search-index.ts';

/** Reads what the archive keeps. */
export interface ArchiveReader {
  versions(id: string): readonly Version[];
  pending(question: { readonly arrivedSince: Date; readonly limit: number }): readonly Dated[];
}

/** Writes the archive. */
export interface ArchiveWriter {
  withdraw(question: { readonly id: string; readonly at: Date }): boolean;
  prune(arrivedBefore: Date): number;
}

/** Articles removed in one transaction, so that other writing gets its turn. */
const prunedAtOnce = 200;
/** Pages of the file given back to the system after each. */
const pagesGivenBack = 2000;

/** The port of the archive on the threads of a database. */
export function createArchive({ reader, writer }: Threads): Archive {
  return {
    versions: (id) => reader().call('versions', id),
    withdraw: (id, at) => writer.call('withdraw', { id, at }),
    pending: (arrivedSince, limit) => reader().call('pending', { arrivedSince, limit }),
    prune: (arrivedBefore) => writer.call('prune', arrivedBefore),
  };
}

/** The read side of the archive. */
export function createArchiveReader(database: DatabaseSync): ArchiveReader {
  const before = database.prepare(`
    SELECT revision, title, text, read_at FROM revisions
    WHERE key = ${keyNamed} ORDER BY revision`);
  const current = database.prepare(`
    SELECT revision, title, text, revised_at AS read_at FROM articles JOIN texts USING (key) WHERE key = ${keyNamed}`);
  const waiting = database.prepare(
    'SELECT id, published_at FROM articles WHERE assigned = 0 ORDER BY key LIMIT ?',
  );
  const arrived = database.prepare(`
    SELECT id, published_at FROM articles WHERE arrived_at >= ? AND assigned = 1 ORDER BY arrived_at DESC, key LIMIT ?`);
  return {
    versions: (id) =>
      snapshot(database, () => [...before.all(id), ...current.all(id)]).map((row) => ({
        revision: numberOf(row, 'revision'),
        title: textOf(row, 'title'),
        text: textOf(row, 'text'),
        readAt: new Date(numberOf(row, 'read_at')),
      })),
    pending: ({ arrivedSince, limit }) =>
      snapshot(database, () => {
        const first = waiting.all(limit);
        if (first.length === 0) return [];
        return [...first, ...arrived.all(arrivedSince.getTime(), limit - first.length)];
      }).map((row) => ({
        id: textOf(row, 'id'),
        publishedAt: new Date(numberOf(row, 'published_at')),
      })),
  };
}

/** The write side of the archive. */
export function createArchiveWriter(database: DatabaseSync, index: SearchIndex): ArchiveWriter {
  const columns = 'key, language, title, analyser, withdrawn_at, text, analysis';
  const find = database.prepare(
    `SELECT ${columns} FROM articles JOIN texts USING (key) WHERE key = ${keyNamed}`,
  );
  const withdraw = database.prepare('UPDATE articles SET withdrawn_at = ? WHERE key = ?');
  const outdated = database.prepare(`
    SELECT ${columns} FROM articles AS old JOIN texts USING (key)
    WHERE arrived_at < ?1 AND NOT EXISTS (
      SELECT 1 FROM articles WHERE story = old.story AND arrived_at >= ?1)
    ORDER BY arrived_at LIMIT ${prunedAtOnce}`);
  const removals = ['revisions', 'names', 'texts', 'articles'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE key = ?`),
  );
  return {
    withdraw: ({ id, at }) =>
      transact(database, () => {
        const row = find.get(id);
        if (row === undefined || row['withdrawn_at'] !== null) return false;
        index.change({ removed: indexedOf(row), added: [] });
        withdraw.run(at.getTime(), numberOf(row, 'key'));
        return true;
      }),
    prune(arrivedBefore) {
      const removed = transact(database, () => {
        const rows = outdated.all(arrivedBefore.getTime());
        index.change({ removed: rows.flatMap(indexedOf), added: [] });
        for (const row of rows) for (const removal of removals) removal.run(numberOf(row, 'key'));
        return rows.length;
      });
      if (removed > 0) database.exec(`PRAGMA incremental_vacuum(${pagesGivenBack})`);
      return removed;
    },
  };
}

/** What the index knows of an article; nothing, where it doesn't know it. */
function indexedOf(row: Row): readonly Indexed[] {
  if (!isIndexed(row)) return [];
  const article = { title: textOf(row, 'title'), text: textOf(row, 'text'), language: languageOf(row) };
  return [
    {
      key: numberOf(row, 'key'),
      language: article.language,
      analysis: decodeAnalysis(textOf(row, 'analysis')),
      parts: compoundParts(article),
    },
  ];
}
