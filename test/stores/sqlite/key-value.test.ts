import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openStore } from '../../../src/stores/index.ts';
import { keyValueContract } from '../../contracts/key-value.ts';
import { createFolder } from './open.ts';

keyValueContract('SQLite', async () => {
  const directory = await createFolder();
  let store = await openStore({ directory });
  return {
    keyValue: (namespace) => store.keyValue(namespace),
    async reopen() {
      await store.close();
      store = await openStore({ directory });
    },
    close: () => store.close(),
  };
});

it('lets one of several processes add', async () => {
  const directory = await createFolder();
  const stores = await Promise.all([1, 2, 3].map(() => openStore({ directory })));
  const keys = Array.from({ length: 50 }, (_, index) => `event ${index}`);
  const added = await Promise.all(
    keys.map((key) => Promise.all(stores.map((store) => store.keyValue('slack').add(key, true, 1000)))),
  );
  expect(added.map((each) => each.filter(Boolean).length)).toEqual(keys.map(() => 1));
  await Promise.all(stores.map((store) => store.close()));
});

it('sweeps what has expired out of the file', async () => {
  const directory = await createFolder();
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  const store = await openStore({ directory });
  const map = store.keyValue('memory');
  await map.set('a', 1, 1000);
  vi.setSystemTime(60 * 60 * 1000);
  await map.set('b', 2);
  vi.useRealTimers();
  await store.close();
  const database = new DatabaseSync(join(directory, 'kiosk.db'));
  expect(database.prepare('SELECT key FROM key_values').all()).toEqual([{ key: 'b' }]);
  database.close();
});

it('rejects when a value could not be kept', async () => {
  const directory = await createFolder();
  const store = await openStore({ directory });
  const map = store.keyValue('settings');
  await store.close();
  await expect(map.set('a', 1)).rejects.toThrow('closed');
  await expect(map.get('a')).rejects.toThrow('closed');
});
