import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPosting } from '../src/posting.ts';
import { processTimers } from '../src/timers.ts';
import { DeliveryError } from '../src/errors.ts';
import { delivery } from './contracts/deliveries.ts';
import { createPlatform, here, openRoom, start, subscription } from './delivery/room.ts';

beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

/** A service that posts, with a newsroom that writes what a test says. */
function open(
  parts: {
    readonly fail?: (channel: string) => Error | undefined;
    readonly write?: () => Promise<void>;
    readonly platforms?: readonly string[];
  } = {},
) {
  const { fail = () => undefined, write = async () => {}, platforms = ['chat'] } = parts;
  const room = openRoom();
  const opened = platforms.map((name) => createPlatform(name, fail));
  const faults: unknown[] = [];
  const ticks: Date[] = [];
  const posting = createPosting({
    ...room,
    newsroom: {
      async tick(now) {
        ticks.push(now);
        await write();
      },
    },
    adapters: opened.map(({ adapter }) => adapter),
    now: () => new Date(),
    random: () => 1,
    timers: processTimers,
    givenUp: async () => {},
    fault: (error) => void faults.push(error),
  });
  const stopping = new AbortController();
  return {
    ...room,
    posting,
    faults,
    ticks,
    stopping,
    attempts: () => opened.flatMap(({ attempts }) => attempts),
    posted: () => opened.flatMap(({ posts }) => posts.map(({ key }) => key)),
    tick: () => posting.tick(stopping.signal),
    put: (key: string, channel = here, seconds = 0) =>
      room.outbox.put(
        delivery(key, {
          kind: 'notice',
          channel,
          dueAt: new Date(),
          notBefore: new Date(Date.now() + 1000 * seconds),
        }),
        new Date(),
      ),
  };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(1000 * count);

describe('every minute', () => {
  it('what is due is written, and what was written is posted', async () => {
    const { tick, posted, ticks, put, posting } = open({ write: () => put('digest').then(() => undefined) });
    await tick();
    await posting.idle();
    expect([ticks, posted()]).toEqual([[start], ['digest']]);
  });

  it('what waits from before is posted at once, and what is written while more is being written', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { tick, posted, put } = open({
      async write() {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await put('first', 'chat:first');
        await promise;
        await put('last', 'chat:last');
      },
    });
    await put('before');
    const done = tick();
    await seconds(0);
    expect(posted()).toContain('before');
    expect(posted()).toEqual(['before']);
    await seconds(5);
    expect(posted()).toEqual(['before', 'first']);
    resolve();
    await done;
    await seconds(0);
    expect(posted()).toContain('last');
  });

  it('what was put off is left where a newsroom fails, and posted all the same', async () => {
    const { tick, posted, put } = open({ write: () => Promise.reject(new Error('no')) });
    await put('before');
    await expect(tick()).rejects.toThrow('no');
    await seconds(0);
    expect(posted()).toEqual(['before']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what must be tried again within the minute', () => {
  it('is, when it is time', async () => {
    let fails = 2;
    const { tick, attempts, posted, put } = open({
      fail: () => ((fails -= 1) >= 0 ? new DeliveryError('busy') : undefined),
    });
    await put('a');
    await tick();
    await seconds(4);
    expect(attempts()).toEqual(['a']);
    await seconds(2);
    expect(attempts()).toEqual(['a', 'a']);
    await seconds(8);
    expect(attempts()).toHaveLength(2);
    await seconds(2);
    expect(posted()).toEqual(['a']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is, though another platform, or another channel, is slow', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let fails = true;
    const { tick, posted, put, outbox, ledger } = open({
      platforms: ['chat', 'mail'],
      fail: (channel) => (channel === 'chat:busy' && fails ? new DeliveryError('busy') : undefined),
    });
    await put('busy', 'chat:busy');
    await put('slow', 'mail:slow');
    await put('stuck', 'chat:stuck');
    const { settle } = outbox;
    Object.assign(outbox, {
      async settle(...given: Parameters<typeof settle>) {
        if (given[0] !== 'busy') await promise;
        return settle(...given);
      },
    });
    await tick();
    fails = false;
    await seconds(6);
    expect(posted()).toContain('busy');
    const waiting = await ledger.find({ state: 'waiting', limit: 9 });
    expect(waiting.map(({ delivery }) => delivery.key).toSorted()).toEqual(['slow', 'stuck']);
    resolve();
    await seconds(0);
  });

  it('is tried together with what is to be tried at nearly the same time', async () => {
    let fails = true;
    const { tick, posted, put } = open({ fail: () => (fails ? new DeliveryError('busy') : undefined) });
    for (let index = 0; index < 100; index += 1) await put(`${index}`, `chat:${index}`);
    await tick();
    await seconds(1);
    expect(vi.getTimerCount()).toBeLessThan(9);
    fails = false;
    await seconds(6);
    expect(posted()).toHaveLength(100);
  });

  it('is, where another process put it off, or this one before it was started again', async () => {
    const { tick, posted, put } = open();
    await put('a', here, 20);
    await tick();
    await seconds(19);
    expect(posted()).toEqual([]);
    await seconds(2);
    expect(posted()).toEqual(['a']);
  });

  it('waits for the minute where it is to be tried later than that', async () => {
    const { tick, attempts, put } = open({ fail: () => new DeliveryError('busy', { retryAfter: 90_000 }) });
    await put('a');
    await put('b', 'chat:2', 70);
    await tick();
    await seconds(300);
    expect([attempts(), vi.getTimerCount()]).toEqual([['a'], 0]);
    await tick();
    await seconds(0);
    expect(attempts().toSorted()).toEqual(['a', 'a', 'b']);
  });
});

describe('after it was told to stop', () => {
  it('nothing runs: neither what was put off, nor what fails now, nor another minute', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { tick, attempts, put, stopping, posting, outbox } = open({
      fail: () => new DeliveryError('busy'),
    });
    await put('a');
    await tick();
    await seconds(1);
    await put('b', 'chat:2');
    const { claim } = outbox;
    Object.assign(outbox, {
      async claim(...given: Parameters<typeof claim>) {
        const claimed = await claim(...given);
        await promise;
        return claimed;
      },
    });
    const done = tick();
    await seconds(0);
    stopping.abort();
    resolve();
    await done;
    await posting.idle();
    expect([attempts(), vi.getTimerCount()]).toEqual([['a', 'b'], 0]);
    await tick();
    await seconds(600);
    expect(attempts()).toEqual(['a', 'b']);
  });

  it('what was begun is ended first', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { tick, put, stopping, posting, outbox, ledger } = open();
    await put('a');
    const { settle } = outbox;
    Object.assign(outbox, {
      async settle(...given: Parameters<typeof settle>) {
        await promise;
        return settle(...given);
      },
    });
    await tick();
    stopping.abort();
    let isIdle = false;
    const idle = posting.idle().then(() => (isIdle = true));
    await seconds(5);
    expect(isIdle).toBe(false);
    resolve();
    await idle;
    expect(await ledger.find({ state: 'delivered', limit: 9 })).toHaveLength(1);
  });
});

it('notes that the store fails, and goes on', async () => {
  const { tick, faults, outbox, posted, put } = open();
  await put('a');
  const { next } = outbox;
  Object.assign(outbox, { next: () => Promise.reject(new Error('no')) });
  await tick();
  await seconds(0);
  expect([faults.length, posted()]).toEqual([1, ['a']]);
  Object.assign(outbox, { next });
  await tick();
  expect(faults).toHaveLength(1);
});

it('posts what the newsroom wrote of a plan', async () => {
  const { plans, publish, newsroom, tick, posted } = open();
  await publish('bakery');
  await plans.put(subscription({ empty: 'say' }));
  await newsroom.tick(start);
  await tick();
  await seconds(0);
  expect(posted()).toEqual(['daily:2026-05-04T08:00:00.000Z']);
});
