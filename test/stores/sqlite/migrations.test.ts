import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/stores/index.ts';
import { migrations } from '../../../src/stores/sqlite/migrations/index.ts';
import { article } from '../../contracts/article-store.ts';
import { at, delivery, tells } from '../../contracts/deliveries.ts';
import { createFolder } from './open.ts';

const url = 'https://paper.example/flood';

/** A database as a Kiosk left it that knew so many steps of the schema, with an article and a source. */
function write(file: string, steps: number): void {
  const database = new DatabaseSync(file);
  database.function('name_of', (address) => `name of ${String(address)}`);
  database.function('publisher_of', (address) => new URL(String(address)).host);
  const [first = '', ...rest] = migrations.slice(0, steps);
  database.exec(first);
  database.exec(`
    INSERT INTO articles (key, id, story, language, published_at, revision, analyser, digest, url, source, title, authors)
    VALUES (1, '${url}', '${url}', 'en', 0, 1, 0, x'00', '${url}', 'The Paper', 'Flood', '[]');
    INSERT INTO texts (key, text, analysis) VALUES (1, 'The river rose.', 'flood');
    INSERT INTO sources (url, name, due_at, failures) VALUES ('https://paper.example/feed', 'The Paper', 0, 0)`);
  for (const step of rest) database.exec(step);
  database.exec(`PRAGMA user_version = ${steps}`);
  database.close();
}

it.each([1, 2])('brings a database of %i steps up to date and keeps what is in it', async (steps) => {
  const directory = await createFolder();
  write(join(directory, 'kiosk.db'), steps);
  const store = await openStore({ directory });
  expect((await store.articles.articles([url])).map(({ article }) => article.title)).toEqual(['Flood']);
  expect((await store.sources.list()).map(({ name }) => name)).toEqual(['The Paper']);

  expect(await store.plans.list()).toEqual([]);
  expect(await store.outbox.put(delivery('a', { parts: [tells('flood', url)] }), at(0))).toBe('put');
  await store.articles.add([article({ id: url, text: 'The river fell.', arrivedAt: at(5) })]);
  expect(await store.ledger.outdated(at(5), 9)).toMatchObject([{ delivery: 'a', id: url }]);
  await store.close();

  const database = new DatabaseSync(join(directory, 'kiosk.db'));
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  database.close();
});
