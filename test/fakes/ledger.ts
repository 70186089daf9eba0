import type { Entry, Ledger, ToldArticle } from '../../src/delivery/ledger.ts';
import type { FakeStore } from './article-store.ts';
import { lastNumber, nameOf } from './deliveries.ts';
import type { Deliveries, Kept } from './deliveries.ts';

/** An article as it is now. */
export interface CurrentArticle {
  readonly revision: number;
  readonly withdrawn: boolean;
  /** When it was revised or withdrawn. */
  readonly changedAt: Date;
}

/** Looks up what an article is now. */
export type Current = (article: string) => Promise<CurrentArticle | undefined>;

/** What articles of a fake store are now. */
export function currentIn({ articles, archive }: FakeStore): Current {
  return async (id) => {
    const [stored] = await articles.articles([id]);
    const read = (await archive.versions(id)).at(-1)?.readAt;
    if (stored === undefined || read === undefined) return undefined;
    const { revision, withdrawnAt } = stored.article;
    const changedAt = withdrawnAt === undefined || withdrawnAt < read ? read : withdrawnAt;
    return { revision, withdrawn: withdrawnAt !== undefined, changedAt };
  };
}

/** What was put into a fake outbox. */
export function createFakeLedger({ kept, told }: Deliveries, current: Current): Ledger {
  /** What was told of in deliveries that weren't given up, oldest first. */
  const tellings = () =>
    [...told.values()]
      .filter(({ delivery }) => kept.get(delivery)?.state !== 'failed')
      .sort(
        (one, other) =>
          (kept.get(one.delivery)?.number ?? 0) - (kept.get(other.delivery)?.number ?? 0) ||
          (one.id < other.id ? -1 : 1),
      );

  return {
    find: async ({ keys, channel, plan, kinds, state, since, limit }) =>
      [...kept.values()]
        .filter(({ delivery }) => keys === undefined || keys.includes(delivery.key))
        .filter(({ delivery }) => channel === undefined || delivery.channel === channel)
        .filter(({ delivery }) => plan === undefined || delivery.plan === plan)
        .filter(({ delivery }) => kinds === undefined || kinds.includes(delivery.kind))
        .filter((each) => state === undefined || each.state === state)
        .filter(({ putAt }) => since === undefined || putAt >= since)
        .sort((one, other) => other.putAt.getTime() - one.putAt.getTime() || other.number - one.number)
        .slice(0, limit)
        .map(entryOf),
    told: async (channels, articles) => ({
      numbers: new Map(channels.map((channel) => [channel, lastNumber(kept, channel)])),
      articles: tellings().filter(({ channel, id }) => channels.includes(channel) && articles.includes(id)),
    }),
    async outdated(since, limit) {
      const found: ToldArticle[] = [];
      for (const telling of tellings()) {
        const now = await current(telling.id);
        const isOutdated =
          now !== undefined &&
          now.changedAt >= since &&
          (telling.revision < now.revision || telling.withdrawn !== now.withdrawn);
        if (isOutdated) found.push(telling);
      }
      return found.slice(0, limit);
    },
    async settle(settled) {
      for (const { delivery, articles } of settled)
        for (const article of articles) {
          const name = nameOf(delivery, article.id);
          const telling = told.get(name);
          if (telling !== undefined) told.set(name, { ...telling, ...article });
        }
    },
    async prune(before) {
      const pruned = [...kept.values()].filter(
        ({ settledAt }) => settledAt !== undefined && settledAt < before,
      );
      for (const { delivery } of pruned) kept.delete(delivery.key);
      for (const [name, { delivery }] of told) if (!kept.has(delivery)) told.delete(name);
      return pruned.length;
    },
  };
}

function entryOf({ delivery, edited, state, attempts, posted, settledAt, failure }: Kept): Entry {
  return {
    delivery: edited === undefined ? delivery : { ...delivery, parts: edited },
    state,
    attempts,
    ...(posted && { posted }),
    ...(settledAt && { settledAt }),
    ...(failure !== undefined && { failure }),
  };
}
