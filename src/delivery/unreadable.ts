import type { KeyValue } from '../chat/key-value.ts';
import type { Subscription } from '../chat/plan.ts';
import type { FollowedSource, SourceStore } from '../sources/store.ts';

/** Sources that can't be read, of which channels are told now and then. */
export interface Unreadable {
  /** How many of those that a subscription reads can't be read; 0 where its channel is told by another one, or was lately. */
  countFor(subscription: Subscription): Promise<number>;
  /** Notes that channels were told. */
  note(channels: readonly string[]): Promise<void>;
}

/** Channels are told once in so many milliseconds: less than a day, so that today's digest may come before yesterday's time. */
const every = 20 * 60 * 60 * 1000;

/** Sources are looked at once. */
export function createUnreadable(parts: {
  readonly sources: Pick<SourceStore, 'list'>;
  /** Where it is noted which channels were told. */
  readonly noted: KeyValue;
}): Unreadable {
  const { sources, noted } = parts;
  /** By channel: the subscription whose digest says it. */
  const tellers = new Map<string, string>();
  let found: Promise<readonly FollowedSource[]> | undefined;

  async function find(): Promise<readonly FollowedSource[]> {
    return (await sources.list()).filter(({ status }) => status === 'asleep' || status === 'ended');
  }

  return {
    async countFor({ id, channel, wish }) {
      const unreadable = await (found ??= find());
      const own = unreadable.filter(({ name }) => wish.sources.length === 0 || wish.sources.includes(name));
      if (own.length === 0 || (tellers.get(channel) ?? id) !== id) return 0;
      if ((await noted.get(keyOf(channel))) !== undefined) return 0;
      tellers.set(channel, id);
      return own.length;
    },
    async note(channels) {
      if (channels.length > 0)
        await noted.setMany(channels.map((channel) => ({ key: keyOf(channel), value: true, ttl: every })));
    },
  };
}

function keyOf(channel: string): string {
  return `health ${channel}`;
}
