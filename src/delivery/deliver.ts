import type { ChatAdapter, Posted } from '../chat/adapter.ts';
import type { Message } from '../chat/message.ts';
import { DeliveryError } from '../errors.ts';
import type { GivenUp } from '../errors.ts';
import type { Claimed, DueDelivery, Outbox, Outcome } from './outbox.ts';

/** Takes deliveries from the outbox to their platforms. */
export interface Deliverer {
  /** Posts whatever may be posted now; resolves when nothing is left that may. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

/** Deliveries on their way to one platform at a time. */
const atOnce = 16;
/** What is on its way is left alone by others for this long, in milliseconds, and held on to while it is. */
const lease = { length: 120_000, renewal: 30_000 };
/** Milliseconds before another attempt: doubled each time up to the longest, and varied so that not all come at once. */
const pause = { first: 5000, longest: 15 * 60_000 };
/** What nobody could post for so long is given up, in milliseconds. */
const patience = 24 * 60 * 60 * 1000;

/** What a deliverer works with. */
export interface DelivererParts {
  readonly outbox: Outbox;
  readonly adapters: readonly Pick<ChatAdapter, 'platform' | 'post' | 'edit'>[];
  /** Names this process among those that share the outbox. */
  readonly owner: string;
  readonly now: () => Date;
  readonly random: () => number;
  /** Calls back again and again, after so many milliseconds each, until the returned function is called. */
  readonly every: (milliseconds: number, call: () => void) => () => void;
  /** Is told of a delivery that was given up, before that is noted: what it does must bear being done twice. */
  readonly givenUp: (delivery: DueDelivery, reason: GivenUp) => Promise<void>;
  readonly fault: (error: unknown, delivery: Pick<DueDelivery, 'key' | 'channel'> | undefined) => void;
}

/** Each platform's deliveries go their own way, so that the trouble of one doesn't hold the others up. */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { outbox, adapters, owner, now, random, every, givenUp, fault } = parts;
  const runs = new Map<string, Promise<void>>();

  function send(adapter: (typeof adapters)[number], claimed: Claimed): Promise<Posted | undefined> {
    const { delivery, target } = claimed;
    const message = messageOf(delivery);
    if (delivery.edits !== undefined) {
      if (target === undefined) return Promise.resolve(undefined);
      return adapter.edit(target, message).then(() => target);
    }
    const { key, channel } = delivery;
    return adapter.post({ key, channel, message, ...(target !== undefined && { follows: target }) });
  }

  async function outcomeOf(adapter: (typeof adapters)[number], claimed: Claimed): Promise<Outcome> {
    const { delivery, attempts } = claimed;
    try {
      const posted = await send(adapter, claimed);
      if (posted !== undefined) return { state: 'delivered', posted, at: now() };
      return { state: 'failed', reason: 'noTarget', failure: 'what it edits was never posted', at: now() };
    } catch (error) {
      const isKnown = error instanceof DeliveryError;
      if (!isKnown) fault(error, delivery);
      const failure = isKnown ? error.message : 'fault';
      if (isKnown && error.permanent)
        return { state: 'failed', reason: error.reason ?? 'refused', failure, at: now() };
      if (now().getTime() - delivery.dueAt.getTime() > patience)
        return { state: 'failed', reason: 'expired', failure, at: now() };
      const longest = Math.min(pause.longest, pause.first * 2 ** Math.min(attempts - 1, 30));
      const wait = (isKnown ? error.retryAfter : undefined) ?? longest * (0.5 + random() / 2);
      return { state: 'waiting', again: new Date(now().getTime() + wait), failure };
    }
  }

  async function deliver(adapter: (typeof adapters)[number], claimed: Claimed): Promise<void> {
    const { delivery } = claimed;
    try {
      const outcome = await outcomeOf(adapter, claimed);
      if (outcome.state === 'failed') await givenUp(delivery, outcome.reason);
      await outbox.settle(delivery.key, owner, outcome);
    } catch (error) {
      // It stays claimed for a while, and is then tried again.
      fault(error, delivery);
    }
  }

  async function runLane(adapter: (typeof adapters)[number], signal: AbortSignal): Promise<void> {
    const { platform } = adapter;
    const underWay = new Set<Promise<void>>();
    const stopRenewing = every(lease.renewal, () => {
      if (underWay.size > 0)
        outbox
          .renew(owner, new Date(now().getTime() + lease.length))
          .catch((error: unknown) => fault(error, undefined));
    });
    try {
      for (;;) {
        const limit = signal.aborted ? 0 : atOnce - underWay.size;
        const until = new Date(now().getTime() + lease.length);
        const claimed = limit > 0 ? await outbox.claim({ platform, owner, now: now(), until, limit }) : [];
        for (const each of claimed) {
          const done: Promise<void> = deliver(adapter, each).finally(() => underWay.delete(done));
          underWay.add(done);
        }
        if (underWay.size === 0) return;
        await Promise.race(underWay);
      }
    } catch (error) {
      fault(error, undefined);
      await Promise.all(underWay);
    } finally {
      stopRenewing();
    }
  }

  return {
    async run(signal) {
      const lanes = adapters.map((adapter) => {
        const { platform } = adapter;
        const before = runs.get(platform);
        // Whoever comes while a lane runs waits for it, and what was put meanwhile is claimed by it.
        if (before !== undefined) return before;
        const lane = runLane(adapter, signal).finally(() => runs.delete(platform));
        runs.set(platform, lane);
        return lane;
      });
      await Promise.all(lanes);
    },
  };
}

/** A delivery's message, put together from its parts. */
export function messageOf({ language, parts }: Pick<DueDelivery, 'language' | 'parts'>): Message {
  return { language, blocks: parts.flatMap(({ blocks }) => blocks) };
}
