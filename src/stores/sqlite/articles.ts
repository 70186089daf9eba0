import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { analyse, compoundParts } from '../../stories/analyse.ts';
import { analyserVersion } from '../../stories/analysis.ts';
import type { Article } from '../../stories/article.ts';
import type { Added, Assignment } from '../../stories/store.ts';
import { decodeAnalysis, encodeAnalysis } from './analysis.ts';
import { transact } from './database.ts';
import { createKeys } from './keys.ts';
import { languageOf, numberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';
import type { Indexed, SearchIndex } from './search-index.ts';

type NewArticle = Omit<Article, 'revision'>;

/** Stores articles and says which stories they belong to. */
export interface ArticleWriter {
  /** All of them in one transaction; each id at most once. */
  add(articles: readonly NewArticle[]): readonly Added[];
  assign(assignments: readonly Assignment[]): void;
}

/** An article that is about to be stored. */
interface Prepared {
  readonly article: NewArticle;
  readonly digest: Uint8Array;
  /** Computed when first asked for, outside of the transaction where that can be foreseen. */
  indexed(key: number): Indexed;
}

/** The write side of articles. */
export function createArticleWriter(database: DatabaseSync, index: SearchIndex): ArticleWriter {
  const keys = createKeys(database);
  const find = database.prepare(`
    SELECT key, assigned, language, revision, analyser, digest, url, source, title, authors, image FROM articles WHERE id = ?`);
  const findText = database.prepare('SELECT text, analysis FROM texts WHERE key = ?');
  const insert = database.prepare(`
    INSERT INTO articles (key, id, story, language, published_at, revision, analyser, digest, url, source, title, authors, image)
    VALUES (?, ?, ?, ?, ?, 1, ${analyserVersion}, ?, ?, ?, ?, ?, ?)`);
  const insertText = database.prepare('INSERT INTO texts (key, text, analysis) VALUES (?, ?, ?)');
  const keep = database.prepare('INSERT INTO revisions (key, revision, title, text) VALUES (?, ?, ?, ?)');
  const update = database.prepare(`
    UPDATE articles
    SET language = ?, revision = ?, analyser = ${analyserVersion}, digest = ?, url = ?, source = ?, title = ?, authors = ?, image = ?
    WHERE key = ?`);
  const updateText = database.prepare('UPDATE texts SET text = ?, analysis = ? WHERE key = ?');
  const describe = database.prepare(
    'UPDATE articles SET url = ?, source = ?, authors = ?, image = ? WHERE key = ?',
  );
  const assignStory = database.prepare('UPDATE articles SET story = ?, assigned = 1 WHERE id = ?');

  function create({ article, digest, indexed }: Prepared): Indexed {
    const { id, language, publishedAt, url, source, title, text, authors, image } = article;
    const key = keys.next(publishedAt);
    const fresh = indexed(key);
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
    );
    insertText.run(key, text, encodeAnalysis(fresh.analysis));
    return fresh;
  }

  /** Puts the article in the place of the stored one and returns what the index knew of that. */
  function replace(
    row: Row,
    prepared: Prepared,
    isRevised: boolean,
  ): { removed: Indexed[]; added: Indexed[] } {
    const { language, url, source, title, text, authors, image } = prepared.article;
    const key = numberOf(row, 'key');
    const revision = numberOf(row, 'revision');
    const old = findText.get(key) ?? {};
    const before = { title: textOf(row, 'title'), text: textOf(old, 'text'), language: languageOf(row) };
    const fresh = prepared.indexed(key);
    if (isRevised) keep.run(key, revision, before.title, before.text);
    const next = revision + (isRevised ? 1 : 0);
    update.run(
      language,
      next,
      prepared.digest,
      url,
      source,
      title,
      JSON.stringify(authors),
      image ?? null,
      key,
    );
    updateText.run(text, encodeAnalysis(fresh.analysis), key);
    // Waits to be analysed again, see reanalysis.ts: the index doesn't know it.
    const isIndexed = numberOf(row, 'analyser') !== 0;
    const known = { key, language: before.language, parts: compoundParts(before) };
    const removed = isIndexed ? [{ ...known, analysis: decodeAnalysis(textOf(old, 'analysis')) }] : [];
    return { removed, added: [fresh] };
  }

  return {
    add(articles) {
      const prepared = articles.map(prepare);
      // Analysing takes longer than writing: done before the lock is taken.
      for (const each of prepared) {
        const row = find.get(each.article.id);
        if (row === undefined || isChanged(row, each).text) each.indexed(0);
      }
      index.prepare(articles.map(({ language }) => language));
      return transact(database, () => {
        const removed: Indexed[] = [];
        const added: Indexed[] = [];
        const outcomes = prepared.map((each): Added => {
          const { id, url, source, authors, image } = each.article;
          const row = find.get(id);
          if (row === undefined) {
            added.push(create(each));
            return { id, outcome: 'new', assigned: false };
          }
          const changed = isChanged(row, each);
          if (changed.text || changed.language) {
            const change = replace(row, each, changed.text);
            removed.push(...change.removed);
            added.push(...change.added);
          } else if (
            textOf(row, 'url') !== url ||
            textOf(row, 'source') !== source ||
            textOf(row, 'authors') !== JSON.stringify(authors) ||
            optionalTextOf(row, 'image') !== image
          ) {
            describe.run(url, source, JSON.stringify(authors), image ?? null, numberOf(row, 'key'));
          }
          const assigned = numberOf(row, 'assigned') === 1;
          return { id, outcome: changed.text ? 'revised' : 'known', assigned };
        });
        index.change({ removed, added });
        return outcomes;
      });
    },
    assign(assignments) {
      transact(database, () => {
        for (const { article, story } of assignments) assignStory.run(story, article);
      });
    },
  };
}

function isChanged(row: Row, { article, digest }: Prepared): { text: boolean; language: boolean } {
  const stored = row['digest'];
  return {
    text: !(stored instanceof Uint8Array && Buffer.compare(stored, digest) === 0),
    language: textOf(row, 'language') !== article.language,
  };
}

function prepare(article: NewArticle): Prepared {
  const { title, text } = article;
  const digest = createHash('sha256').update(`${title.length}:${title}${text}`).digest();
  let found: Omit<Indexed, 'key'> | undefined;
  return {
    article,
    digest,
    indexed(key) {
      found ??= { language: article.language, analysis: analyse(article), parts: compoundParts(article) };
      return { ...found, key };
    },
  };
}
