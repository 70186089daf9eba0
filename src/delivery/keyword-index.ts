import type { ArticleHead } from '../stories/article.ts';
import type { ArticleStore } from '../stories/store.ts';
import { matches, parseKeywords, readArticleWords } from './keywords.ts';
import type { Keywords } from './keywords.ts';

/** Which of some articles hold what keywords ask for. */
export interface KeywordIndex {
  /** Looks for some expressions at once: reading the articles takes most of the time. What can't be read is left to `find`. */
  prepare(expressions: readonly string[]): Promise<void>;
  /**
   * The ids of the articles that an expression finds.
   * @throws {UserError} where it can't be read
   */
  find(expression: string): Promise<ReadonlySet<string>>;
}

/** Articles read at a time: between them, the process answers its readers. */
const readAtOnce = 20;

/** Texts are read again for each set of expressions rather than kept. */
export function createKeywordIndex(
  store: Pick<ArticleStore, 'articles'>,
  articles: readonly Pick<ArticleHead, 'id'>[],
): KeywordIndex {
  const found = new Map<string, Set<string>>();

  async function prepare(expressions: readonly string[]): Promise<void> {
    const fresh = [...new Set(expressions)].filter((expression) => !found.has(expression));
    const parsed = fresh.flatMap((expression) => {
      const keywords = readOf(expression);
      return keywords === undefined ? [] : [{ expression, keywords, ids: new Set<string>() }];
    });
    if (parsed.length === 0) return;
    for (let next = 0; next < articles.length; next += readAtOnce) {
      const ids = articles.slice(next, next + readAtOnce).map(({ id }) => id);
      for (const { article } of await store.articles(ids)) {
        const words = readArticleWords(article);
        for (const { keywords, ids } of parsed) if (matches(keywords, words)) ids.add(article.id);
      }
    }
    for (const { expression, ids } of parsed) found.set(expression, ids);
  }

  return {
    prepare,
    async find(expression) {
      parseKeywords(expression);
      await prepare([expression]);
      return found.get(expression) ?? new Set();
    },
  };
}

/** What an expression looks for; undefined where it can't be read. */
function readOf(expression: string): Keywords | undefined {
  try {
    return parseKeywords(expression);
  } catch {
    return undefined;
  }
}
