import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/stores/index.ts';
import type { Store } from '../../../src/stores/index.ts';
import { createFolder } from './open.ts';
import { startImport } from './processes.ts';
import { article, wordOf } from './samples.ts';

/** How many acknowledged articles to wait for before each kill: arbitrary, always the same. */
const kills = [1, 40, 130, 400];

function expectIntact(folder: string): void {
  const database = new DatabaseSync(join(folder, 'kiosk.db'));
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  for (const row of database.prepare('SELECT language, articles FROM collections').all()) {
    const { language, articles } = row;
    const table = `terms_of_${String(language)}`;
    database.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`);
    const counted = database.prepare('SELECT count(*) AS count FROM articles WHERE language = ?');
    expect(counted.get(language ?? '')).toEqual({ count: articles });
  }
  database.close();
}

async function expectFound(store: Store, ids: readonly string[]): Promise<void> {
  const kept = await store.articles.articles(ids);
  expect(kept.map(({ article }) => article.id)).toEqual(ids);
  for (const id of ids.filter((_, index) => index % 10 === 0)) {
    const query = { language: article(id).language, concepts: [{ terms: [wordOf(id)] }], limit: 2 };
    const { candidates, frequencies } = await store.articles.candidates(query);
    expect(candidates.map((candidate) => candidate.article.id)).toEqual([id]);
    expect(frequencies.get(wordOf(id))).toBe(1);
  }
}

it('keeps every acknowledged article when it is killed while importing, again and again', async () => {
  const folder = await createFolder();
  const acknowledged = new Set<string>();
  for (const [round, count] of kills.entries()) {
    const importing = startImport(folder, `round-${round}`, 100_000);
    await importing.reached(count);
    importing.kill();
    expect(await importing.ended).toBeNull();
    for (const id of importing.done) acknowledged.add(id);
    expectIntact(folder);
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills.reduce((sum, count) => sum + count, 0));
  const store = await openStore({ directory: folder });
  await expectFound(store, [...acknowledged]);
  // What was cut off is harmlessly repeated.
  const repeated = await store.articles.add([...acknowledged].map(article));
  expect(repeated.every(({ outcome }) => outcome === 'known')).toBe(true);
  await store.close();
}, 60_000);

it('loses nothing when two processes write at once', async () => {
  const folder = await createFolder();
  const imports = ['one', 'two'].map((name) => startImport(folder, name, 400));
  const store = await openStore({ directory: folder });
  // The same articles from a third side, so that the processes meet on the same rows.
  const own = Array.from({ length: 200 }, (_, index) => article(`one-${index}`));
  await store.articles.add(own);
  expect(await Promise.all(imports.map(({ ended }) => ended))).toEqual([0, 0]);
  const ids = imports.flatMap(({ done }) => done);
  expect(ids).toHaveLength(800);
  await expectFound(store, ids);
  await store.close();
  expectIntact(folder);
}, 60_000);
