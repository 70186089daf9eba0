import type { Entry, Ledger, ToldArticle } from '../../src/delivery/ledger.ts';
import type { DueDelivery, Outbox, Putting } from '../../src/delivery/outbox.ts';
import type { FakeStore } from './article-store.ts';

/** An article as it is now. */
export interface CurrentArticle {
  readonly revision: number;
  readonly withdrawn: boolean;
  /** When it was revised or withdrawn. */
  readonly changedAt: Date;
}

interface Kept extends Entry {
  readonly number: number;
  readonly putAt: Date;
  /** What the delivery's message is since it was edited. */
  readonly edited?: DueDelivery['parts'];
  readonly againAt: number;
  readonly owner?: string;
  readonly claimedUntil: number;
}

/** What articles of a fake store are now. */
export function currentIn({ articles, archive }: FakeStore) {
  return async (id: string): Promise<CurrentArticle | undefined> => {
    const [stored] = await articles.articles([id]);
    const read = (await archive.versions(id)).at(-1)?.readAt;
    if (stored === undefined || read === undefined) return undefined;
    const { revision, withdrawnAt } = stored.article;
    const changedAt = withdrawnAt === undefined || withdrawnAt < read ? read : withdrawnAt;
    return { revision, withdrawn: withdrawnAt !== undefined, changedAt };
  };
}

/** An outbox in memory, and the ledger of what was put into it. */
export function createFakeOutbox(
  current: (article: string) => Promise<CurrentArticle | undefined>,
): Readonly<{ outbox: Outbox; ledger: Ledger }> {
  const kept = new Map<string, Kept>();
  const told = new Map<string, ToldArticle>();
  return { outbox: createOutbox(kept, told), ledger: createLedger(kept, told, current) };
}

function createOutbox(kept: Map<string, Kept>, told: Map<string, ToldArticle>): Outbox {
  let puts = 0;

  /** What waits, channel by channel, in order. */
  function queues(): readonly (readonly [Kept, ...Kept[]])[] {
    const waiting = [...kept.values()]
      .filter(({ state }) => state === 'waiting')
      .sort((one, other) => startOf(one) - startOf(other) || one.number - other.number);
    const queues = Map.groupBy(waiting, ({ delivery }) => delivery.channel);
    return [...queues.values()].flatMap(([first, ...rest]) =>
      first === undefined ? [] : [[first, ...rest]],
    );
  }

  function targetOf({ edits, follows }: DueDelivery): Kept | undefined {
    return kept.get(edits ?? follows ?? '');
  }

  function tell({ parts, key, channel, edits }: DueDelivery, at: Date): void {
    const delivery = edits !== undefined && kept.has(edits) ? edits : key;
    for (const { story, articles } of parts.flatMap((part) => part.told ?? []))
      for (const article of articles)
        told.set(nameOf(delivery, article.id), { ...article, channel, delivery, story, at });
  }

  const put: Outbox['put'] = async (given, now, number) => {
    if (kept.has(given.key)) return 'known';
    if (number !== undefined && number !== lastNumber(kept, given.channel)) return 'outdated';
    const target = targetOf(given);
    const isHeld = target?.state === 'waiting' && target.delivery.notBefore > given.notBefore;
    const delivery = isHeld ? { ...given, notBefore: target.delivery.notBefore } : given;
    puts += 1;
    const { key, edits, parts } = delivery;
    kept.set(key, {
      delivery,
      number: puts,
      putAt: now,
      state: 'waiting',
      attempts: 0,
      againAt: 0,
      claimedUntil: 0,
    });
    if (edits !== undefined && target !== undefined) kept.set(edits, { ...target, edited: parts });
    tell(delivery, kept.get(edits ?? key)?.putAt ?? now);
    return 'put';
  };

  return {
    put,
    async putAll(puts, now) {
      const outcomes: Putting[] = [];
      for (const { delivery, told } of puts) outcomes.push(await put(delivery, now, told));
      return outcomes;
    },
    async claim({ platform, owner, now, until, limit }) {
      const claimed = queues()
        .filter(([{ delivery }]) => delivery.channel.startsWith(`${platform}:`))
        .filter((queue) => readyAt(queue) <= now.getTime())
        .map(([first]) => first)
        .sort((one, other) => readyAt([one]) - readyAt([other]) || one.number - other.number)
        .slice(0, limit)
        .map((each) => ({
          ...each,
          owner,
          claimedUntil: until.getTime(),
          attempts: each.attempts + 1,
        }));
      for (const each of claimed) kept.set(each.delivery.key, each);
      return claimed.map(({ delivery, attempts }) => {
        const target = targetOf(delivery)?.posted;
        return { delivery, attempts, ...(target && { target }) };
      });
    },
    async renew(owner, until) {
      for (const [key, each] of kept)
        if (each.owner === owner) kept.set(key, { ...each, claimedUntil: until.getTime() });
    },
    async settle(key, by, outcome) {
      const settled = kept.get(key);
      if (settled === undefined || settled.owner !== by) return false;
      const { owner: _owner, failure: _failure, ...rest } = settled;
      kept.set(key, {
        ...rest,
        state: outcome.state,
        claimedUntil: 0,
        againAt: outcome.state === 'waiting' ? outcome.again.getTime() : 0,
        ...(outcome.state === 'delivered' ? { posted: outcome.posted } : { failure: outcome.failure }),
        ...(outcome.state !== 'waiting' && { settledAt: outcome.at }),
      });
      return true;
    },
    async next() {
      const times = queues().map(readyAt);
      return times.length === 0 ? undefined : new Date(Math.min(...times));
    },
  };
}

function createLedger(
  kept: Map<string, Kept>,
  told: Map<string, ToldArticle>,
  current: (article: string) => Promise<CurrentArticle | undefined>,
): Ledger {
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
    async settle(delivery, articles) {
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

function nameOf(delivery: string, article: string): string {
  return JSON.stringify([delivery, article]);
}

function startOf({ delivery }: Kept): number {
  return delivery.notBefore.getTime();
}

/** When the first of a channel may be claimed: not while another one is. */
function readyAt([first, ...rest]: readonly [Kept, ...Kept[]]): number {
  return Math.max(startOf(first), first.againAt, ...[first, ...rest].map(({ claimedUntil }) => claimedUntil));
}

function lastNumber(kept: ReadonlyMap<string, Kept>, channel: string): number {
  const telling = [...kept.values()].filter(
    ({ delivery }) => delivery.channel === channel && delivery.parts.some((part) => part.told !== undefined),
  );
  return telling.at(-1)?.number ?? 0;
}
