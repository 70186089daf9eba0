import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/stores/index.ts';
import { createArticleWriter } from '../../../src/stores/sqlite/articles.ts';
import { openForWriting } from '../../../src/stores/sqlite/database.ts';
import { explain } from '../../../src/stores/sqlite/failures.ts';
import { createSearchIndex } from '../../../src/stores/sqlite/search-index.ts';
import { createFolder } from './open.ts';
import { article } from './samples.ts';

const isRoot = process.getuid?.() === 0;

/** A folder with a database that holds one article. */
async function createDatabase(): Promise<{ directory: string; file: string }> {
  const directory = await createFolder();
  const store = await openStore({ directory });
  await store.articles.add([article('kept')]);
  await store.close();
  return { directory, file: join(directory, 'kiosk.db') };
}

/** What people are told about an error that `work` throws. */
function explained(work: () => void, file: string): unknown {
  try {
    work();
  } catch (error) {
    return explain(error, file);
  }
  return 'nothing was thrown';
}

it('creates the folder when it is missing', async () => {
  const directory = join(await createFolder(), 'deep', 'data');
  const store = await openStore({ directory });
  expect(await store.articles.add([article('a')])).toMatchObject([{ id: 'a', outcome: 'new' }]);
  await store.close();
});

it('says when the folder cannot be created', async () => {
  const folder = await createFolder();
  await writeFile(join(folder, 'file'), '');
  const directory = join(folder, 'file', 'data');
  const refusal = { name: 'UserError', key: 'store.folder', values: { folder: directory } };
  await expect(openStore({ directory })).rejects.toMatchObject(refusal);
});

it('says when the file cannot be opened', async () => {
  const directory = await createFolder();
  const file = join(directory, 'kiosk.db');
  await mkdir(file);
  const refusal = { name: 'UserError', key: 'store.denied', values: { file } };
  await expect(openStore({ directory })).rejects.toMatchObject(refusal);
});

it('refuses a database that a newer Kiosk wrote, and leaves it as it is', async () => {
  const { directory, file } = await createDatabase();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 1000; CREATE TABLE future (a)');
  database.close();
  const before = await readFile(file);
  const refusal = { name: 'UserError', key: 'store.newer', values: { file } };
  await expect(openStore({ directory })).rejects.toMatchObject(refusal);
  expect(Buffer.compare(await readFile(file), before)).toBe(0);
});

it('says when the file is no database', async () => {
  const directory = await createFolder();
  const file = join(directory, 'kiosk.db');
  await writeFile(file, 'Dear diary. '.repeat(1000));
  const refusal = { name: 'UserError', key: 'store.corrupt', values: { file } };
  await expect(openStore({ directory })).rejects.toMatchObject(refusal);
  expect(await readFile(file, 'utf8')).toBe('Dear diary. '.repeat(1000));
});

it('says when the database is damaged', async () => {
  const { directory, file } = await createDatabase();
  const bytes = await readFile(file);
  bytes.fill(0xaa, 4096);
  await writeFile(file, bytes);
  const use = async () => {
    const store = await openStore({ directory });
    try {
      await store.articles.articles(['kept']);
    } finally {
      await store.close();
    }
  };
  await expect(use()).rejects.toMatchObject({ name: 'UserError', key: 'store.corrupt' });
});

it('says when the disk is full, keeps what was there, and goes on when there is room again', async () => {
  const { directory, file } = await createDatabase();
  const database = openForWriting(file);
  const { add } = createArticleWriter(database, createSearchIndex(database));
  const many = Array.from({ length: 100 }, (_, index) => article(`more-${index}`));
  database.exec('PRAGMA max_page_count = 1');
  const failure = explained(() => add(many), file);
  expect(failure).toMatchObject({ name: 'UserError', key: 'store.full', values: { file } });
  database.exec('PRAGMA max_page_count = 100000');
  expect(add(many).every(({ outcome }) => outcome === 'new')).toBe(true);
  database.close();
  const store = await openStore({ directory });
  expect(await store.articles.articles(['kept', 'more-0', 'more-99'])).toHaveLength(3);
  await store.close();
});

it('says when the database is read-only', async () => {
  const { file } = await createDatabase();
  const database = new DatabaseSync(file, { readOnly: true });
  const failure = explained(() => database.exec('DELETE FROM texts'), file);
  expect(failure).toMatchObject({ name: 'UserError', key: 'store.readOnly' });
  database.close();
});

it.skipIf(isRoot)(
  'says when the folder is read-only (skipped for root, who may write anywhere)',
  async () => {
    const { directory } = await createDatabase();
    await chmod(directory, 0o555);
    await expect(openStore({ directory })).rejects.toMatchObject({
      name: 'UserError',
      key: expect.stringMatching(/^store\.(denied|readOnly)$/),
    });
    await chmod(directory, 0o755);
  },
);

it('says when another program keeps the database locked', async () => {
  const { file } = await createDatabase();
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const database = new DatabaseSync(file, { timeout: 0 });
  const failure = explained(() => database.exec('BEGIN IMMEDIATE'), file);
  expect(failure).toMatchObject({ name: 'UserError', key: 'store.busy' });
  database.close();
  other.close();
});

it('leaves every other error the fault it is', () => {
  const fault = new TypeError('no');
  expect(explain(fault, 'file')).toBe(fault);
});

it('goes on after a failure in the middle of writing, also in a language that was new then', async () => {
  const directory = await createFolder();
  const database = openForWriting(join(directory, 'kiosk.db'));
  const index = createSearchIndex(database);
  let fails = true;
  const { add } = createArticleWriter(database, {
    ...index,
    change(changes) {
      index.change(changes);
      if (fails) throw new Error('failed after writing');
    },
  });
  expect(() => add([article('a')])).toThrow('failed after writing');
  fails = false;
  expect(add([article('a')])).toMatchObject([{ id: 'a', outcome: 'new' }]);
  database.close();
});
