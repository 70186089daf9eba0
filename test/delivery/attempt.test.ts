import { describe, expect, it } from 'vitest';
import { attempt } from '../../src/delivery/attempt.ts';
import type { DueDelivery } from '../../src/delivery/outbox.ts';
import { DeliveryError } from '../../src/errors.ts';
import { delivery } from '../contracts/deliveries.ts';
import { createFakePlanStore } from '../fakes/plan-store.ts';
import { announcement, at, createPlatform, here, hours, posted, start, subscription } from './room.ts';

/** A delivery of the daily digest. */
const due = (parts: Partial<DueDelivery> = {}) =>
  delivery('key', { channel: here, plan: 'daily', dueAt: start, notBefore: start, ...parts });

/** Tries once to post a delivery, at the start unless another time is given. */
async function tryOnce(
  parts: {
    readonly delivery?: DueDelivery;
    readonly error?: Error;
    readonly attempts?: number;
    readonly now?: Date;
    readonly random?: number;
    readonly target?: string;
  } = {},
) {
  const { delivery = due(), error, attempts = 1, now = start, random = 1, target } = parts;
  const plans = createFakePlanStore();
  await plans.put(subscription());
  await plans.put(announcement());
  await plans.put(subscription({ id: 'paused', status: 'paused' }));
  const platform = createPlatform('chat', () => error);
  const faults: unknown[] = [];
  const claimed = { delivery, attempts, ...(target !== undefined && { target: posted(target) }) };
  const outcome = await attempt(platform.adapter, claimed, {
    plans,
    now: () => now,
    random: () => random,
    fault: (fault) => void faults.push(fault),
  });
  return { outcome, ...platform, faults };
}

const busy = new DeliveryError('busy');
/** How many milliseconds it waits. */
async function wait(parts: Parameters<typeof tryOnce>[0]): Promise<number> {
  const { outcome } = await tryOnce({ error: busy, ...parts });
  return outcome.state === 'waiting' ? outcome.again.getTime() - start.getTime() : Number.NaN;
}

/** How long it waits where the platform asks for that. */
const after = (retryAfter: number) => wait({ error: new DeliveryError('wait', { retryAfter }) });

describe('a delivery', () => {
  it('is posted with its key, its message put together from its parts', async () => {
    const parts = ['one', 'two'].map((text) => ({ blocks: [{ kind: 'text' as const, text }] }));
    const { outcome, posts } = await tryOnce({ delivery: due({ language: 'fr', parts }) });
    expect(outcome).toEqual({ state: 'delivered', posted: posted('1'), at: start });
    expect(posts).toMatchObject([
      {
        key: 'key',
        channel: here,
        message: {
          language: 'fr',
          blocks: [
            { kind: 'text', text: 'one' },
            { kind: 'text', text: 'two' },
          ],
        },
      },
    ]);
    expect(posts[0]).not.toHaveProperty('follows');
  });

  it('that follows another one goes below it, or stands alone where that is nowhere', async () => {
    const update = due({ kind: 'update', follows: 'alert' });
    const { posts } = await tryOnce({ delivery: update, target: '7' });
    expect(posts).toMatchObject([{ follows: posted('7') }]);
    expect((await tryOnce({ delivery: update })).posts).toHaveLength(1);
  });

  it('that edits another one replaces it, and fails where that was never posted', async () => {
    const edit = due({ kind: 'correction', edits: 'digest' });
    const done = await tryOnce({ delivery: edit, target: '7' });
    expect([done.outcome, done.attempts]).toEqual([
      { state: 'delivered', posted: posted('7'), at: start },
      ['edit 7'],
    ]);
    const { outcome, attempts } = await tryOnce({ delivery: edit });
    expect([outcome, attempts]).toMatchObject([{ state: 'failed', reason: 'noTarget' }, []]);
  });

  it.each(['digest', 'alert', 'update', 'announcement'] as const)(
    'is dropped where its plan is paused or gone: %s',
    async (kind) => {
      for (const plan of ['paused', 'gone']) {
        const { outcome, attempts } = await tryOnce({ delivery: due({ kind, plan }) });
        expect([outcome, attempts]).toMatchObject([{ state: 'failed', reason: 'noTarget' }, []]);
      }
      const plan = kind === 'announcement' ? 'notice' : 'daily';
      expect((await tryOnce({ delivery: due({ kind, plan }) })).outcome.state).toBe('delivered');
    },
  );

  it.each(['correction', 'notice'] as const)('is posted whatever became of its plan: %s', async (kind) => {
    for (const plan of ['paused', 'gone'])
      expect((await tryOnce({ delivery: due({ kind, plan }) })).outcome.state).toBe('delivered');
  });

  it('is posted where it comes from no plan', async () => {
    const { plan: _plan, ...without } = due();
    expect((await tryOnce({ delivery: without })).outcome.state).toBe('delivered');
  });
});

