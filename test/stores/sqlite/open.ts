import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, onTestFinished } from 'vitest';
import { openStore } from '../../../src/stores/index.ts';
import type { Store } from '../../../src/stores/index.ts';

/** A folder of its own that is gone after the test. */
export async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store in a folder of its own; both are gone after the test. */
export async function openEmptyStore() {
  const directory = await mkdtemp(join(tmpdir(), 'kiosk-store-'));
  const store = await openStore({ directory });
  return {
    directory,
    store,
    async close() {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Opens one store for all tests of a file, emptied for each of them: opening takes longer than most of what is tested. */
export function shareStore(): () => Promise<Store> {
  let opening: ReturnType<typeof openEmptyStore> | undefined;
  afterAll(async () => (await opening)?.close());
  return async () => {
    const { directory, store } = await (opening ??= openEmptyStore());
    while ((await store.archive.prune(new Date(8.64e15))) > 0);
    const database = new DatabaseSync(join(directory, 'kiosk.db'));
    database.exec('DELETE FROM deliveries; DELETE FROM plans; DELETE FROM acts');
    database.close();
    return store;
  };
}
