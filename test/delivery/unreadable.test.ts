import { describe, expect, it } from 'vitest';
import { createUnreadable } from '../../src/delivery/unreadable.ts';
import type { SourceState } from '../../src/sources/store.ts';
import { createFakeKeyValue } from '../fakes/key-value.ts';
import { createFakeSourceStore } from '../fakes/source-store.ts';
import { at, hours, start, subscription } from './room.ts';

async function open(states: Readonly<Record<string, SourceState['status'] | 'paused'>>) {
  const clock = { now: start };
  const sources = createFakeSourceStore();
  for (const [name, status] of Object.entries(states)) {
    const url = `https://${name}.example/feed`;
    await sources.add([{ url, name }], start);
    if (status === 'paused') await sources.change(url, { status });
    else await sources.settle(url, { status, dueAt: start, failures: 0 });
  }
  const noted = createFakeKeyValue(() => clock.now);
  return { clock, next: () => createUnreadable({ sources, noted }) };
}

describe('of sources that can’t be read', () => {
  it('those that sleep or ended are counted', async () => {
    const { next } = await open({ asleep: 'asleep', ended: 'ended', fine: 'active', resting: 'paused' });
    expect(await next().countFor(subscription())).toBe(2);
  });

  it('a subscription hears of those that it reads', async () => {
    const { next } = await open({ one: 'asleep', two: 'ended', fine: 'active' });
    const count = (...sources: readonly string[]) => next().countFor(subscription({ wish: { sources } }));
    expect([await count('one'), await count('one', 'two'), await count('fine')]).toEqual([1, 2, 0]);
  });

  it('a channel hears once a day', async () => {
    const { clock, next } = await open({ one: 'asleep' });
    const other = subscription({ channel: 'chat:2' });
    await next().note([]);
    await next().note(['chat:1:news']);
    expect([await next().countFor(subscription()), await next().countFor(other)]).toEqual([0, 1]);
    clock.now = at(hours(19));
    expect(await next().countFor(subscription())).toBe(0);
    // A daily digest that was late yesterday is not late today.
    clock.now = at(hours(23));
    expect(await next().countFor(subscription())).toBe(1);
  });

  it('a channel hears from one of the subscriptions that are due at the same time', async () => {
    const { next } = await open({ one: 'asleep' });
    const unreadable = next();
    expect(await unreadable.countFor(subscription())).toBe(1);
    expect(await unreadable.countFor(subscription({ id: 'other' }))).toBe(0);
    expect(await unreadable.countFor(subscription())).toBe(1);
    expect(await unreadable.countFor(subscription({ id: 'other', channel: 'chat:2' }))).toBe(1);
  });
});
