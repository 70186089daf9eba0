import { createHash } from 'node:crypto';
import type { Detector, LanguageTag } from '../language/index.ts';
import type { Item } from '../sources/item.ts';
import { groupArticles } from './grouping.ts';
import type { Dated } from './grouping.ts';
import type { Added, ArticleStore } from './store.ts';

/** What became of one item: stored, known already, or not an article in a language Kiosk speaks. */
export interface Ingested {
  readonly id: string;
  readonly outcome: Added['outcome'] | 'unknownLanguage' | 'empty';
}

/** Takes items in: names them, tells their language, stores them and groups them into stories. */
export interface Ingest {
  (items: readonly Item[]): Promise<readonly Ingested[]>;
}

/** Below this many characters a text is a fragment, not an article. */
const shortestText = 1;

/**
 * @param detector asked only when an item doesn't say its language, since loading one takes time and memory
 * @param now the clock: an item without a date counts as published when it is read
 */
export function createIngest(parts: {
  store: ArticleStore;
  detector: () => Promise<Detector>;
  now: () => Date;
}): Ingest {
  const { store, detector, now } = parts;

  async function languageOf(item: Item): Promise<LanguageTag | undefined> {
    return item.language ?? (await detector()).detect(`${item.title}\n${item.text}`).language;
  }

  /** One after the other: two that arrive at once would each take the other's story for its own. */
  let before: Promise<unknown> = Promise.resolve();
  function groupInTurn(articles: readonly Dated[]): Promise<unknown> {
    const done = before.then(() => groupArticles(store, articles));
    before = done.catch(() => undefined);
    return done;
  }

  return async (items) => {
    const outcomes = new Map<number, Ingested>();
    const articles = [];
    for (const [index, item] of items.entries()) {
      const id = item.id ?? idOf(item.url);
      const text = item.text.trim();
      const language = text.length < shortestText ? undefined : await languageOf(item);
      if (language === undefined) {
        outcomes.set(index, { id, outcome: text.length < shortestText ? 'empty' : 'unknownLanguage' });
        continue;
      }
      const { url, source, title, image } = item;
      const publishedAt = item.publishedAt ?? now();
      const authors = item.authors ?? [];
      articles.push({
        index,
        article: { id, url, source, language, title, text, publishedAt, authors, ...(image && { image }) },
      });
    }
    const added = await store.add(articles.map(({ article }) => article));
    for (const [at, { index }] of articles.entries()) {
      const outcome = added[at];
      if (outcome !== undefined) outcomes.set(index, { id: outcome.id, outcome: outcome.outcome });
    }
    const unassigned = new Set(added.filter(({ assigned }) => !assigned).map(({ id }) => id));
    await groupInTurn(articles.map(({ article }) => article).filter(({ id }) => unassigned.has(id)));
    return items.flatMap((_, index) => outcomes.get(index) ?? []);
  };
}

/** A short, stable name for an article that has none: 16 base64url characters of its address' SHA-256. */
export function idOf(url: string): string {
  return createHash('sha256').update(url).digest('base64url').slice(0, 16);
}
