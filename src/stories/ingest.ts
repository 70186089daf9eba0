import { plainLanguage } from '../language/index.ts';
import type { Detector, LanguageTag } from '../language/index.ts';
import { addressKey } from '../sources/identity.ts';
import type { Item } from '../sources/item.ts';
import type { NewArticle } from './article.ts';
import { correctionIn } from './corrections.ts';
import { nameOf } from './names.ts';
import type { Added, ArticleStore } from './store.ts';

/** What became of one item: stored, known already, or not an article in a language Kiosk speaks. */
export interface Ingested {
  readonly id: string;
  readonly outcome: Added['outcome'] | 'unknownLanguage' | 'empty';
}

/** Takes items in: names them, tells their language and stores them. Which stories they tell, a `Grouping` finds. */
export interface Ingest {
  (items: readonly Item[]): Promise<readonly Ingested[]>;
}

/** What was published longer ago than this is no news, however late it arrives. */
const freshFor = 3 * 24 * 60 * 60 * 1000;

/**
 * @param detector asked only when neither an item nor its function words say its language, since loading one takes time and memory
 * @param now the clock: an item without a date counts as published when it is read
 */
export function createIngest(parts: {
  store: Pick<ArticleStore, 'add'>;
  detector: () => Promise<Detector>;
  now: () => Date;
}): Ingest {
  const { store, detector, now } = parts;

  async function languageOf(item: Item): Promise<LanguageTag | undefined> {
    const known = item.language ?? plainLanguage(item.text);
    return known ?? (await detector()).detect(`${item.title}\n${item.text}`).language;
  }

  return async (items) => {
    const outcomes = new Map<number, Ingested>();
    const articles: NewArticle[] = [];
    const places: number[] = [];
    for (const [index, item] of items.entries()) {
      const names = namesOf(item);
      const text = item.text.trim();
      const language = text === '' ? undefined : await languageOf(item);
      if (language === undefined) {
        outcomes.set(index, { id: names.id, outcome: text === '' ? 'empty' : 'unknownLanguage' });
        continue;
      }
      places.push(index);
      articles.push({ ...names, ...articleOf({ ...item, text }, language, now()) });
    }
    const added = await store.add(articles);
    for (const [at, { id, outcome }] of added.entries()) {
      const index = places[at];
      if (index !== undefined) outcomes.set(index, { id, outcome });
    }
    return items.flatMap((_, index) => outcomes.get(index) ?? []);
  };
}

function namesOf(item: Item): Pick<NewArticle, 'id' | 'names'> {
  if (item.id !== undefined) return { id: item.id };
  const [first = '', ...others] = (item.names ?? [addressKey(item.url)]).map(nameOf);
  return { id: first, names: others };
}

function articleOf(item: Item, language: LanguageTag, now: Date): Omit<NewArticle, 'id' | 'names'> {
  const { url, source, title, text, image, publishedAt = now } = item;
  const { authors = [], complete = true, news = false } = item;
  const correction = correctionIn(text, language);
  return {
    url,
    source,
    language,
    title,
    text,
    publishedAt,
    authors,
    ...(image && { image }),
    arrivedAt: now,
    news: news && now.getTime() - publishedAt.getTime() < freshFor,
    complete,
    ...(correction !== undefined && { correction }),
  };
}
