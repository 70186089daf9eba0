import type { DatabaseSync } from 'node:sqlite';
import { compoundParts } from '../../stories/analyse.ts';
import { analyserVersion } from '../../stories/analysis.ts';
import type { NewArticle } from '../../stories/article.ts';
import type { Added } from '../../stories/store.ts';
import { decodeAnalysis, encodeAnalysis } from './analysis.ts';
import type { Prepared } from './articles.ts';
import { createKeys } from './keys.ts';
import { languageOf, numberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';
import type { Indexed } from './search-index.ts';

/** Writes the rows of single articles, in the transaction of whoever calls. */
export interface ArticleRows {
  create(prepared: Prepared): Indexed;
  /** Puts an article in the place of the stored one; returns what the index knew of that, if anything, and what it must know now. */
  replace(
    row: Row,
    prepared: Prepared,
    outcome: Added['outcome'],
  ): { readonly removed: Indexed | undefined; readonly added: Indexed };
  /** Takes over what an arriving article says besides title and text. */
  describe(row: Row, article: NewArticle): void;
}

/** The rows of articles in a database. */
export function createArticleRows(database: DatabaseSync): ArticleRows {
  const keys = createKeys(database);
  const findText = database.prepare('SELECT text, analysis FROM texts WHERE key = ?');
  const insert = database.prepare(`
    INSERT INTO articles (key, id, story, language, published_at, revision, analyser, digest, url, source, title, authors, image,
      arrived_at, revised_at, news, complete, publisher, signature, correction)
    VALUES (?, ?, ?, ?, ?, 1, ${analyserVersion}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertText = database.prepare('INSERT INTO texts (key, text, analysis) VALUES (?, ?, ?)');
  const keep = database.prepare(
    'INSERT INTO revisions (key, revision, title, text, read_at) VALUES (?, ?, ?, ?, ?)',
  );
  const update = database.prepare(`
    UPDATE articles
    SET language = ?, revision = ?, analyser = ${analyserVersion}, digest = ?, title = ?, revised_at = ?, complete = ?, signature = ?,
      correction = ?, withdrawn_at = NULL, assigned = ?
    WHERE key = ?`);
  const updateText = database.prepare('UPDATE texts SET text = ?, analysis = ? WHERE key = ?');
  const describe = database.prepare(
    'UPDATE articles SET url = ?, source = ?, authors = ?, image = ? WHERE key = ?',
  );

  const rows: ArticleRows = {
    create({ article, digest, indexed, print }) {
      const { id, language, publishedAt, url, source, title, text, authors, image } = article;
      const { arrivedAt, news, complete, correction } = article;
      const key = keys.next(publishedAt);
      const fresh = indexed(key);
      const { publisher, signature } = print();
      insert.run(
        key,
        id,
        id,
        language,
        publishedAt.getTime(),
        digest,
        url,
        source,
        title,
        JSON.stringify(authors),
        image ?? null,
        arrivedAt.getTime(),
        arrivedAt.getTime(),
        Number(news),
        Number(complete),
        publisher,
        signature.length === 0 ? null : signature,
        correction ?? null,
      );
      insertText.run(key, text, encodeAnalysis(fresh.analysis));
      return fresh;
    },

    replace(row, { article, digest, indexed, print }, outcome) {
      const { language, title, text, arrivedAt, complete, correction } = article;
      const key = numberOf(row, 'key');
      const revision = numberOf(row, 'revision');
      const old = findText.get(key) ?? {};
      const before = { title: textOf(row, 'title'), text: textOf(old, 'text'), language: languageOf(row) };
      const fresh = indexed(key);
      const isRevised = outcome === 'revised';
      if (isRevised) keep.run(key, revision, before.title, before.text, numberOf(row, 'revised_at'));
      const { signature } = print();
      update.run(
        language,
        revision + Number(isRevised),
        digest,
        title,
        isRevised ? arrivedAt.getTime() : numberOf(row, 'revised_at'),
        Number(complete),
        signature.length === 0 ? null : signature,
        correction ?? null,
        outcome === 'completed' ? 0 : numberOf(row, 'assigned'),
        key,
      );
      updateText.run(text, encodeAnalysis(fresh.analysis), key);
      rows.describe(row, article);
      const known = { key, language: before.language, parts: compoundParts(before) };
      const analysis = decodeAnalysis(textOf(old, 'analysis'));
      return { removed: isIndexed(row) ? { ...known, analysis } : undefined, added: fresh };
    },

    describe(row, { id, names, url, source, authors, image }) {
      // Another section's copy doesn't rename what is there; it may say what was missing.
      const isOwn = names === undefined && textOf(row, 'id') === id;
      const stored = {
        url: textOf(row, 'url'),
        source: textOf(row, 'source'),
        authors: textOf(row, 'authors'),
        image: optionalTextOf(row, 'image'),
      };
      const given = authors.length === 0 ? stored.authors : JSON.stringify(authors);
      const next = isOwn
        ? { url, source, authors: JSON.stringify(authors), image }
        : { ...stored, authors: given, image: image ?? stored.image };
      const isSame =
        next.url === stored.url &&
        next.source === stored.source &&
        next.authors === stored.authors &&
        next.image === stored.image;
      if (!isSame)
        describe.run(next.url, next.source, next.authors, next.image ?? null, numberOf(row, 'key'));
    },
  };
  return rows;
}

/** What waits to be analysed again (see reanalysis.ts) and what was withdrawn isn't in the index. */
export function isIndexed(row: Row): boolean {
  return numberOf(row, 'analyser') !== 0 && row['withdrawn_at'] === null;
}
