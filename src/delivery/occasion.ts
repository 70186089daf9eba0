import type { Sensitivity, Subscription } from '../chat/plan.ts';
import type { ArticleHead } from '../stories/article.ts';
import type { ToldArticle } from './ledger.ts';
import type { Moved } from './moved.ts';
import type { Newsstand, Ranked } from './newsstand.ts';

/** Why a channel is told of a story at once, and from which articles. */
export interface Occasion {
  /** The same whenever the same is found. */
  readonly key: string;
  /** `alert`: several sources start to tell it; `update`: it moved on after an alert. */
  readonly kind: 'alert' | 'update';
  /** The alert in whose thread it goes. */
  readonly follows?: string;
  /** Oldest first; one at least. */
  readonly articles: readonly ArticleHead[];
}

const hour = 60 * 60 * 1000;
/** How many independent sources must start to tell a story, and within which time. */
const thresholds: Readonly<Record<Sensitivity, { readonly sources: number; readonly within: number }>> = {
  low: { sources: 5, within: 6 * hour },
  normal: { sources: 3, within: 3 * hour },
  high: { sources: 2, within: 3 * hour },
};
/** The longest of these times. */
export const longestWindow = 6 * hour;
/** Developments follow an alert for this long. */
const followed = 24 * hour;
/** What the key of an alert begins with. */
const alertKey = 'alert:';

/** The occasion to tell a subscription's channel of a story, if there is one: once a channel and story, and whenever that moves on. */
export async function occasionFor(
  subscription: Subscription,
  ranked: Ranked,
  told: readonly ToldArticle[],
  round: { readonly now: Date; readonly stand: Pick<Newsstand, 'independent'>; readonly moved: Moved },
): Promise<Occasion | undefined> {
  const { now, stand, moved } = round;
  return told.length === 0
    ? beginning(subscription, ranked, now, stand)
    : development(ranked, told, now, moved);
}

function beginning(
  { channel, alerts = 'low', createdAt, wish }: Subscription,
  { story, articles }: Ranked,
  now: Date,
  { independent }: Pick<Newsstand, 'independent'>,
): Occasion | undefined {
  const { sources, within } = thresholds[alerts];
  // Nobody waits for more sources than they read.
  const needed = Math.min(sources, wish.sources.length || sources);
  const from = Math.max(createdAt.getTime(), now.getTime() - within);
  const fresh = articles.filter(({ news, arrivedAt }) => news && arrivedAt.getTime() >= from);
  const known = articles.filter(({ arrivedAt }) => arrivedAt < createdAt);
  if (independent(fresh) < needed || independent(known) >= needed) return undefined;
  return { key: `${alertKey}${channel}:${story.id}`, kind: 'alert', articles };
}

async function development(
  ranked: Ranked,
  told: readonly ToldArticle[],
  now: Date,
  moved: Moved,
): Promise<Occasion | undefined> {
  const alerts = told.filter(({ delivery }) => delivery.startsWith(alertKey));
  const [alert] = alerts.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  if (alert === undefined || now.getTime() - alert.at.getTime() > followed) return undefined;
  const articles = (await moved.newsOf(ranked, told)).filter(({ news }) => news);
  const last = articles.at(-1);
  const follows = alert.delivery;
  return last && { key: `update:${follows}:${last.id}`, kind: 'update', follows, articles };
}
