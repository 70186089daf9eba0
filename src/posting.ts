import { randomUUID } from 'node:crypto';
import { createDeliverer } from './delivery/deliver.ts';
import type { DelivererParts } from './delivery/deliver.ts';
import type { Newsroom } from './delivery/newsroom.ts';
import type { Outbox } from './delivery/outbox.ts';
import type { Chore } from './schedule.ts';
import type { Timers } from './timers.ts';

/** What waits longer than this is seen to by the next minute, in milliseconds. */
const minute = 60_000;
/** What is ready within this time is posted together, in milliseconds. */
const together = 250;
/** While much is written, what is written is posted so often, in milliseconds. */
const meanwhile = 2000;

/** Writes what is due every minute, and posts it; what must be tried again sooner than in a minute is. */
export function createPosting(
  parts: Omit<DelivererParts, 'owner' | 'every' | 'putOff'> & {
    readonly newsroom: Pick<Newsroom, 'tick'>;
    readonly outbox: Pick<Outbox, 'next'>;
    readonly timers: Timers;
  },
): Chore {
  const { newsroom, outbox, adapters, timers, now, fault } = parts;
  const platforms = adapters.map(({ platform }) => platform);
  const underWay = new Set<Promise<void>>();
  /** By their end: what takes a timer back. */
  const timed = new Map<number, () => void>();
  let stopping: AbortSignal | undefined;

  const deliverer = createDeliverer({
    ...parts,
    owner: randomUUID(),
    every: timers.every,
    putOff: deliverAt,
  });

  function deliver(): void {
    if (stopping === undefined) return;
    const done: Promise<void> = deliverer.run(stopping).finally(() => underWay.delete(done));
    underWay.add(done);
  }

  function deliverAt(time: Date): void {
    const end = Math.ceil(time.getTime() / together) * together;
    const wait = end - now().getTime();
    if (wait >= minute || timed.has(end) || stopping?.aborted === true) return;
    const takeBack = timers.after(wait, () => {
      timed.delete(end);
      deliver();
    });
    timed.set(end, takeBack);
  }

  function takeBackAll(): void {
    for (const takeBack of timed.values()) takeBack();
    timed.clear();
  }

  return {
    async tick(signal) {
      stopping = signal;
      signal.addEventListener('abort', takeBackAll, { once: true });
      deliver();
      // What is written is posted while more is being written.
      const stopDelivering = timers.every(meanwhile, deliver);
      await newsroom.tick(now()).finally(stopDelivering);
      deliver();
      // What another process put off, or this one before it was started anew.
      const next = await outbox.next(platforms).catch((error: unknown) => fault(error, undefined));
      if (next instanceof Date) deliverAt(next);
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}
