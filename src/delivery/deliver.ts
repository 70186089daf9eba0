import type { GivenUp } from '../errors.ts';
import { attempt } from './attempt.ts';
import type { AttemptParts, Poster } from './attempt.ts';
import type { Claimed, DueDelivery, Outbox } from './outbox.ts';

/** Takes deliveries from the outbox to their platforms. */
export interface Deliverer {
  /** Posts whatever may be posted now; resolves when nothing is left that may. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

/** Deliveries on their way to one platform at a time. */
const atOnce = 16;
/** What is on its way is left alone by others for this long, in milliseconds, and held on to while it is. */
const lease = { length: 120_000, renewal: 30_000 };

/** What a deliverer works with. */
export interface DelivererParts extends AttemptParts {
  readonly outbox: Pick<Outbox, 'claim' | 'renew' | 'settle'>;
  readonly adapters: readonly Poster[];
  /** Names this process among those that share the outbox. */
  readonly owner: string;
  /** Calls back again and again, after so many milliseconds each, until the returned function is called. */
  readonly every: (milliseconds: number, call: () => void) => () => void;
  /** Is told when a delivery is to be tried again. */
  readonly putOff: (again: Date) => void;
  /** Is told of a delivery that was given up, before that is noted: what it does must bear being done twice. */
  readonly givenUp: (delivery: DueDelivery, reason: GivenUp) => Promise<void>;
}

/** The deliveries of one platform on their way. */
interface Lane {
  readonly done: Promise<void>;
  /** Has it look again what may be posted. */
  nudge(): void;
}

/** Each platform's deliveries go their own way, so that the trouble of one doesn't hold the others up. */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { outbox, adapters, owner, now, every, putOff, givenUp, fault } = parts;
  const lanes = new Map<string, Lane>();

  async function deliver(poster: Poster, claimed: Claimed): Promise<void> {
    const { delivery } = claimed;
    try {
      const outcome = await attempt(poster, claimed, parts);
      if (outcome.state === 'failed') await givenUp(delivery, outcome.reason);
      await outbox.settle(delivery.key, owner, outcome);
      if (outcome.state === 'waiting') putOff(outcome.again);
    } catch (error) {
      // It stays claimed for a while, and is then tried again.
      fault(error, delivery);
    }
  }

  function openLane(poster: Poster, signal: AbortSignal): Lane {
    /** With their keys. */
    const underWay = new Map<Promise<void>, string>();
    let wake = Promise.withResolvers<void>();
    let isNudged = false;

    async function claim(): Promise<readonly Claimed[]> {
      const limit = signal.aborted ? 0 : atOnce - underWay.size;
      if (limit === 0) return [];
      const until = new Date(now().getTime() + lease.length);
      return outbox.claim({ platform: poster.platform, owner, now: now(), until, limit });
    }

    async function post(): Promise<void> {
      for (;;) {
        isNudged = false;
        wake = Promise.withResolvers();
        for (const claimed of await claim()) {
          const done: Promise<void> = deliver(poster, claimed).finally(() => underWay.delete(done));
          underWay.set(done, claimed.delivery.key);
        }
        if (underWay.size === 0 && (!isNudged || signal.aborted)) return;
        await Promise.race([...underWay.keys(), wake.promise]);
      }
    }

    async function run(): Promise<void> {
      const stopRenewing = every(lease.renewal, () => {
        // Where it could not be noted what became of a delivery, its claim must end, so that it is tried again.
        if (underWay.size > 0)
          outbox
            .renew(owner, [...underWay.values()], new Date(now().getTime() + lease.length))
            .catch((error: unknown) => fault(error, undefined));
      });
      try {
        await post();
      } catch (error) {
        fault(error, undefined);
        await Promise.all(underWay.keys());
      } finally {
        stopRenewing();
        lanes.delete(poster.platform);
      }
    }

    return {
      done: run(),
      nudge() {
        isNudged = true;
        wake.resolve();
      },
    };
  }

  return {
    async run(signal) {
      const running = adapters.map((poster) => {
        const before = lanes.get(poster.platform);
        before?.nudge();
        const lane = before ?? openLane(poster, signal);
        lanes.set(poster.platform, lane);
        return lane.done;
      });
      await Promise.all(running);
    },
  };
}
