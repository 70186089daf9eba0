import type { Audit } from '../chat/audit.ts';
import type { Newsdesk, Sent, Verdict } from '../chat/newsdesk.ts';
import type { Plan, PlanStore, Subscription } from '../chat/plan.ts';
import { UserError } from '../errors.ts';
import type { Dictionary } from '../language/index.ts';
import type { Story } from '../stories/article.ts';
import type { ArticleStore } from '../stories/store.ts';
import { isOver } from './choose-plan.ts';
import type { Entry, Ledger } from './ledger.ts';
import { openNewsstand } from './newsstand.ts';
import type { Newsroom } from './newsroom.ts';

/** Announcements that are over are kept for so long after they were made, in milliseconds, and until none of them waits to be posted. */
const keptOver = 7 * 24 * 60 * 60 * 1000;

/** What commands ask of the newsroom. */
export function createNewsdesk(parts: {
  readonly plans: PlanStore;
  readonly audit: Audit;
  readonly ledger: Pick<Ledger, 'find' | 'told'>;
  readonly articles: Pick<ArticleStore, 'articles' | 'compounds'>;
  readonly dictionary: Dictionary;
  readonly newsroom: Pick<Newsroom, 'editions'>;
  readonly now: () => Date;
  readonly createId: () => string;
  readonly reaches: (channel: string) => boolean;
}): Newsdesk {
  const { plans, audit, ledger, articles, dictionary, newsroom, now, createId, reaches } = parts;

  async function toldOf(story: Story, channel: string): Promise<Verdict | undefined> {
    const { articles: told } = await ledger.told(
      [channel],
      story.articles.map(({ id }) => id),
    );
    const first = told[0];
    if (first === undefined) return undefined;
    const [entry] = await ledger.find({ keys: [first.delivery], limit: 1 });
    if (entry === undefined || entry.state === 'failed') return undefined;
    return {
      kind: 'told',
      at: entry.settledAt ?? first.at,
      as: entry.delivery.kind,
      waiting: entry.state === 'waiting',
    };
  }

  async function verdictOf(story: Story, subscription: Subscription): Promise<Verdict> {
    const stand = await openNewsstand({ store: articles, dictionary, stories: [story], now: now() });
    const fits = await stand.rank(subscription.wish, new Date(0));
    if (fits.length === 0) return { kind: 'unwanted', subscription };
    if (subscription.status !== 'active') return { kind: 'paused', subscription };
    const isNew = story.articles.some(({ arrivedAt }) => arrivedAt > subscription.readUntil);
    const { dueAt, when } = subscription;
    if (when === undefined) return { kind: 'noAlert', subscription };
    return isNew && dueAt !== undefined
      ? { kind: 'due', subscription, at: dueAt }
      : { kind: 'passedOver', subscription };
  }

  /** Announcements that were posted and are not due again go when another one comes: they count no longer. */
  async function forget({ kind, channel }: Plan): Promise<void> {
    if (kind !== 'announcement') return;
    const before = now().getTime() - keptOver;
    const over = (await plans.list({ channel })).filter((plan) => isOver(plan));
    for (const { id, createdAt } of over)
      if (createdAt.getTime() < before && !(await isAwaited(id))) await plans.remove(id);
  }

  async function isAwaited(plan: string): Promise<boolean> {
    return (await ledger.find({ plan, state: 'waiting', limit: 1 })).length > 0;
  }

  return {
    createId,
    plans: (of) => plans.list(of),
    find: (id) => plans.find(id),
    reaches,
    async save(plan, { by, action }) {
      if (plan.status === 'active' && !reaches(plan.channel)) throw new UserError('errors.plan.unreached');
      await forget(plan);
      await plans.put(plan);
      const { id, channel } = plan;
      await audit.note({ at: now(), by, channel, action, subject: id, details: JSON.stringify(plan) });
    },
    async remove({ id, channel }, by) {
      await plans.remove(id);
      await audit.note({ at: now(), by, channel, action: 'remove', subject: id });
    },
    async preview(subscription, language) {
      const written = await newsroom.editions(now()).preview(subscription, language);
      return written.flatMap(({ blocks }) => blocks);
    },
    sent: async (channel, limit) => (await ledger.find({ channel, limit })).map(sentOf),
    acts: (channel, limit) => audit.list({ channel, limit }),
    async explain(story, channel) {
      const told = await toldOf(story, channel);
      if (told !== undefined) return [told];
      const subscriptions = (await plans.list({ channel })).filter((plan) => plan.kind === 'subscription');
      return Promise.all(subscriptions.map((subscription) => verdictOf(story, subscription)));
    },
  };
}

/** A delivery as managers see it. */
export function sentOf({ delivery, state, settledAt, attempts, failure }: Entry): Sent {
  const { key, kind, channel, plan, dueAt } = delivery;
  return {
    key,
    kind,
    channel,
    ...(plan !== undefined && { plan }),
    state,
    dueAt,
    ...(settledAt !== undefined && { settledAt }),
    attempts,
    ...(failure !== undefined && { failure }),
  };
}
