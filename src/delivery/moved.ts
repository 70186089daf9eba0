import type { ArticleHead } from '../stories/article.ts';
import type { ArticleStore, StoredArticle } from '../stories/store.ts';
import type { ToldArticle } from './ledger.ts';
import { storingTakes } from './newsstand.ts';
import type { Ranked } from './newsstand.ts';

/** A story that was told is left alone for this long, in milliseconds. */
const rest = 60 * 60 * 1000;
/** Sentences from an article's start that say what is new in it. */
const opening = 6;
/** An article is new where more than this share of its opening's words stands in nothing the channel was told of. */
const newShare = 0.5;

/** What is new in a story since a channel was told of it. */
export interface Moved {
  /** The articles that say something new, oldest first; none where it hasn't moved on. */
  newsOf(ranked: Ranked, told: readonly ToldArticle[]): Promise<readonly ArticleHead[]>;
}

/** A story has moved on when an article arrived since whose opening mostly says what no article said that was there before. */
export function createMoved(store: Pick<ArticleStore, 'articles'>, now: Date): Moved {
  const terms = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, Promise<readonly ArticleHead[]>>();

  async function read(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !terms.has(id));
    for (const stored of await store.articles(missing)) terms.set(stored.article.id, openingOf(stored));
  }

  async function compare(
    fresh: readonly ArticleHead[],
    before: readonly string[],
  ): Promise<readonly ArticleHead[]> {
    await read([...fresh.map(({ id }) => id), ...before]);
    const said = new Set(before.flatMap((id) => [...(terms.get(id) ?? [])]));
    return fresh.filter(({ id }) => {
      const own = [...(terms.get(id) ?? [])];
      const unsaid = own.filter((term) => !said.has(term)).length;
      return own.length > 0 && unsaid / own.length > newShare;
    });
  }

  return {
    async newsOf({ articles }, told) {
      const last = Math.max(...told.map(({ at }) => at.getTime()));
      if (now.getTime() - last < rest) return [];
      const before = new Set(told.map(({ id }) => id));
      // In another language nearly every word is new.
      const spoken = new Set(articles.filter(({ id }) => before.has(id)).map((article) => article.language));
      const fresh = articles.filter(
        (article) =>
          !before.has(article.id) &&
          article.arrivedAt.getTime() > last - storingTakes &&
          spoken.has(article.language),
      );
      if (fresh.length === 0) return [];
      const name = JSON.stringify([fresh.map(({ id }) => id), [...before].toSorted()]);
      const found = known.get(name) ?? compare(fresh, [...before]);
      known.set(name, found);
      return found;
    },
  };
}

function openingOf({ analysis }: StoredArticle): ReadonlySet<string> {
  const sentences = analysis.sentences.slice(0, opening).map(({ terms }) => terms);
  return new Set([analysis.title, ...sentences].join(' ').split(' ').filter(Boolean));
}
