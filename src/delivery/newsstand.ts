import { publisherOf } from '../sources/identity.ts';
import type { ArticleHead, Story } from '../stories/article.ts';
import type { ArticleStore, StoredArticle } from '../stories/store.ts';
import type { Wish } from '../chat/plan.ts';
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

/** The news of some days, ready for any number of wishes; what waits for its story isn't among them. */
export interface Newsstand {
  /** All that arrived until then is there; of what arrived since, some may come yet. */
  readonly completeUntil: Date;
  /** Looks at once for what many wishes want; what isn't prepared is looked for when it is ranked. */
  prepare(wishes: readonly Wish[]): Promise<void>;
  /** Stories with an article that arrived after `since`, best first. The same wish is looked up once. */
  rank(wish: Wish, since: Date): Promise<readonly Ranked[]>;
  /** How many of these articles' sources tell it in words of their own: agencies' texts stand in many papers, and count once. */
  independent(articles: readonly ArticleHead[]): number;
}

/** An article may be stored this much later than it arrived, in milliseconds. */
export const storingTakes = 2 * 60 * 1000;
/** Articles read at a time. */
const readAtOnce = 100;
/** After this many milliseconds freshness counts half. */
const halfLife = 12 * 60 * 60 * 1000;
/** What makes a story come first: another doubling of its sources, how well it fits, how fresh it is. */
const weights = { sources: 1, fit: 1.5, freshness: 1 };

/** Reads some stories. */
export async function openNewsstand(parts: {
  readonly store: Pick<ArticleStore, 'articles' | 'compounds'>;
  readonly stories: readonly Story[];
  readonly now: Date;
}): Promise<Newsstand> {
  const { store, now } = parts;
  const wanted = parts.stories.flatMap(({ articles }) => articles).filter(isThere);
  const read: Pick<StoredArticle, 'article' | 'analysis'>[] = [];
  const storyOf = new Map<string, string | undefined>();
  for (let next = 0; next < wanted.length; next += readAtOnce) {
    const ids = wanted.slice(next, next + readAtOnce).map(({ id }) => id);
    for (const { article, analysis, story, assigned } of await store.articles(ids)) {
      read.push({ article, analysis });
      storyOf.set(article.id, assigned ? story : undefined);
    }
  }
  // Two articles that will be one story must not be told as two.
  const waiting = parts.stories.flatMap(({ id, articles }) =>
    articles.filter((article) => storyOf.has(article.id) && storyOf.get(article.id) !== id),
  );
  const unsettled = new Set(waiting.map(({ id }) => id));
  const stories = parts.stories.filter(({ articles }) => !articles.some(({ id }) => unsettled.has(id)));
  const index = createTopicIndex(read, store.compounds);
  const keywordIndex = createKeywordIndex(
    store,
    read.map(({ article }) => article),
  );
  const placeOf = new Map(read.map(({ article }, place) => [article.id, place]));
  const openings = read.map(({ article, analysis }) => ({
    publisher: publisherOf(article.url),
    first: analysis.sentences[0]?.terms ?? analysis.title,
  }));
  const topics = new Map<string, ReturnType<typeof index.fit>>();
  const known = new Map<string, Promise<readonly Ranked[]>>();

  function fitsOf(topic: string): ReturnType<typeof index.fit> {
    const fits = topics.get(topic) ?? index.fit(topic);
    topics.set(topic, fits);
    return fits;
  }

  function independent(articles: readonly ArticleHead[]): number {
    const seen = articles.flatMap(({ id }) => openings[placeOf.get(id) ?? -1] ?? []);
    const texts = new Map(seen.map(({ first, publisher }) => [first, publisher]));
    return new Set(texts.values()).size;
  }

  async function rank(wish: Wish): Promise<readonly Ranked[]> {
    const asked = await Promise.all(wish.topics.map(async (topic) => ({ topic, fits: await fitsOf(topic) })));
    const held = wish.keywords === undefined ? undefined : await keywordIndex.find(wish.keywords);
    const ranked = stories.flatMap((story) => {
      const articles = story.articles.filter((article) => isThere(article) && isRead(article, wish));
      if (articles.length === 0) return [];
      if (held !== undefined && !articles.some(({ id }) => held.has(id))) return [];
      const best = asked
        .map(({ topic, fits }) => ({
          topic,
          fit: Math.max(...articles.map(({ id }) => fits.get(placeOf.get(id) ?? -1) ?? 0)),
        }))
        .reduce((one, other) => (other.fit > one.fit ? other : one), { topic: '', fit: 0 });
      if (asked.length > 0 && best.fit === 0) return [];
      const sources = independent(articles);
      const age = Math.max(0, now.getTime() - story.updatedAt.getTime());
      const score =
        weights.sources * Math.log2(1 + sources) +
        weights.fit * best.fit +
        weights.freshness * 2 ** (-age / halfLife);
      return [{ story, articles, ...(best.fit > 0 && { topic: best.topic }), sources, score }];
    });
    return ranked.toSorted(bestFirst);
  }

  return {
    completeUntil: new Date(
      Math.min(now.getTime(), ...waiting.map(({ arrivedAt }) => arrivedAt.getTime())) - storingTakes,
    ),
    independent,
    prepare: (wishes) => keywordIndex.prepare(wishes.flatMap(({ keywords }) => keywords ?? [])),
    async rank(wish, from) {
      const { topics, keywords, sources, languages } = wish;
      const name = JSON.stringify([topics, keywords, sources, languages]);
      const found = known.get(name) ?? rank(wish);
      known.set(name, found);
      return (await found).filter(({ articles }) => articles.some(({ arrivedAt }) => arrivedAt > from));
    },
  };
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
