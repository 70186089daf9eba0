import type { DatabaseSync } from 'node:sqlite';
import type { NewArticle } from '../../stories/article.ts';
import { areTwins, mayBeTwins, twinWindow } from '../../stories/twins.ts';
import type { Prepared } from './articles.ts';
import { keyRange } from './keys.ts';
import { numberOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

/** A stored article that an arriving one was recognised as. */
export interface Recognised {
  readonly row: Row;
  /** True where it was recognised by its words: another copy that says nothing new. */
  readonly isTwin: boolean;
}

/** Tells which stored article an arriving one is. */
export interface Recognition {
  /** Undefined where it is new. */
  find(prepared: Prepared): Recognised | undefined;
  /** Notes the names of an arriving article for the stored one it is. */
  name(key: number, article: Pick<NewArticle, 'id' | 'names'>): void;
}

const columns =
  'key, id, assigned, language, revision, analyser, digest, url, source, title, authors, image, complete, withdrawn_at, revised_at';

/** Recognises the articles of a database: by id, by another name, or by almost the same text from the same publisher. */
export function createRecognition(database: DatabaseSync): Recognition {
  const byId = database.prepare(`SELECT ${columns} FROM articles WHERE id = ?`);
  const byName = database.prepare(
    `SELECT ${columns} FROM articles WHERE key = (SELECT key FROM names WHERE name = ?)`,
  );
  const byKey = database.prepare(`SELECT ${columns} FROM articles WHERE key = ?`);
  const neighbours = database.prepare(`
    SELECT key, signature FROM articles
    WHERE publisher = ? AND key >= ? AND key < ? AND signature IS NOT NULL ORDER BY key`);
  const findText = database.prepare('SELECT text FROM texts WHERE key = ?');
  const insert = database.prepare('INSERT INTO names (name, key) VALUES (?, ?) ON CONFLICT DO NOTHING');

  function findTwin({ article, print }: Prepared): Row | undefined {
    const { publisher, signature } = print();
    if (signature.length === 0) return undefined;
    const time = article.publishedAt.getTime();
    const { start, end } = keyRange({ from: new Date(time - twinWindow), to: new Date(time + twinWindow) });
    for (const row of neighbours.all(publisher, start, end)) {
      const other = row['signature'];
      if (!(other instanceof Uint8Array) || !mayBeTwins(signature, other)) continue;
      const key = numberOf(row, 'key');
      if (areTwins(article.text, textOf(findText.get(key) ?? {}, 'text'))) return byKey.get(key);
    }
    return undefined;
  }

  function findNamed(names: readonly string[]): Row | undefined {
    for (const name of names) {
      const row = byName.get(name);
      if (row !== undefined) return row;
    }
    return undefined;
  }

  return {
    find(prepared) {
      const { id, names } = prepared.article;
      const known = byId.get(id) ?? findNamed(names === undefined ? [] : [id, ...names]);
      if (known !== undefined) return { row: known, isTwin: false };
      const twin = names === undefined ? undefined : findTwin(prepared);
      return twin && { row: twin, isTwin: true };
    },
    name(key, { id, names }) {
      for (const name of names === undefined ? [] : [id, ...names]) insert.run(name, key);
    },
  };
}
