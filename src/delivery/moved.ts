import { publisherOf } from '../sources/identity.ts';
import type { ArticleHead } from '../stories/article.ts';
import type { Analysis } from '../stories/analysis.ts';
import type { ArticleStore, StoredArticle } from '../stories/store.ts';
import { areCopies } from './independence.ts';
import type { ToldArticle } from './ledger.ts';
import type { Ranked } from './newsstand.ts';

/** A story that was told is left alone for this long, in milliseconds. */
export const rest = 60 * 60 * 1000;
/** What was read before a channel was told may have been stored after it. */
const overlap = 10 * 60 * 1000;
/** Sentences from an article's start that say what is new in it. */
const opening = 6;
/** An article is new where more than this share of its opening's words stands in nothing the channel was told of. */
const newShare = 0.5;

/** What is new in a story since a channel was told of it. */
export interface Moved {
  /** The articles that say something new, oldest first; none where it hasn't moved on. */
  newsOf(ranked: Ranked, told: readonly ToldArticle[]): Promise<readonly ArticleHead[]>;
}

/**
 * A story has moved on when an article arrived since whose opening is mostly new, and it isn't just one more paper's first report: the
 * paper told the story before, or another one has the same new word in its headline.
 */
export function createMoved(store: Pick<ArticleStore, 'articles'>, now: Date): Moved {
  const known = new Map<string, Promise<readonly ArticleHead[]>>();

  async function compare(
    fresh: readonly ArticleHead[],
    before: readonly string[],
  ): Promise<readonly ArticleHead[]> {
    const told = await store.articles(before);
    const said = new Set(told.flatMap(({ analysis }) => wordsOf(analysis)));
    const publishers = new Set(told.map(({ article }) => publisherOf(article.url)));
    const stored = await store.articles(fresh.map(({ id }) => id));
    const saysNew = new Set(
      stored.filter((each) => isNew(each.analysis, said)).map(({ article }) => article.id),
    );
    const isMore = (each: StoredArticle) =>
      publishers.has(publisherOf(each.article.url)) ||
      stored.some((other) => isOther(each, other) && haveSameNews(each.analysis, other.analysis, said));
    const news = new Set(stored.filter(isMore).map(({ article }) => article.id));
    return fresh.filter(({ id }) => saysNew.has(id) && news.has(id));
  }

  return {
    async newsOf({ story, articles }, told) {
      const last = Math.max(...told.map(({ at }) => at.getTime()));
      if (now.getTime() - last < rest) return [];
      const before = new Set(told.map(({ id }) => id));
      // In another language nearly every word is new.
      const spoken = new Set(
        story.articles.filter(({ id }) => before.has(id)).map(({ language }) => language),
      );
      const fresh = articles.filter(
        ({ id, arrivedAt, language }) =>
          !before.has(id) && arrivedAt.getTime() > last - overlap && spoken.has(language),
      );
      if (fresh.length === 0) return [];
      const name = JSON.stringify([fresh.map(({ id }) => id), [...before].toSorted()]);
      const found = known.get(name) ?? compare(fresh, [...before]);
      known.set(name, found);
      return found;
    },
  };
}

function wordsOf({ title, sentences }: Analysis, count = sentences.length): readonly string[] {
  const texts = [title, ...sentences.slice(0, count).map(({ terms }) => terms)];
  return texts.flatMap((text) => text.split(' ')).filter(Boolean);
}

function isNew(analysis: Analysis, said: ReadonlySet<string>): boolean {
  const own = new Set(wordsOf(analysis, opening));
  return own.difference(said).size > newShare * own.size;
}

function isOther(one: StoredArticle, other: StoredArticle): boolean {
  return (
    publisherOf(one.article.url) !== publisherOf(other.article.url) &&
    !areCopies(one.analysis, other.analysis)
  );
}

/** Whether the headlines of two articles have a word in common that wasn't said. */
function haveSameNews(one: Analysis, other: Analysis, said: ReadonlySet<string>): boolean {
  const own = new Set(wordsOf(one, 0));
  return wordsOf(other, 0).some((word) => own.has(word) && !said.has(word));
}
