import type { DatabaseSync } from 'node:sqlite';
import type {
  ClaimedSource,
  FollowedSource,
  NewSource,
  SourceChange,
  SourceState,
  SourceStatus,
} from '../../sources/store.ts';
import type { TextKey } from '../../texts.ts';
import { transact, transactLoosely } from './database.ts';
import { languageOf, numberOf, optionalNumberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

const columns =
  'url, name, language, channel, status, told, bookmark, due_at, read_at, read_interval, failures, failure';

/** Reads the followed sources. */
export interface SourceReader {
  sources(): readonly FollowedSource[];
}

/** Writes the followed sources. */
export interface SourceWriter {
  addSources(question: { readonly sources: readonly NewSource[]; readonly now: Date }): number;
  claimSources(question: {
    readonly now: Date;
    readonly limit: number;
    readonly until: Date;
    readonly only?: string;
  }): readonly ClaimedSource[];
  settleSource(question: {
    readonly url: string;
    readonly state: SourceState;
    readonly memory?: string;
  }): void;
  changeSource(question: { readonly url: string; readonly change: SourceChange }): boolean;
  removeSource(url: string): boolean;
}

/** The read side of sources. */
export function createSourceReader(database: DatabaseSync): SourceReader {
  const list = database.prepare(`SELECT ${columns} FROM sources ORDER BY name COLLATE NOCASE, url`);
  return { sources: () => list.all().map(sourceOf) };
}

/** The write side of sources. How a read went is written loosely: a source whose state a power cut takes back is read again. */
export function createSourceWriter(database: DatabaseSync): SourceWriter {
  const insert = database.prepare(`
    INSERT INTO sources (url, name, language, channel, due_at, failures) VALUES (?, ?, ?, ?, ?, 0)
    ON CONFLICT DO NOTHING`);
  const due = database.prepare(`
    SELECT ${columns}, memory FROM sources
    WHERE due_at <= ? AND status IN ('active', 'asleep') ORDER BY due_at, url LIMIT ?`);
  const named = database.prepare(`
    SELECT ${columns}, memory FROM sources WHERE url = ? AND status IN ('active', 'asleep')`);
  const postpone = database.prepare('UPDATE sources SET due_at = ? WHERE url = ?');
  const settle = database.prepare(`
    UPDATE sources
    SET status = iif(status = 'paused', status, ?), bookmark = ?, memory = coalesce(?, memory), due_at = ?, read_at = ?,
      read_interval = ?, failures = ?, failure = ?
    WHERE url = ?`);
  const exists = database.prepare('SELECT 1 FROM sources WHERE url = ?');
  const change = database.prepare(`
    UPDATE sources
    SET url = coalesce(?, url), status = coalesce(?, status), told = coalesce(?, told), due_at = coalesce(?, due_at),
      failures = coalesce(?, failures)
    WHERE url = ?`);
  const remove = database.prepare('DELETE FROM sources WHERE url = ?');
  return {
    addSources: ({ sources, now }) =>
      transact(database, () => {
        let added = 0;
        for (const { url, name, language, channel } of sources) {
          added += Number(insert.run(url, name, language ?? null, channel ?? null, now.getTime()).changes);
        }
        return added;
      }),
    claimSources: ({ now, limit, until, only }) =>
      transactLoosely(database, () => {
        const rows = only === undefined ? due.all(now.getTime(), limit) : named.all(only);
        const claimed = rows.map(claimedOf);
        for (const { url } of claimed) postpone.run(until.getTime(), url);
        return claimed;
      }),
    settleSource({ url, state, memory }) {
      const { status, bookmark, dueAt, readAt, interval, failures, failure } = state;
      transactLoosely(database, () =>
        settle.run(
          status,
          bookmark ?? null,
          memory ?? null,
          dueAt.getTime(),
          readAt?.getTime() ?? null,
          interval ?? null,
          failures,
          failure ?? null,
          url,
        ),
      );
    },
    changeSource: ({ url, change: { url: next, status, told, dueAt, failures } }) =>
      transact(database, () => {
        if (next !== undefined && next !== url && exists.get(next) !== undefined)
          return Number(remove.run(url).changes) > 0;
        const values = [
          next ?? null,
          status ?? null,
          told ?? null,
          dueAt?.getTime() ?? null,
          failures ?? null,
        ];
        return Number(change.run(...values, url).changes) > 0;
      }),
    removeSource: (url) => Number(remove.run(url).changes) > 0,
  };
}

function claimedOf(row: Row): ClaimedSource {
  const memory = optionalTextOf(row, 'memory');
  return { ...sourceOf(row), ...(memory !== undefined && { memory }) };
}

function sourceOf(row: Row): FollowedSource {
  const channel = optionalTextOf(row, 'channel');
  const bookmark = optionalTextOf(row, 'bookmark');
  const readAt = optionalNumberOf(row, 'read_at');
  const interval = optionalNumberOf(row, 'read_interval');
  const failure = optionalTextOf(row, 'failure');
  return {
    url: textOf(row, 'url'),
    name: textOf(row, 'name'),
    ...(row['language'] !== null && { language: languageOf(row) }),
    ...(channel !== undefined && { channel }),
    status: statusOf(row, 'status'),
    told: toldOf(row),
    ...(bookmark !== undefined && { bookmark }),
    dueAt: new Date(numberOf(row, 'due_at')),
    ...(readAt !== undefined && { readAt: new Date(readAt) }),
    ...(interval !== undefined && { interval }),
    failures: numberOf(row, 'failures'),
    ...(failure !== undefined && isTextKey(failure) && { failure }),
  };
}

function statusOf(row: Row, column: string): SourceStatus {
  const status = textOf(row, column);
  return status === 'paused' || status === 'asleep' || status === 'ended' ? status : 'active';
}

function toldOf(row: Row): FollowedSource['told'] {
  const told = statusOf(row, 'told');
  return told === 'paused' ? 'active' : told;
}

/** Only keys of texts are written; one that was renamed since would show as itself until the next read. */
function isTextKey(key: string): key is TextKey {
  return key.includes('.');
}
