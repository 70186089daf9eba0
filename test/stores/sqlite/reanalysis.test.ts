import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import { terms } from '../../../src/language/index.ts';
import type { LogEvent } from '../../../src/log.ts';
import { openStore } from '../../../src/stores/index.ts';
import { openForReading, openForWriting } from '../../../src/stores/sqlite/database.ts';
import { isIndexCurrent } from '../../../src/stores/sqlite/properties.ts';
import { createReanalysis } from '../../../src/stores/sqlite/reanalysis.ts';
import { createSearchIndex } from '../../../src/stores/sqlite/search-index.ts';
import { createFolder } from './open.ts';
import { article, wordOf } from './samples.ts';

const fail: LogEvent = (_values, event) => expect.unreachable(event);
const ids = Array.from({ length: 150 }, (_, index) => `article-${index}`);

/** A folder with articles whose index an older analyser seems to have built, badly. */
async function createOutdated(): Promise<{ directory: string; file: string }> {
  const directory = await createFolder();
  const store = await openStore({ directory });
  await store.articles.add(ids.map(article));
  await store.close();
  const file = join(directory, 'kiosk.db');
  outdate(file);
  return { directory, file };
}

function outdate(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(`
    UPDATE properties SET value = value - 1 WHERE name = 'analyser';
    UPDATE articles SET analyser = analyser - 1;
    UPDATE texts SET analysis = 'old' || char(10) || '0 3 old';
    UPDATE terms SET term = 'old' || term;
    UPDATE words SET frequency = 1000;
    UPDATE collections SET length = 1`);
  for (const language of ['en', 'fr', 'de']) {
    database.exec(`
      INSERT INTO terms_of_${language} (terms_of_${language}) VALUES ('delete-all');
      INSERT INTO terms_of_${language} (rowid, title, body) SELECT key, 'old', 'old' FROM articles
      WHERE language = '${language}'`);
  }
  database.close();
}

/** Everything the index says, to be compared. */
function indexOf(file: string): unknown {
  const database = new DatabaseSync(file);
  const all = (sql: string) => database.prepare(sql).all();
  const found = ids.map((id) => {
    const { language } = article(id);
    const table = `terms_of_${language}`;
    const rows = database.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).all(wordOf(id));
    return rows.length;
  });
  const index = {
    found,
    collections: all('SELECT * FROM collections ORDER BY language'),
    terms: all('SELECT * FROM terms ORDER BY language, term'),
    words: all('SELECT * FROM words ORDER BY language, word'),
    analyses: all('SELECT key, analysis FROM texts ORDER BY key'),
  };
  database.close();
  return index;
}

it('renews the index after the analyser changed, to what it would have been', async () => {
  const folder = await createFolder();
  const fresh = await openStore({ directory: folder });
  await fresh.articles.add(ids.map(article));
  await fresh.close();
  const { directory, file } = await createOutdated();
  const info = vi.fn<LogEvent>();
  const store = await openStore({ directory }, { info, error: fail, warn: fail, debug: fail });
  await vi.waitFor(() => expect(info).toHaveBeenCalledWith({ file }, 'index is renewed'), 20_000);
  await store.close();
  expect(indexOf(file)).toEqual(indexOf(join(folder, 'kiosk.db')));
});

it('renews a small store before anything is asked of it', async () => {
  const { directory } = await createOutdated();
  const store = await openStore({ directory });
  const [id = ''] = ids;
  const concepts = [{ terms: [wordOf(id)] }];
  const { language } = article(id);
  const { total, candidates } = await store.articles.candidates({ language, concepts, limit: 1 });
  await store.close();
  expect(total).toBe(ids.filter((other) => article(other).language === language).length);
  expect(candidates.map((each) => each.article.id)).toEqual([id]);
});

it('goes on where it was when it is interrupted, and leaves what changed meanwhile in order', async () => {
  const directory = await createFolder();
  const file = join(directory, 'kiosk.db');
  const store = await openStore({ directory });
  await store.articles.add(ids.map(article));
  outdate(file);
  const first = openForWriting(file);
  expect(createReanalysis(first, createSearchIndex(first))()).toBe('more');
  first.close();
  const reading = openForReading(file);
  expect(reading && isIndexCurrent(reading)).toBe(false);
  reading?.close();
  // The store is used before all is done: new articles, and revisions of both kinds.
  await store.articles.add([...ids, 'new'].map((id) => ({ ...article(id), title: 'Revised' })));
  await store.close();
  const second = openForWriting(file);
  const reanalyse = createReanalysis(second, createSearchIndex(second));
  while (reanalyse() === 'more');
  expect(isIndexCurrent(second)).toBe(true);
  second.close();

  const folder = await createFolder();
  const fresh = await openStore({ directory: folder });
  await fresh.articles.add([...ids, 'new'].map((id) => ({ ...article(id), title: 'Revised' })));
  await fresh.close();
  expect(indexOf(file)).toEqual(indexOf(join(folder, 'kiosk.db')));
});

it('counts every term in as many articles as hold it', async () => {
  const directory = await createFolder();
  const store = await openStore({ directory });
  await store.articles.add(ids.map(article));
  const revised = ids.filter((_, index) => index % 3 === 0).map((id) => ({ ...article(`${id}-b`), id }));
  await store.articles.add(revised);
  const kept = await store.articles.articles(ids);
  for (const language of ['en', 'fr', 'de'] as const) {
    const own = kept.filter(({ article }) => article.language === language);
    const counts = new Map<string, number>();
    for (const { article } of own) {
      const held = terms(`${article.title}\n${article.text}`, language);
      for (const term of new Set(held)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const concepts = [...counts.keys()].map((term) => ({ terms: [term] }));
    const { frequencies, total } = await store.articles.candidates({ language, concepts, limit: 1 });
    expect(total).toBe(own.length);
    expect(frequencies).toEqual(counts);
  }
  await store.close();
});
