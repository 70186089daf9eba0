import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '../../sources/item.ts';
import type { DuePage, PageStore } from '../../sources/pages.ts';
import { transact, transactLoosely } from './database.ts';
import type { Threads } from './index.ts';
import { numberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

/** Writes the pages that wait to be read; nobody but the one who reads them asks for them. */
export interface PageWriter {
  addPages(pages: readonly DuePage[]): void;
  claimPages(question: {
    readonly now: Date;
    readonly limit: number;
    readonly until: Date;
  }): readonly DuePage[];
  settlePage(question: { readonly name: string; readonly next: DuePage | undefined }): void;
}

/** The port of pages on the threads of a database. */
export function createPageStore({ writer }: Threads): PageStore {
  return {
    add: (pages) => writer.call('addPages', pages),
    claim: (now, limit, until) => writer.call('claimPages', { now, limit, until }),
    settle: (name, next) => writer.call('settlePage', { name, next }),
  };
}

/** The write side of pages. */
export function createPageWriter(database: DatabaseSync): PageWriter {
  const put = database.prepare(
    'INSERT OR REPLACE INTO pages (name, item, due_at, looks, failures, bookmark) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const due = database.prepare(`
    SELECT name, item, due_at, looks, failures, bookmark FROM pages WHERE due_at <= ? ORDER BY due_at, name LIMIT ?`);
  const postpone = database.prepare('UPDATE pages SET due_at = ? WHERE name = ?');
  const remove = database.prepare('DELETE FROM pages WHERE name = ?');

  function write({ name, item, dueAt, looks, failures, bookmark }: DuePage): void {
    put.run(name, JSON.stringify(item), dueAt.getTime(), looks, failures, bookmark ?? null);
  }

  return {
    addPages: (pages) =>
      transact(database, () => {
        for (const page of pages) write(page);
      }),
    claimPages: ({ now, limit, until }) =>
      transactLoosely(database, () => {
        const claimed = due.all(now.getTime(), limit).map(pageOf);
        for (const { name } of claimed) postpone.run(until.getTime(), name);
        return claimed;
      }),
    settlePage({ name, next }) {
      transactLoosely(database, () => (next === undefined ? remove.run(name) : write(next)));
    },
  };
}

function pageOf(row: Row): DuePage {
  const written: Omit<Item, 'publishedAt'> & { readonly publishedAt?: string } = JSON.parse(
    textOf(row, 'item'),
  );
  const { publishedAt, ...item } = written;
  const bookmark = optionalTextOf(row, 'bookmark');
  return {
    name: textOf(row, 'name'),
    item: { ...item, ...(publishedAt !== undefined && { publishedAt: new Date(publishedAt) }) },
    dueAt: new Date(numberOf(row, 'due_at')),
    looks: numberOf(row, 'looks'),
    failures: numberOf(row, 'failures'),
    ...(bookmark !== undefined && { bookmark }),
  };
}
