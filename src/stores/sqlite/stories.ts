import type { DatabaseSync } from 'node:sqlite';
import type { Article, Story } from '../../stories/article.ts';
import type { StoryQuery } from '../../stories/store.ts';
import { keyRange } from './keys.ts';
import { articleOf, headColumns, headOf, isWithin, keyNamed, snapshot } from './reading.ts';
import type { Packed, StoredHead } from './reading.ts';
import { textOf } from './rows.ts';

/** Reads stored articles and the stories they tell. */
export interface StoryReader {
  articles(ids: readonly string[]): readonly Packed<Article>[];
  stories(query: StoryQuery): readonly Story[];
}

/** The read side of articles and stories. */
export function createStoryReader(database: DatabaseSync): StoryReader {
  const findArticle = database.prepare(`
    SELECT ${headColumns}, text, analysis FROM articles JOIN texts USING (key) WHERE key = ${keyNamed}`);
  const findHead = database.prepare(`SELECT ${headColumns} FROM articles WHERE key = ${keyNamed}`);
  const findStory = database.prepare(
    `SELECT ${headColumns} FROM articles WHERE story = ? ORDER BY published_at, key`,
  );
  const newest = database.prepare(`
    SELECT ${headColumns} FROM articles WHERE key >= ? AND key < ? ORDER BY key DESC`);

  const hasStory = database.prepare('SELECT 1 FROM articles WHERE story = ? LIMIT 1');
  const findNews = database.prepare(`
    SELECT DISTINCT story FROM articles WHERE arrived_at >= ? AND news = 1 AND withdrawn_at IS NULL`);

  function storyOf(article: string): readonly string[] {
    const row = findHead.get(article);
    return row === undefined ? [] : [headOf(row).story];
  }

  /** The stories that were named, in no order. A story is named like one of its articles, so a name it had leads to it. */
  function named({ ids = [], articles = [] }: StoryQuery): ReadonlySet<string> {
    const known = ids.flatMap((id) => (hasStory.get(id) === undefined ? storyOf(id) : [id]));
    return new Set([...known, ...articles.flatMap(storyOf)]);
  }

  /** The stories of the newest articles that fit. */
  function latest(query: StoryQuery): ReadonlySet<string> {
    const stories = new Set<string>();
    const { start, end } = keyRange(query);
    for (const row of newest.iterate(start, end)) {
      if (stories.size >= query.limit) break;
      const stored = headOf(row);
      if (tells(query, stored)) stories.add(stored.story);
    }
    return stories;
  }

  function chosen(query: StoryQuery): ReadonlySet<string> {
    const isNamed = query.ids !== undefined || query.articles !== undefined;
    if (query.newsSince === undefined) return isNamed ? named(query) : latest(query);
    const news = new Set(findNews.all(query.newsSince.getTime()).map((row) => textOf(row, 'story')));
    return isNamed ? news.intersection(named(query)) : news;
  }

  return {
    articles(ids) {
      return snapshot(database, () =>
        ids.flatMap((id) => {
          const row = findArticle.get(id);
          return row === undefined ? [] : articleOf(row);
        }),
      );
    },
    stories(query) {
      return snapshot(database, () => {
        const stories = [...chosen(query)].flatMap((id) => {
          const articles = findStory.all(id).map(headOf);
          const lead = articles.find(({ head }) => head.withdrawnAt === undefined) ?? articles[0];
          if (lead === undefined || !articles.some((stored) => tells(query, stored))) return [];
          const updatedAt = new Date(Math.max(...articles.map(({ head }) => head.publishedAt.getTime())));
          return [{ id, lead: lead.head, articles: articles.map(({ head }) => head), updatedAt }];
        });
        return stories.toSorted(newestFirst).slice(0, query.limit);
      });
    },
  };
}

function tells(query: StoryQuery, { head }: StoredHead): boolean {
  const { languages } = query;
  return isWithin(query, head.publishedAt) && (languages === undefined || languages.includes(head.language));
}

function newestFirst(one: Story, other: Story): number {
  return other.updatedAt.getTime() - one.updatedAt.getTime() || (one.id < other.id ? -1 : 1);
}
