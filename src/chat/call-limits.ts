import * as v from 'valibot';
import type { TextKey } from '../texts.ts';
import type { Reader } from './adapter.ts';
import type { KeyValue } from './key-value.ts';

/** Why a call has to wait, and how long. */
export interface Refusal {
  readonly key: Extract<TextKey, 'errors.tooManyCalls' | 'errors.tooManyCallsHere'>;
  /** Whole seconds, at least one. */
  readonly seconds: number;
}

/** Keeps one reader, or one channel, from taking all of Kiosk's time. */
export interface CallLimits {
  /** Counts a call; where there were too many, it isn't counted and has to wait. */
  admit(call: Pick<Reader, 'caller' | 'channel'>): Promise<Refusal | undefined>;
}

/** For those who have Kiosk to themselves. */
export const unlimited: CallLimits = { admit: async () => undefined };

const minute = 60_000;
/** Calls that are left, and when that was counted, in milliseconds since 1970. */
const bucketSchema = v.object({ left: v.number(), at: v.number() });

/**
 * Token buckets in a durable map: a minute's calls may come at once, and are there again after a minute. Several processes that share it count together, but for calls that come at the
 * same moment.
 * @param parts.perReader calls a minute at the most; 0: as many as they like
 * @param parts.fault is told where counting failed; the call is answered all the same
 */
export function createCallLimits(parts: {
  readonly kept: KeyValue;
  readonly perReader: number;
  readonly perChannel: number;
  readonly now: () => Date;
  readonly fault: (error: unknown) => void;
}): CallLimits {
  const { kept, perReader, perChannel, now, fault } = parts;
  /** What is under way for each key, since calls of one reader come at the same time, too. */
  const turns = new Map<string, Promise<void>>();

  async function leftOf(key: string, most: number, at: number): Promise<number> {
    const bucket = v.safeParse(bucketSchema, await kept.get(key));
    if (!bucket.success) return most;
    const refilled = (Math.max(0, at - bucket.output.at) * most) / minute;
    return Math.min(most, bucket.output.left + refilled);
  }

  /** Milliseconds to wait; undefined where the call is one of those that may be. */
  async function count(key: string, most: number): Promise<number | undefined> {
    if (most === 0) return undefined;
    const decided = Promise.withResolvers<number | undefined>();
    const before = turns.get(key);
    const turn: Promise<void> = takeTurn(key, most, before, decided.resolve).finally(() => {
      if (turns.get(key) === turn) turns.delete(key);
    });
    turns.set(key, turn);
    return decided.promise;
  }

  /** Decides first, and then notes the call, for which nobody but the next one waits. Never rejects. */
  async function takeTurn(
    key: string,
    most: number,
    before: Promise<void> | undefined,
    decide: (wait: number | undefined) => void,
  ): Promise<void> {
    await before;
    try {
      const at = now().getTime();
      const left = await leftOf(key, most, at);
      decide(left >= 1 ? undefined : ((1 - left) * minute) / most);
      if (left >= 1) await kept.set(key, { left: left - 1, at }, minute);
    } catch (error) {
      decide(undefined);
      fault(error);
    }
  }

  return {
    async admit({ caller, channel }) {
      const own = await count(`reader ${caller.id}`, perReader);
      if (own !== undefined) return { key: 'errors.tooManyCalls', seconds: inSeconds(own) };
      const all = await count(`channel ${channel}`, perChannel);
      return all === undefined ? undefined : { key: 'errors.tooManyCallsHere', seconds: inSeconds(all) };
    },
  };
}

function inSeconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
