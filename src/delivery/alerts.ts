import type { LanguageTag } from '../language/language.ts';
import type { ArticleStore } from '../stories/store.ts';
import type { Translate } from '../texts.ts';
import { lookUpTold } from './choice.ts';
import type { ToldBefore } from './choice.ts';
import type { ChannelLanguages } from './languages.ts';
import type { Ledger, ToldArticle } from './ledger.ts';
import { createMoved } from './moved.ts';
import type { Moved } from './moved.ts';
import { openNewsstand } from './newsstand.ts';
import type { Newsstand, Ranked } from './newsstand.ts';
import type { DueDelivery, Outbox, Put } from './outbox.ts';
import type { PlanStore, Sensitivity, Subscription } from '../chat/plan.ts';
import { createTeller } from './telling.ts';
import type { Teller } from './telling.ts';
import { endOfQuiet } from './when/index.ts';

/** Tells channels at once of what several sources start to tell. */
export interface Alerts {
  tick(now: Date): Promise<void>;
}

const hour = 60 * 60 * 1000;
/** How many independent sources must start to tell a story, and within which time. */
const thresholds: Readonly<Record<Sensitivity, { readonly sources: number; readonly within: number }>> = {
  low: { sources: 5, within: 6 * hour },
  normal: { sources: 3, within: 3 * hour },
  high: { sources: 2, within: 3 * hour },
};
const longestWindow = 6 * hour;
/** Developments follow an alert for this long. */
const followed = 24 * hour;
/** Stories with news that are looked into at a time. */
const mostStories = 500;
/** What the key of an alert begins with. */
const alertKey = 'alert:';

/** What alerts are made from. */
export interface AlertParts {
  readonly articles: Pick<ArticleStore, 'stories' | 'articles' | 'compounds'>;
  readonly plans: Pick<PlanStore, 'alerted'>;
  readonly ledger: Pick<Ledger, 'find' | 'told'>;
  readonly outbox: Pick<Outbox, 'putAll'>;
  readonly languages: () => ChannelLanguages;
  readonly translate: (language: LanguageTag) => Translate;
}

/** What one tick looks at. */
interface Round {
  readonly now: Date;
  readonly stand: Newsstand;
  readonly teller: Teller;
  readonly moved: Moved;
  readonly languages: ChannelLanguages;
}

