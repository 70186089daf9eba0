import { describe, expect, it } from 'vitest';
import { createDeliverer } from '../../src/delivery/deliver.ts';
import type { DelivererParts } from '../../src/delivery/deliver.ts';
import type { DueDelivery } from '../../src/delivery/outbox.ts';
import { DeliveryError } from '../../src/errors.ts';
import { delivery } from '../contracts/deliveries.ts';
import { createFakeStore } from '../fakes/article-store.ts';
import { currentIn } from '../fakes/ledger.ts';
import { createFakeOutbox } from '../fakes/outbox.ts';
import { createFakePlanStore } from '../fakes/plan-store.ts';
import { at, minute, start } from './room.ts';

const never = new AbortController().signal;
const due = (key: string, channel = 'chat:1', parts: Partial<DueDelivery> = {}) =>
  delivery(key, { kind: 'notice', channel, dueAt: start, notBefore: start, ...parts });

/** What a platform does with a delivery, by its key. */
type Posting = (key: string) => Promise<void> | undefined;

/** Platforms that post what they are given; those of them that a test holds up wait for it. */
function open(posting: Posting = () => undefined, parts: Partial<DelivererParts> = {}) {
  const clock = { now: start };
  const { outbox, ledger } = createFakeOutbox(currentIn(createFakeStore()));
  const begun: string[] = [];
  const ended: string[] = [];
  const faults: unknown[] = [];
  const givenUp: string[] = [];
  const putOff: Date[] = [];
  const repeating = new Set<() => void>();
  const adapters = ['chat', 'mail'].map((platform) => ({
    platform,
    async post({ key, channel }: { readonly key: string; readonly channel: string }) {
      begun.push(key);
      await posting(key);
      ended.push(key);
      return { channel, id: key };
    },
    edit: () => Promise.reject(new Error('not used')),
  }));
  const all: DelivererParts = {
    outbox,
    plans: createFakePlanStore(),
    adapters,
    owner: 'me',
    now: () => clock.now,
    random: () => 1,
    every(_, call) {
      repeating.add(call);
      return () => void repeating.delete(call);
    },
    putOff: (again) => void putOff.push(again),
    givenUp: async ({ key }, reason) => void givenUp.push(`${key}: ${reason}`),
    fault: (error) => void faults.push(error),
    ...parts,
  };
  const deliverer = createDeliverer(all);
  return {
    outbox,
    ledger,
    clock,
    begun,
    ended,
    faults,
    givenUp,
    putOff,
    run: (signal = never) => deliverer.run(signal),
    /** A deliverer beside this one. */
    beside: (owner: string) => createDeliverer({ ...all, owner }),
    tick: () => repeating.forEach((call) => call()),
    repeats: () => repeating.size,
    async put(...deliveries: readonly DueDelivery[]) {
      for (const each of deliveries) await outbox.put(each, start);
    },
    async states() {
      const entries = await ledger.find({ limit: 99 });
      return Object.fromEntries(entries.map(({ delivery, state }) => [delivery.key, state]));
    },
  };
}

/** Holds up what it is told to, until it is let go. */
function createHold(...keys: readonly string[]) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { posting: (key: string) => (keys.includes(key) ? promise : undefined), letGo: resolve };
}

