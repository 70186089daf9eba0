import type { DatabaseSync } from 'node:sqlite';
import type { FollowedSource, SourceState } from '../../sources/store.ts';
import type { TextKey } from '../../texts.ts';
import { transact } from './database.ts';
import { languageOf, numberOf, optionalNumberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

const columns = 'url, name, language, bookmark, due_at, read_at, failures, failure';

/** Reads the followed sources. */
export interface SourceReader {
  sources(): readonly FollowedSource[];
  dueSources(question: { readonly now: Date; readonly limit: number }): readonly FollowedSource[];
}

/** Writes the followed sources. */
export interface SourceWriter {
  addSources(question: {
    readonly sources: readonly Pick<FollowedSource, 'url' | 'name' | 'language'>[];
    readonly now: Date;
  }): number;
  settleSource(question: { readonly url: string; readonly state: SourceState }): void;
  removeSource(url: string): boolean;
}

/** The read side of sources. */
export function createSourceReader(database: DatabaseSync): SourceReader {
  const list = database.prepare(`SELECT ${columns} FROM sources ORDER BY name COLLATE NOCASE, url`);
  const due = database.prepare(
    `SELECT ${columns} FROM sources WHERE due_at <= ? ORDER BY due_at, url LIMIT ?`,
  );
  return {
    sources: () => list.all().map(sourceOf),
    dueSources: ({ now, limit }) => due.all(now.getTime(), limit).map(sourceOf),
  };
}

/** The write side of sources. */
export function createSourceWriter(database: DatabaseSync): SourceWriter {
  const insert = database.prepare(`
    INSERT INTO sources (url, name, language, due_at, failures) VALUES (?, ?, ?, ?, 0) ON CONFLICT DO NOTHING`);
  const settle = database.prepare(`
    UPDATE sources SET bookmark = ?, due_at = ?, read_at = ?, failures = ?, failure = ? WHERE url = ?`);
  const remove = database.prepare('DELETE FROM sources WHERE url = ?');
  return {
    addSources: ({ sources, now }) =>
      transact(database, () => {
        let added = 0;
        for (const { url, name, language } of sources) {
          added += Number(insert.run(url, name, language ?? null, now.getTime()).changes);
        }
        return added;
      }),
    settleSource({ url, state }) {
      const { bookmark, dueAt, readAt, failures, failure } = state;
      const read = readAt?.getTime() ?? null;
      settle.run(bookmark ?? null, dueAt.getTime(), read, failures, failure ?? null, url);
    },
    removeSource: (url) => Number(remove.run(url).changes) > 0,
  };
}

function sourceOf(row: Row): FollowedSource {
  const bookmark = optionalTextOf(row, 'bookmark');
  const readAt = optionalNumberOf(row, 'read_at');
  const failure = optionalTextOf(row, 'failure');
  return {
    url: textOf(row, 'url'),
    name: textOf(row, 'name'),
    ...(row['language'] !== null && { language: languageOf(row) }),
    ...(bookmark !== undefined && { bookmark }),
    dueAt: new Date(numberOf(row, 'due_at')),
    ...(readAt !== undefined && { readAt: new Date(readAt) }),
    failures: numberOf(row, 'failures'),
    ...(failure !== undefined && isTextKey(failure) && { failure }),
  };
}

/** Only keys of texts are written; one that was renamed since would show as itself until the next read. */
function isTextKey(key: string): key is TextKey {
  return key.includes('.');
}
