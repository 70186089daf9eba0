import type { Ledger } from '../../src/delivery/ledger.ts';
import type { DueDelivery, Outbox, Putting } from '../../src/delivery/outbox.ts';
import { lastNumber, nameOf } from './deliveries.ts';
import type { Deliveries, Kept } from './deliveries.ts';
import { createFakeLedger } from './ledger.ts';
import type { Current } from './ledger.ts';

/** An outbox in memory, and the ledger of what was put into it. */
export function createFakeOutbox(current: Current): Readonly<{ outbox: Outbox; ledger: Ledger }> {
  const deliveries: Deliveries = { kept: new Map(), told: new Map() };
  return { outbox: createOutbox(deliveries), ledger: createFakeLedger(deliveries, current) };
}

function createOutbox({ kept, told }: Deliveries): Outbox {
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
        .filter(([{ delivery }]) => platformOf(delivery) === platform)
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
    async renew(owner, keys, until) {
      for (const [key, each] of kept)
        if (each.owner === owner && keys.includes(key))
          kept.set(key, { ...each, claimedUntil: until.getTime() });
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
    async next(platforms) {
      const times = queues()
        .filter(([{ delivery }]) => platforms?.includes(platformOf(delivery)) ?? true)
        .map(readyAt);
      return times.length === 0 ? undefined : new Date(Math.min(...times));
    },
  };
}

function platformOf({ channel }: DueDelivery): string {
  return channel.split(':')[0] ?? channel;
}

function startOf({ delivery }: Kept): number {
  return delivery.notBefore.getTime();
}

/** When the first of a channel may be claimed: not while another one is. */
function readyAt([first, ...rest]: readonly [Kept, ...Kept[]]): number {
  return Math.max(startOf(first), first.againAt, ...[first, ...rest].map(({ claimedUntil }) => claimedUntil));
}