/** Waits until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describe('what may be posted', () => {
  it('is, on each platform, and nothing else', async () => {
    const { run, put, begun, states } = open();
    await put(
      due('a'),
      due('b', 'mail:1'),
      due('later', 'chat:2', { notBefore: at(1) }),
      due('elsewhere', 'fax:1'),
    );
    await run();
    expect(begun.toSorted()).toEqual(['a', 'b']);
    expect(await states()).toEqual({
      a: 'delivered',
      b: 'delivered',
      later: 'waiting',
      elsewhere: 'waiting',
    });
    await run();
    expect(begun).toHaveLength(2);
  });

  it('is, however much it is', async () => {
    const { run, put, ended } = open();
    await put(...Array.from({ length: 200 }, (_, index) => due(`${index}`, `chat:${index}`)));
    await run();
    expect(ended).toHaveLength(200);
  });

  it('is posted in its order within a channel, one after the other', async () => {
    const hold = createHold('first');
    const { run, put, begun, ended } = open(hold.posting);
    await put(due('first'), due('second'), due('third'), due('other', 'chat:2'));
    const done = run();
    await until(() => ended.includes('other'));
    expect(begun).toEqual(['first', 'other']);
    hold.letGo();
    await done;
    expect(ended).toEqual(['other', 'first', 'second', 'third']);
  });
});

describe('trouble', () => {
  it('of one channel, or of one platform, delays no other', async () => {
    const hold = createHold('slow', 'mail');
    const { run, put, ended } = open(hold.posting);
    await put(due('slow'), due('mail', 'mail:1'), due('other', 'chat:2'));
    const done = run();
    await until(() => ended.includes('other'));
    // What comes while one post goes on doesn't wait for it.
    await put(due('later', 'chat:3'), due('mail later', 'mail:2'));
    void run();
    await until(() => ended.length === 3);
    expect(ended.toSorted()).toEqual(['later', 'mail later', 'other']);
    hold.letGo();
    await done;
    expect(ended).toHaveLength(5);
  });

  it('of many slow posts burdens a platform with sixteen at a time', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `${index}`);
    const hold = createHold(...keys);
    const { run, put, begun } = open(hold.posting);
    await put(...keys.map((key) => due(key, `chat:${key}`)));
    const runs = [run(), run(), run()];
    await until(() => begun.length >= 16);
    for (let turn = 0; turn < 9; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toHaveLength(16);
    hold.letGo();
    await Promise.all(runs);
    expect(begun).toHaveLength(40);
  });

  it('of sixteen slow posts delays what comes after them no longer than the first', async () => {
    const slow = Array.from({ length: 16 }, (_, index) => `slow ${index}`);
    const first = createHold('slow 0');
    const others = createHold(...slow.slice(1));
    const { run, put, begun, ended } = open((key) => first.posting(key) ?? others.posting(key));
    await put(...slow.map((key, index) => due(key, `chat:${index}`)), due('next', 'chat:next'));
    const done = run();
    await until(() => begun.length === 16);
    first.letGo();
    await until(() => ended.includes('next'));
    others.letGo();
    await done;
    expect(ended).toHaveLength(17);
  });

  it('is tried again later, in its order, and whoever waits is told when', async () => {
    let fails = true;
    const { run, put, begun, ended, putOff, clock, givenUp } = open((key) =>
      key === 'a' && fails ? Promise.reject(new DeliveryError('busy')) : undefined,
    );
    await put(due('a'), due('b'));
    await run();
    expect([begun, putOff]).toEqual([['a'], [new Date(start.getTime() + 5000)]]);
    fails = false;
    await run();
    expect(begun).toEqual(['a']);
    clock.now = putOff[0] ?? start;
    await run();
    expect([ended, givenUp]).toEqual([['a', 'b'], []]);
  });

  it('that lasts is told, and then what comes behind it is posted', async () => {
    const { run, put, ended, givenUp, states } = open((key) =>
      key === 'a' ? Promise.reject(new DeliveryError('gone', { reason: 'channelGone' })) : undefined,
    );
    await put(due('a'), due('b'));
    await run();
    expect([givenUp, ended]).toEqual([['a: channelGone'], ['b']]);
    expect(await states()).toEqual({ a: 'failed', b: 'delivered' });
  });

  it('in what is done about it leaves a delivery where it was, to be tried again when its claim is over', async () => {
    let fails = true;
    const { run, put, givenUp, faults, clock, states } = open(
      () => Promise.reject(new DeliveryError('gone', { reason: 'channelGone' })),
      {
        givenUp: async ({ key }) => {
          if (fails) throw new Error('no');
          givenUp.push(key);
        },
      },
    );
    await put(due('a'));
    await run();
    expect([faults.length, await states()]).toEqual([1, { a: 'waiting' }]);
    fails = false;
    clock.now = at(1);
    await run();
    expect(givenUp).toEqual([]);
    clock.now = at(2);
    await run();
    expect([givenUp, await states()]).toEqual([['a'], { a: 'failed' }]);
  });

  it('of the store when a delivery is settled ends its claim in time, whatever else goes on meanwhile', async () => {
    const hold = createHold('slow');
    const { outbox } = open();
    let fails = true;
    const settle: typeof outbox.settle = (...settled) =>
      fails ? Promise.reject(new Error('no')) : outbox.settle(...settled);
    const { run, begun, faults, clock, tick } = open(hold.posting, { outbox: { ...outbox, settle } });
    await outbox.put(due('a'), start);
    await outbox.put(due('slow', 'chat:2'), start);
    const done = run();
    await until(() => faults.length === 1);
    fails = false;
    for (let seconds = 30; seconds <= 120; seconds += 30) {
      clock.now = new Date(start.getTime() + seconds * 1000);
      tick();
      void run();
      for (let turn = 0; turn < 9; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(begun).toEqual(['a', 'slow', 'a']);
    hold.letGo();
    await done;
  });

  it('of the store ends nothing but the run', async () => {
    const { outbox } = open();
    let fails = true;
    const claim: typeof outbox.claim = (query) =>
      fails ? Promise.reject(new Error('no')) : outbox.claim(query);
    const { run, ended, faults } = open(undefined, { outbox: { ...outbox, claim } });
    await outbox.put(due('a'), start);
    await run();
    expect([faults.length, ended]).toEqual([2, []]);
    fails = false;
    await run();
    expect(ended).toEqual(['a']);
  });

  it('of the store leaves what is on its way to its end', async () => {
    const hold = createHold('slow');
    const { outbox } = open();
    let fails = false;
    const claim: typeof outbox.claim = (query) =>
      fails ? Promise.reject(new Error('no')) : outbox.claim(query);
    const { run, begun, ended } = open(hold.posting, { outbox: { ...outbox, claim } });
    await outbox.put(due('slow'), start);
    const seen: string[] = [];
    const done = run().then(() => seen.push(...ended));
    await until(() => begun.length === 1);
    fails = true;
    void run();
    for (let turn = 0; turn < 9; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    hold.letGo();
    await done;
    expect(seen).toEqual(['slow']);
  });
});

describe('a claim', () => {
  it('is held while a slow post goes on, so that nobody else posts it', async () => {
    const hold = createHold('slow');
    const { run, put, begun, clock, tick, beside } = open(hold.posting);
    await put(due('slow'));
    const done = run();
    await until(() => begun.length === 1);
    for (let seconds = 0; seconds < 600; seconds += 30) {
      clock.now = new Date(start.getTime() + seconds * 1000);
      tick();
      await beside('other').run(never);
    }
    expect(begun).toEqual(['slow']);
    hold.letGo();
    await done;
  });

  it('is renewed no longer than anything is on its way', async () => {
    const { run, put, repeats } = open();
    await put(due('a'));
    await run();
    expect(repeats()).toBe(0);
  });

  it('that was lost with a process is taken up by another one when it is over', async () => {
    const hold = createHold('a');
    const { run, put, begun, clock, beside, states, ended } = open(hold.posting);
    await put(due('a'));
    void run();
    await until(() => begun.length === 1);
    // Nothing renews it.
    const other = beside('other');
    clock.now = new Date(start.getTime() + 2 * minute - 1);
    await other.run(never);
    expect(begun).toEqual(['a']);
    clock.now = new Date(start.getTime() + 2 * minute);
    const taken = other.run(never);
    await until(() => begun.length === 2);
    hold.letGo();
    await taken;
    // The platform knows the key, and posts it once.
    expect([begun, await states()]).toEqual([['a', 'a'], { a: 'delivered' }]);
    await until(() => ended.length === 2);
  });
});

describe('when it is told to stop', () => {
  it('begins nothing, and ends what it began', async () => {
    const hold = createHold('a');
    const stopping = new AbortController();
    const { outbox, ledger } = createFakeOutbox(currentIn(createFakeStore()));
    let claims = 0;
    const claim: typeof outbox.claim = (query) => {
      claims += 1;
      return outbox.claim(query);
    };
    const { run, begun, ended } = open(hold.posting, { outbox: { ...outbox, claim } });
    for (const key of ['a', 'b']) await outbox.put(due(key), start);
    const done = run(stopping.signal);
    await until(() => begun.length === 1);
    stopping.abort();
    const before = claims;
    await outbox.put(due('c', 'chat:2'), start);
    void run(stopping.signal);
    hold.letGo();
    await done;
    await run(stopping.signal);
    const waiting = await ledger.find({ state: 'waiting', limit: 9 });
    expect([ended, waiting.length, claims - before]).toEqual([['a'], 2, 0]);
  });
});

it('claims again what was put while it looked', async () => {
  const { outbox } = open();
  const claims: number[] = [];
  let isFirst = true;
  const claim: typeof outbox.claim = async (query) => {
    const claimed = await outbox.claim(query);
    claims.push(claimed.length);
    if (isFirst && query.platform === 'chat') {
      isFirst = false;
      // Between the store's answer and its arrival.
      await outbox.put(due('late'), start);
      void run();
    }
    return claimed;
  };
  const { run, ended } = open(undefined, { outbox: { ...outbox, claim } });
  await run();
  expect(ended).toEqual(['late']);
});