/** An alert goes out once a channel and story; what the story does then goes into the alert's thread. */
export function createAlerts(parts: AlertParts): Alerts {
  const { articles, plans, ledger, outbox, translate } = parts;
  let lookedUntil = 0;

  async function alert(
    subscription: Subscription,
    sensitivity: Sensitivity,
    ranked: readonly Ranked[],
    told: ToldBefore,
    round: Round,
  ): Promise<Put | undefined> {
    const { channel, perHour } = subscription;
    for (const each of ranked) {
      const before = told.of(each);
      const delivery =
        before.length === 0
          ? await begin(subscription, sensitivity, each, round)
          : await goOn(subscription, each, before, round);
      if (delivery === undefined) continue;
      if (delivery.kind === 'alert' && (await countLastHour(channel, round.now)) >= perHour) return undefined;
      return { delivery, told: told.number };
    }
    return undefined;
  }

  async function countLastHour(channel: string, now: Date): Promise<number> {
    const since = new Date(now.getTime() - hour);
    return (await ledger.find({ channel, kinds: ['alert'], since, limit: 100 })).length;
  }

  async function begin(
    subscription: Subscription,
    sensitivity: Sensitivity,
    { story, articles }: Ranked,
    round: Round,
  ): Promise<DueDelivery | undefined> {
    const { sources, within } = thresholds[sensitivity];
    const from = Math.max(round.now.getTime() - within, subscription.createdAt.getTime());
    const fresh = articles.filter(({ news, arrivedAt }) => news && arrivedAt.getTime() >= from);
    if (round.stand.independent(fresh) < sources) return undefined;
    const key = `${alertKey}${subscription.channel}:${story.id}`;
    return deliveryOf(subscription, { key, kind: 'alert' }, { story, articles }, round);
  }

  async function goOn(
    subscription: Subscription,
    ranked: Ranked,
    before: readonly ToldArticle[],
    round: Round,
  ): Promise<DueDelivery | undefined> {
    const first = before.find(({ delivery }) => delivery.startsWith(alertKey));
    if (first === undefined || round.now.getTime() - first.at.getTime() > followed) return undefined;
    const fresh = (await round.moved.newsOf(ranked, before)).filter(({ news }) => news);
    if (fresh.length === 0) return undefined;
    const key = `update:${first.delivery}:${fresh.map(({ id }) => id).join(',')}`;
    return deliveryOf(
      subscription,
      { key, kind: 'update', follows: first.delivery },
      { story: ranked.story, articles: fresh, isUpdate: true },
      round,
    );
  }

  async function deliveryOf(
    subscription: Subscription,
    what: Pick<DueDelivery, 'key' | 'kind' | 'follows'>,
    tellable: Parameters<Teller['tell']>[0],
    { now, teller, languages }: Round,
  ): Promise<DueDelivery> {
    const { id, channel, quiet, timeZone, wish } = subscription;
    const language = await languages.of(subscription);
    const heading = translate(language)(
      what.kind === 'alert' ? 'replies.alert.title' : 'replies.alert.update',
    );
    const told = await teller.tell(tellable, wish.sentences, language);
    return {
      ...what,
      channel,
      plan: id,
      language,
      parts: [{ blocks: [{ kind: 'heading', text: heading }] }, told],
      dueAt: now,
      notBefore: quiet === undefined ? now : endOfQuiet(quiet, timeZone, now),
    };
  }

  async function look(subscriptions: readonly Subscription[], round: Round, since: Date): Promise<void> {
    await round.stand.prepare(subscriptions.map(({ wish }) => wish));
    const wanted = await Promise.all(
      subscriptions.map(async (subscription) => ({
        subscription,
        ranked: await round.stand.rank(subscription.wish, since),
      })),
    );
    const matching = wanted.filter(({ ranked }) => ranked.length > 0);
    // A channel is told of one story at a time, since each changes what it was told.
    for (let left = matching; left.length > 0;) {
      const channels = left.map(({ subscription }) => subscription.channel);
      const stories = new Set(left.flatMap(({ ranked }) => ranked));
      const toldIn = await lookUpTold(ledger, channels, [...stories]);
      const puts = new Map<string, Put>();
      const again: typeof left = [];
      for (const each of left) {
        const { subscription, ranked } = each;
        const { alerts, channel } = subscription;
        if (alerts === undefined) continue;
        const put = puts.has(channel)
          ? undefined
          : await alert(subscription, alerts, ranked, toldIn(channel), round);
        if (put !== undefined) puts.set(channel, put);
        if (puts.has(channel)) again.push(each);
      }
      const outcomes = await outbox.putAll([...puts.values()], round.now);
      // Where a key was known already, nothing would change by looking again.
      const known = new Set([...puts.keys()].filter((_, index) => outcomes[index] === 'known'));
      left = again.filter(({ subscription }) => !known.has(subscription.channel));
    }
  }

  return {
    async tick(now) {
      const subscriptions = await plans.alerted();
      if (subscriptions.length === 0) return;
      const since = new Date(Math.max(lookedUntil, now.getTime() - longestWindow));
      const stories = await articles.stories({ newsSince: since, limit: mostStories });
      const round = {
        now,
        stand: await openNewsstand({ store: articles, stories, now }),
        teller: createTeller({ store: articles, translate }),
        moved: createMoved(articles, now),
        languages: parts.languages(),
      };
      await look(subscriptions, round, since);
      // What failed is looked at again.
      lookedUntil = round.stand.completeUntil.getTime();
    },
  };
}
