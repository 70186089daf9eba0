import type { Wish } from '../chat/plan.ts';
import type { Dictionary } from '../language/index.ts';
import type { ArticleHead, Story } from '../stories/article.ts';
import type { ArticleStore, StoredArticle } from '../stories/store.ts';
import { createIndependence } from './independence.ts';
import type { Independence } from './independence.ts';
import { createKeywordIndex } from './keyword-index.ts';
import { createTopicIndex } from './topics.ts';

/** A story that fits a wish. */
export interface Ranked {
  readonly story: Story;
  /** Those of its articles that somebody with this wish reads, oldest first. */
  readonly articles: readonly ArticleHead[];
  /** The topic of the wish that it belongs to. */
  readonly topic?: string;
  /** How many sources tell it in words of their own. */
  readonly sources: number;
  readonly score: number;
}

/** The news of some days, ready for any number of wishes. What waits for its story isn't among them: it might be told twice. */
export interface Newsstand {
  /** All that was there when it was opened and had arrived until then is among them. */
  readonly completeUntil: Date;
  /** Looks at once for what many wishes want; what isn't prepared is looked for when it is ranked. */
  prepare(wishes: readonly Wish[]): Promise<void>;
  /** Stories with an article that arrived after `since`, best first. The same wish is looked up once. */
  rank(wish: Wish, since: Date): Promise<readonly Ranked[]>;
  /** How many sources tell these articles of one story in words of their own. */
  readonly independent: Independence['count'];
}

/** Stories whose articles are read at a time: between them, the process answers its readers. */
const readAtOnce = 20;
/** After this many milliseconds freshness counts half. */
const halfLife = 12 * 60 * 60 * 1000;
/** What makes a story come first: another doubling of its sources, how well it fits, how fresh it is. */
const weights = { sources: 1, fit: 1.5, freshness: 1 };

/** Reads some stories. */
export async function openNewsstand(parts: {
  readonly store: Pick<ArticleStore, 'articles' | 'compounds'>;
  readonly dictionary: Dictionary;
  readonly stories: readonly Story[];
  readonly now: Date;
}): Promise<Newsstand> {
  const { store, now } = parts;
  const index = createTopicIndex(store.compounds, parts.dictionary);
  const { add, count: independent } = createIndependence();
  const stories: Story[] = [];
  let completeUntil = now.getTime();
  for (let next = 0; next < parts.stories.length; next += readAtOnce) {
    const some = parts.stories.slice(next, next + readAtOnce);
    const ids = some.flatMap(({ articles }) => articles.filter(isThere).map(({ id }) => id));
    const read = new Map((await store.articles(ids)).map((each) => [each.article.id, each]));
    for (const story of some) {
      const stored = story.articles.flatMap(({ id }) => read.get(id) ?? []);
      if (!stored.every((each) => isPlaced(each, story))) {
        // Whichever of them turn out to belong to another story, the others are to be looked at again as well.
        const arrived = stored.map(({ article }) => article.arrivedAt.getTime());
        completeUntil = Math.min(completeUntil, ...arrived);
        continue;
      }
      stories.push(story);
      for (const each of stored) index.add(each);
      add(stored);
    }
  }
  const keywordIndex = createKeywordIndex(store, stories.flatMap(({ articles }) => articles).filter(isThere));
  const topics = new Map<string, ReturnType<typeof index.fit>>();
  const known = new Map<string, Promise<readonly Ranked[]>>();
  const arrived = new Map<string, Promise<readonly Ranked[]>>();

  function fitsOf(topic: string): ReturnType<typeof index.fit> {
    const fits = topics.get(topic) ?? index.fit(topic);
    topics.set(topic, fits);
    return fits;
  }

  async function rank(wish: Wish): Promise<readonly Ranked[]> {
    const asked = await Promise.all(wish.topics.map(async (topic) => ({ topic, fits: await fitsOf(topic) })));
    const held = wish.keywords === undefined ? undefined : await keywordIndex.find(wish.keywords);

    /** The topic that some articles fit best; none where they fit none. */
    function bestOf(articles: readonly ArticleHead[]): { readonly topic: string; readonly fit: number } {
      return asked
        .map(({ topic, fits }) => ({ topic, fit: Math.max(...articles.map(({ id }) => fits.get(id) ?? 0)) }))
        .reduce((one, other) => (other.fit > one.fit ? other : one), { topic: '', fit: 0 });
    }

    const ranked = stories.flatMap((story) => {
      const articles = story.articles.filter((article) => isThere(article) && isRead(article, wish));
      const last = articles.at(-1);
      if (last === undefined || (held !== undefined && !articles.some(({ id }) => held.has(id)))) return [];
      const { topic, fit } = bestOf(articles);
      if (asked.length > 0 && fit === 0) return [];
      const sources = independent(articles);
      const age = Math.max(0, now.getTime() - last.publishedAt.getTime());
      const score =
        weights.sources * Math.log2(1 + sources) +
        weights.fit * fit +
        weights.freshness * 2 ** (-age / halfLife);
      return [{ story, articles, ...(fit > 0 && { topic }), sources, score }];
    });
    return ranked.toSorted(bestFirst);
  }

  async function rankSince(wish: Wish, name: string, since: Date): Promise<readonly Ranked[]> {
    const found = known.get(name) ?? rank(wish);
    known.set(name, found);
    return (await found).filter(({ articles }) => articles.some(({ arrivedAt }) => arrivedAt > since));
  }

  return {
    completeUntil: new Date(completeUntil),
    independent,
    prepare: (wishes) => keywordIndex.prepare(wishes.flatMap(({ keywords }) => keywords ?? [])),
    rank(wish, since) {
      const { topics, keywords, sources, languages } = wish;
      const name = JSON.stringify([topics, keywords, sources, languages]);
      const dated = `${name} ${since.getTime()}`;
      const found = arrived.get(dated) ?? rankSince(wish, name, since);
      arrived.set(dated, found);
      return found;
    },
  };
}

/** False where an article was stored and its story wasn't looked for yet, or where it has moved to another one since. */
function isPlaced({ assigned, story: id }: StoredArticle, story: Story): boolean {
  return assigned && id === story.id;
}

function isThere({ withdrawnAt }: ArticleHead): boolean {
  return withdrawnAt === undefined;
}

function isRead({ source, language }: ArticleHead, { sources, languages }: Wish): boolean {
  return (
    (sources.length === 0 || sources.includes(source)) &&
    (languages.length === 0 || languages.includes(language))
  );
}

function bestFirst(one: Ranked, other: Ranked): number {
  return other.score - one.score || (one.story.id < other.story.id ? -1 : 1);
}
