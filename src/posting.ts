import { randomUUID } from 'node:crypto';
import type { ChatAdapter } from './chat/adapter.ts';
import { createDeliverer } from './delivery/deliver.ts';
import type { DelivererParts } from './delivery/deliver.ts';
import type { Newsroom } from './delivery/newsroom.ts';
import type { Outbox } from './delivery/outbox.ts';
import type { Chore } from './schedule.ts';

/** What is put within a minute needn't wait for the next; what waits longer is seen to by that, in milliseconds. */
const minute = 60_000;
/** The shortest pause between two looks into the outbox, in milliseconds. */
const shortest = 250;

/** Writes what is due every minute, and posts it; what must be tried again sooner than in a minute is. */
export function createPosting(parts: {
  readonly newsroom: Newsroom;
  readonly outbox: Outbox;
  readonly adapters: readonly ChatAdapter[];
  readonly now: () => Date;
  readonly givenUp: DelivererParts['givenUp'];
  readonly fault: DelivererParts['fault'];
}): Chore {
  const { newsroom, outbox, adapters, now, givenUp, fault } = parts;
  const deliverer = createDeliverer({
    outbox,
    adapters,
    owner: randomUUID(),
    now,
    random: Math.random,
    every(milliseconds, call) {
      const timer = setInterval(call, milliseconds);
      return () => clearInterval(timer);
    },
    givenUp,
    fault,
  });
  const platforms = adapters.map(({ platform }) => platform);
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  function deliver(signal: AbortSignal): void {
    const done: Promise<void> = deliverer
      .run(signal)
      .then(() => plan(signal))
      .catch((error: unknown) => fault(error, undefined))
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }

  async function plan(signal: AbortSignal): Promise<void> {
    const next = await outbox.next(platforms);
    clearTimeout(timer);
    if (next === undefined || signal.aborted) return;
    const wait = Math.max(shortest, next.getTime() - now().getTime());
    if (wait < minute) timer = setTimeout(() => deliver(signal), wait);
  }

  return {
    async tick(signal) {
      await newsroom.tick(now());
      deliver(signal);
    },
    async idle() {
      clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}
