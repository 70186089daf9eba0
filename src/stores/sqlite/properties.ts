import type { DatabaseSync } from 'node:sqlite';
import { analyserVersion } from '../../stories/analysis.ts';
import { numberOf } from './rows.ts';

/** What the database notes of itself: which analyser its index belongs to, and whether (1) articles wait to be indexed. */
type Property = 'analyser' | 'waiting';

/** A property, where it was noted. */
export function property(database: DatabaseSync, name: Property): number | undefined {
  const row = database.prepare('SELECT value FROM properties WHERE name = ?').get(name);
  return row === undefined ? undefined : numberOf(row, 'value');
}

/** Notes a property. */
export function setProperty(database: DatabaseSync, name: Property, value: number): void {
  database.prepare('INSERT OR REPLACE INTO properties (name, value) VALUES (?, ?)').run(name, value);
}

/** Whether this program's analyser built the index, and all of it. */
export function isIndexCurrent(database: DatabaseSync): boolean {
  return property(database, 'analyser') === analyserVersion && property(database, 'waiting') === 0;
}
