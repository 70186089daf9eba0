import type { DatabaseSync } from 'node:sqlite';
import type { Analysis } from '../../stories/analysis.ts';
import type { Article, ArticleHead } from '../../stories/article.ts';
import type { Candidate, Period } from '../../stories/store.ts';
import { decodeAnalysis } from './analysis.ts';
import { languageOf, numberOf, optionalNumberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

/** The columns of an article's head. */
export const headColumns =
  'key, id, story, assigned, language, published_at, revision, url, source, title, authors, image, arrived_at, news, complete, correction, withdrawn_at' as const;

/** The key of the article that an id, or another name, is bound to as the statement's first value. */
export const keyNamed =
  'coalesce((SELECT key FROM articles WHERE id = ?1), (SELECT key FROM names WHERE name = ?1))';

/** A candidate, or with its text a stored article, on its way between threads: its analysis is decoded where it is wanted. */
export interface Packed<article extends ArticleHead> {
  readonly article: article;
  readonly story: string;
  readonly assigned: boolean;
  readonly analysis: string;
}

/** What `unpack` gives. */
export interface Unpacked<article extends ArticleHead> extends Candidate {
  readonly article: article;
}

/** An article's head with its story. */
export interface StoredHead {
  readonly head: ArticleHead;
  readonly story: string;
  readonly assigned: boolean;
}

/** Runs `work` on one state of the database, whatever is written meanwhile. */
export function snapshot<result>(database: DatabaseSync, work: () => result): result {
  database.exec('BEGIN');
  try {
    return work();
  } finally {
    if (database.isTransaction) database.exec('COMMIT');
  }
}

/** An article's head from a row with `headColumns`. */
export function headOf(row: Row): StoredHead {
  const image = optionalTextOf(row, 'image');
  const correction = optionalTextOf(row, 'correction');
  const withdrawnAt = optionalNumberOf(row, 'withdrawn_at');
  const authors: readonly string[] = JSON.parse(textOf(row, 'authors'));
  return {
    story: textOf(row, 'story'),
    assigned: numberOf(row, 'assigned') === 1,
    head: {
      id: textOf(row, 'id'),
      url: textOf(row, 'url'),
      source: textOf(row, 'source'),
      language: languageOf(row),
      title: textOf(row, 'title'),
      publishedAt: new Date(numberOf(row, 'published_at')),
      revision: numberOf(row, 'revision'),
      authors,
      ...(image !== undefined && { image }),
      arrivedAt: new Date(numberOf(row, 'arrived_at')),
      news: numberOf(row, 'news') === 1,
      complete: numberOf(row, 'complete') === 1,
      ...(correction !== undefined && { correction }),
      ...(withdrawnAt !== undefined && { withdrawnAt: new Date(withdrawnAt) }),
    },
  };
}

/** A candidate from a row with `headColumns` and `analysis`. */
export function candidateOf(row: Row): Packed<ArticleHead> {
  const { head, ...rest } = headOf(row);
  return { ...rest, article: head, analysis: textOf(row, 'analysis') };
}

/** A whole article from a row with `headColumns`, `text` and `analysis`. */
export function articleOf(row: Row): Packed<Article> {
  const { article, ...rest } = candidateOf(row);
  return { ...rest, article: { ...article, text: textOf(row, 'text') } };
}

/** A candidate or a stored article as the port has it. */
export function unpack<article extends ArticleHead>({
  article,
  story,
  assigned,
  analysis,
}: Packed<article>): Unpacked<article> {
  let decoded: Analysis | undefined;
  return {
    article,
    story,
    assigned,
    get analysis() {
      decoded ??= decodeAnalysis(analysis);
      return decoded;
    },
  };
}

/** Whether something published then belongs to the period. */
export function isWithin({ from, to }: Period, publishedAt: Date): boolean {
  return (from === undefined || publishedAt >= from) && (to === undefined || publishedAt < to);
}
