import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/stores/index.ts';
import { ledgerContract } from '../../contracts/ledger.ts';
import { createFolder, shareStore } from './open.ts';

const open = shareStore();

ledgerContract('SQLite', async () => ({ ...(await open()), close: async () => {} }));

it('forgets thousands, though a few at a time', async () => {
  const directory = await createFolder();
  const { ledger, close } = await openStore({ directory });
  const database = new DatabaseSync(join(directory, 'kiosk.db'), { timeout: 10_000 });
  database.exec(`
    WITH RECURSIVE numbers (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM numbers WHERE value < 2000)
    INSERT INTO deliveries (key, kind, platform, channel, language, tells, put_at, due_at, not_before, state, settled_at)
    SELECT value, 'digest', 'web', 'web:1', 'en', 1, 0, 0, 0, 'delivered', value FROM numbers;
    INSERT INTO messages (delivery, parts) SELECT number, '[]' FROM deliveries;
    INSERT INTO told (delivery, article, channel, story, revision, withdrawn)
    SELECT number, 'a', 'web:1', 'a', 1, 0 FROM deliveries`);
  expect(await ledger.prune(new Date(1501))).toBe(1500);
  expect(await ledger.find({ limit: 2000 })).toHaveLength(500);
  const left = (table: string) => database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count'];
  expect([left('deliveries'), left('messages'), left('told')]).toEqual([500, 500, 500]);
  database.close();
  await close();
});
