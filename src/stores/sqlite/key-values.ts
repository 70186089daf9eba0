import type { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../key-value.ts';
import { transact } from './database.ts';
import { optionalTextOf, textOf } from './rows.ts';

/** A place in the map; `now` is milliseconds since 1970, what expired by then is not there. */
interface Place {
  readonly namespace: string;
  readonly now: number;
}

/** Reads the durable map. */
export interface KeyValueReader {
  /** One value a key; undefined where there is none. */
  getValues(question: Place & { readonly keys: readonly string[] }): readonly (string | undefined)[];
  /** Entries in the order of keys, from after a key on. */
  listValues(
    question: Place & { readonly after: string; readonly limit: number },
  ): readonly { readonly key: string; readonly value: string }[];
}

/** Writes the durable map. */
export interface KeyValueWriter {
  setValues(question: Place & { readonly entries: readonly Entry[] }): void;
  /** Whether there was no value; then this one is there now. */
  addValue(question: Place & { readonly entry: Entry }): boolean;
  /** For each key whether there was a value. */
  deleteValues(question: Place & { readonly keys: readonly string[] }): readonly boolean[];
  clearValues(namespace: string): void;
}

/** Expired entries are swept when something is written, and this many milliseconds after the last time. */
const sweepEvery = 10 * 60 * 1000;

/** The read side of the durable map. */
export function createKeyValueReader(database: DatabaseSync): KeyValueReader {
  const alive = '(expires IS NULL OR expires > ?)';
  const get = database.prepare(`SELECT value FROM key_values WHERE namespace = ? AND key = ? AND ${alive}`);
  const list = database.prepare(`
    SELECT key, value FROM key_values WHERE namespace = ? AND key > ? AND ${alive} ORDER BY key LIMIT ?`);
  return {
    getValues: ({ namespace, keys, now }) =>
      keys.map((key) => {
        const row = get.get(namespace, key, now);
        return row === undefined ? undefined : optionalTextOf(row, 'value');
      }),
    listValues: ({ namespace, after, limit, now }) =>
      list
        .all(namespace, after, now, limit)
        .map((row) => ({ key: textOf(row, 'key'), value: textOf(row, 'value') })),
  };
}

/** The write side of the durable map. */
export function createKeyValueWriter(database: DatabaseSync): KeyValueWriter {
  const set = database.prepare(`
    INSERT INTO key_values (namespace, key, value, expires) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value, expires = excluded.expires`);
  // One statement, so that of several processes one alone adds.
  const add = database.prepare(`
    INSERT INTO key_values (namespace, key, value, expires) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE key_values.expires <= ?`);
  const remove = database.prepare('DELETE FROM key_values WHERE namespace = ? AND key = ? RETURNING expires');
  const clear = database.prepare('DELETE FROM key_values WHERE namespace = ?');
  const sweep = database.prepare('DELETE FROM key_values WHERE expires <= ?');
  let sweptAt = 0;

  function sweepNowAndThen(now: number): void {
    if (now - sweptAt < sweepEvery) return;
    sweep.run(now);
    sweptAt = now;
  }

  return {
    setValues: ({ namespace, entries, now }) =>
      transact(database, () => {
        sweepNowAndThen(now);
        for (const { key, value, expires } of entries) set.run(namespace, key, value, expires ?? null);
      }),
    addValue({ namespace, entry: { key, value, expires }, now }) {
      sweepNowAndThen(now);
      return add.run(namespace, key, value, expires ?? null, now).changes > 0;
    },
    deleteValues: ({ namespace, keys, now }) =>
      transact(database, () =>
        keys.map((key) => {
          const row = remove.get(namespace, key);
          return row !== undefined && (row['expires'] === null || Number(row['expires']) > now);
        }),
      ),
    clearValues(namespace) {
      clear.run(namespace);
    },
  };
}
