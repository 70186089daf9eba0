import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { analyse, compoundParts } from '../../stories/analyse.ts';
import type { NewArticle } from '../../stories/article.ts';
import type { Added, Assignment } from '../../stories/store.ts';
import { printOf } from '../../stories/twins.ts';
import type { Print } from '../../stories/twins.ts';
import { createArticleRows } from './article-rows.ts';
import type { ArticleRows } from './article-rows.ts';
import { transact } from './database.ts';
import { snapshot } from './reading.ts';
import { createRecognition } from './recognition.ts';
import type { Recognised } from './recognition.ts';
import { languageOf, numberOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';
import type { Indexed, SearchIndex } from './search-index.ts';

/** Stores articles and says which stories they belong to. */
export interface ArticleWriter {
  /** All of them in one transaction. */
  add(articles: readonly NewArticle[]): readonly Added[];
  assign(assignments: readonly Assignment[]): void;
}

/** An article that is about to be stored. */
export interface Prepared {
  readonly article: NewArticle;
  /** Of title and text. */
  readonly digest: Uint8Array;
  /** Computed when first asked for, outside of the transaction where that can be foreseen. */
  indexed(key: number): Indexed;
  print(): Print;
}

/** The write side of articles. */
export function createArticleWriter(database: DatabaseSync, index: SearchIndex): ArticleWriter {
  const recognition = createRecognition(database);
  const rows = createArticleRows(database);
  const assignStory = database.prepare('UPDATE articles SET story = ?, assigned = 1 WHERE id = ?');

  function addOne(prepared: Prepared, changes: Changes): Added {
    const { article } = prepared;
    const found = recognition.find(prepared);
    if (found === undefined) {
      const created = rows.create(prepared);
      recognition.name(created.key, article);
      changes.added.set(created.key, created);
      return { id: article.id, outcome: 'new', assigned: false };
    }
    const { row } = found;
    recognition.name(numberOf(row, 'key'), article);
    const outcome = outcomeOf(found, prepared);
    const speaksOther = !found.isTwin && isWhole(row, article) && languageOf(row) !== article.language;
    if (outcome !== 'known' || speaksOther) note(changes, rows.replace(row, prepared, outcome));
    else rows.describe(row, article);
    const assigned = numberOf(row, 'assigned') === 1 && outcome !== 'completed';
    return { id: textOf(row, 'id'), outcome, assigned };
  }

  return {
    add(articles) {
      const prepared = articles.map(prepare);
      // Analysing takes longer than writing: done before the lock is taken.
      snapshot(database, () => {
        for (const each of prepared) {
          const found = recognition.find(each);
          if (found === undefined || outcomeOf(found, each) !== 'known') each.indexed(0);
        }
      });
      index.prepare(articles.map(({ language }) => language));
      return transact(database, () => {
        const changes: Changes = { removed: new Map(), added: new Map() };
        const outcomes = prepared.map((each) => addOne(each, changes));
        index.change({ removed: [...changes.removed.values()], added: [...changes.added.values()] });
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

/** What one transaction changes in the index, by the keys of articles; one may change several times in it. */
interface Changes {
  readonly removed: Map<number, Indexed>;
  readonly added: Map<number, Indexed>;
}

function note(changes: Changes, { removed, added }: ReturnType<ArticleRows['replace']>): void {
  if (removed !== undefined && !changes.added.has(removed.key)) changes.removed.set(removed.key, removed);
  changes.added.set(added.key, added);
}

function outcomeOf({ row, isTwin }: Recognised, { article, digest }: Prepared): Added['outcome'] {
  if (isTwin || !isWhole(row, article)) return 'known';
  const stored = row['digest'];
  const isSame = stored instanceof Uint8Array && Buffer.compare(stored, digest) === 0;
  if (article.complete && numberOf(row, 'complete') === 0) return 'completed';
  return isSame && row['withdrawn_at'] === null ? 'known' : 'revised';
}

/** False for a part of what is stored whole. */
function isWhole(row: Row, article: NewArticle): boolean {
  return article.complete || numberOf(row, 'complete') === 0;
}

function prepare(article: NewArticle): Prepared {
  const { title, text } = article;
  const digest = hash('sha256', `${title.length}:${title}${text}`, 'buffer');
  let found: Omit<Indexed, 'key'> | undefined;
  let print: Print | undefined;
  return {
    article,
    digest,
    indexed(key) {
      found ??= { language: article.language, analysis: analyse(article), parts: compoundParts(article) };
      return { ...found, key };
    },
    print: () => (print ??= printOf(article)),
  };
}
