import type { ArticleHead } from '../stories/article.ts';
import type { Ledger, ToldArticle } from './ledger.ts';
import type { Moved } from './moved.ts';
import type { Ranked } from './newsstand.ts';

/** A story that may be told. */
export interface Candidate extends Ranked {
  /** True where it had its chance before: only that it moved on, while it was left alone, is news. */
  readonly isRested?: boolean;
}

/** A story chosen for a channel. */
export interface Chosen extends Ranked {
  readonly isUpdate: boolean;
  /** What it is told from: all its articles, or of a story that moved on those that say what is new. */
  readonly tellingArticles: readonly ArticleHead[];
}

/** What a channel was told of some stories. */
export interface ToldBefore {
  /** The number to put a delivery with. */
  readonly number: number;
  of(story: Ranked): readonly ToldArticle[];
}

/** Looks up what some channels were told of some stories: by their articles, since stories change. */
export async function lookUpTold(
  ledger: Pick<Ledger, 'told'>,
  channels: readonly string[],
  stories: readonly Ranked[],
): Promise<(channel: string) => ToldBefore> {
  const ids = new Set(stories.flatMap(({ story }) => story.articles.map(({ id }) => id)));
  const { numbers, articles } = await ledger.told(channels, [...ids]);
  const told = Map.groupBy(articles, ({ channel }) => channel);
  return (channel) => {
    const ofChannel = Map.groupBy(told.get(channel) ?? [], ({ id }) => id);
    return {
      number: numbers.get(channel) ?? 0,
      of: ({ story }) => story.articles.flatMap(({ id }) => ofChannel.get(id) ?? []),
    };
  };
}

/** Chooses what a channel wasn't told of yet, or what moved on since, best first. */
export async function chooseStories(
  candidates: readonly Candidate[],
  count: number,
  told: ToldBefore,
  moved: Moved,
): Promise<readonly Chosen[]> {
  const chosen: Chosen[] = [];
  for (const each of candidates) {
    if (chosen.length === count) break;
    const before = told.of(each);
    const isUpdate = before.length > 0;
    if (each.isRested && !isUpdate) continue;
    const tellingArticles = isUpdate ? await moved.newsOf(each, before) : each.articles;
    if (tellingArticles.length > 0) chosen.push({ ...each, isUpdate, tellingArticles });
  }
  return chosen;
}
