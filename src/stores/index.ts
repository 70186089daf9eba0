import type { Log } from '../log.ts';
import { createSqliteStore } from './sqlite/index.ts';
import type { Store } from './store.ts';

export type { Store } from './store.ts';

/**
 * Opens the store that keeps everything Kiosk knows. SQLite is the only engine today; another one is chosen here.
 * @param place `directory`: the folder of the embedded database, created when missing
 * @throws {UserError} when it can't be opened, created or brought up to date
 */
export function openStore(place: { readonly directory: string }, log?: Log): Promise<Store> {
  return createSqliteStore(place, log);
}
