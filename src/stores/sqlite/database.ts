import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../errors.ts';
import { publisherOf } from '../../sources/identity.ts';
import { idOf } from '../../stories/names.ts';
import { migrations } from './migrations/index.ts';
import { numberOf } from './rows.ts';

/** Milliseconds to wait for another process that is writing. */
const patience = 10_000;
/** KiB of pages each connection keeps; the operating system caches the file besides, outside of Kiosk's memory. */
const cache = { writer: 16_000, reader: 8_000 };

/**
 * Opens the database for reading; undefined when there is none or its schema is older than this program's.
 * @throws {UserError} when a newer Kiosk wrote it
 */
export function openForReading(file: string): DatabaseSync | undefined {
  if (!existsSync(file)) return undefined;
  const database = connect(file);
  try {
    if (versionOf(database, file) < migrations.length) {
      database.close();
      return undefined;
    }
    // Not opened read-only: a reader must be able to recover the write-ahead log after a crash.
    database.exec(`PRAGMA query_only = ON; PRAGMA cache_size = -${cache.reader}`);
    return database;
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
}

/**
 * Opens the database for writing, created or brought up to date when need be.
 * @throws {UserError} when a newer Kiosk wrote it
 */
export function openForWriting(file: string): DatabaseSync {
  const database = connect(file);
  try {
    versionOf(database, file);
    // Takes effect in a new file only: what is pruned can then be given back to the system.
    if (!existedBefore(database)) database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    // FULL: a commit that was acknowledged survives a power cut too; batches make its fsync cheap.
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -${cache.writer};
      PRAGMA wal_autocheckpoint = 4000;
      PRAGMA journal_size_limit = 67108864;
    `);
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function existedBefore(database: DatabaseSync): boolean {
  return numberOf(database.prepare('PRAGMA page_count').get() ?? {}, 'page_count') > 0;
}

function connect(file: string): DatabaseSync {
  return new DatabaseSync(file, { timeout: patience, enableForeignKeyConstraints: true });
}

function migrate(database: DatabaseSync, file: string): void {
  database.function('name_of', (url) => idOf(String(url)));
  database.function('publisher_of', (url) => publisherOf(String(url)));
  for (const [index, migration] of migrations.entries()) {
    transact(database, () => {
      // Asked inside the transaction: another process may have taken this step meanwhile.
      if (versionOf(database, file) > index) return;
      database.exec(migration);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

function versionOf(database: DatabaseSync, file: string): number {
  const row = database.prepare('PRAGMA user_version').get() ?? {};
  const version = numberOf(row, 'user_version');
  if (version > migrations.length) throw new UserError('store.newer', { file });
  return version;
}

/** Runs `work` in one transaction that holds the write lock from its start; all of it happens or nothing. */
export function transact<result>(database: DatabaseSync, work: () => result): result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk has rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * The same without waiting for the disk: after a power cut the database is sound, but what was written last may be gone. For what
 * is found out anew without it.
 */
export function transactLoosely<result>(database: DatabaseSync, work: () => result): result {
  database.exec('PRAGMA synchronous = NORMAL');
  try {
    return transact(database, work);
  } finally {
    database.exec('PRAGMA synchronous = FULL');
  }
}