describe('what goes wrong', () => {
  it('is tried again, later each time up to a quarter of an hour, not all at the same moment', async () => {
    expect(await wait({ attempts: 1 })).toBe(5000);
    expect(await wait({ attempts: 1, random: 0 })).toBe(2500);
    expect(await wait({ attempts: 2 })).toBe(10_000);
    expect(await wait({ attempts: 3 })).toBe(20_000);
    expect(await wait({ attempts: 9 })).toBe(15 * 60_000);
    expect(await wait({ attempts: 9999 })).toBe(15 * 60_000);
    expect((await tryOnce({ error: busy })).outcome).toMatchObject({ state: 'waiting', failure: 'busy' });
  });

  it('is tried again when the platform says, but not at once', async () => {
    expect([await after(30_000), await after(hours(1) * 60_000), await after(0)]).toEqual([
      30_000, 3_600_000, 1000,
    ]);
  });

  it('for good is not tried again, with the reason where that is known', async () => {
    const gone = new DeliveryError('gone', { reason: 'channelGone' });
    expect((await tryOnce({ error: gone })).outcome).toEqual({
      state: 'failed',
      reason: 'channelGone',
      failure: 'gone',
      at: start,
    });
    const refused = new DeliveryError('no', { permanent: true });
    expect((await tryOnce({ error: refused })).outcome).toMatchObject({ state: 'failed', reason: 'refused' });
  });

  it('in an adapter is a fault, and is tried again all the same', async () => {
    const error = new TypeError('no such function');
    const { outcome, faults } = await tryOnce({ error });
    expect([outcome, faults]).toMatchObject([{ state: 'waiting', failure: 'fault' }, [error]]);
    expect((await tryOnce({ error: busy })).faults).toEqual([]);
  });

  it('for a day is given up, counted from when it might have been there', async () => {
    const late = at(hours(24) + 1);
    const quiet = due({ notBefore: at(hours(9)) });
    expect((await tryOnce({ error: busy, now: at(hours(24)) })).outcome.state).toBe('waiting');
    expect((await tryOnce({ error: busy, now: late })).outcome).toMatchObject({ reason: 'expired' });
    expect((await tryOnce({ delivery: quiet, error: busy, now: late })).outcome.state).toBe('waiting');
  });
});

describe('what nobody tried to post for a day', () => {
  const now = at(hours(24) + 1);

  it('is no news any more', async () => {
    const { outcome, attempts } = await tryOnce({ now });
    expect([outcome, attempts]).toMatchObject([{ state: 'failed', reason: 'expired' }, []]);
  });

  it('is tried once where it puts right what is there, or speaks of Kiosk', async () => {
    const edit = due({ kind: 'correction', edits: 'digest' });
    expect((await tryOnce({ delivery: edit, target: '7', now })).outcome.state).toBe('delivered');
    expect((await tryOnce({ delivery: due({ kind: 'notice' }), now })).outcome.state).toBe('delivered');
    const { outcome } = await tryOnce({ delivery: edit, target: '7', now, error: busy });
    expect(outcome).toMatchObject({ reason: 'expired' });
  });
});
