import { expect, it } from 'vitest';
import type { Outbox } from '../../../src/delivery/outbox.ts';
import { openStore } from '../../../src/stores/index.ts';
import { at, delivery, tells } from '../../contracts/deliveries.ts';
import { createFolder } from './open.ts';
import { startClaims } from './processes.ts';

const channels = Array.from({ length: 20 }, (_, index) => `discord:1:${index}`);

/** Puts a delivery for each channel, and returns their keys in order. */
async function fill(outbox: Outbox, round: number): Promise<readonly string[]> {
  const keys = channels.map((channel) => `${channel}:${round}`);
  const puts = keys.map((key, index) =>
    outbox.put(delivery(key, { channel: channels[index] ?? '', parts: [tells('s', 'a')] }), at(0)),
  );
  expect(new Set(await Promise.all(puts))).toEqual(new Set(['put']));
  return keys;
}

it('never gives two processes the same delivery, though they claim at the same time', async () => {
  const directory = await createFolder();
  const { outbox, ledger, close } = await openStore({ directory });
  const claims = ['one', 'two'].map((owner) => startClaims(directory, owner));
  await Promise.all(claims.map(({ reached }) => reached(1)));
  const keys: string[] = [];
  // Until each of them has had its share.
  for (let round = 0; claims.some(({ done }) => done.length < 20); round += 1) {
    keys.push(...(await fill(outbox, round)));
    for (const { tell } of claims) tell('deliver');
    await expect.poll(() => ledger.find({ state: 'waiting', limit: 1 }), { timeout: 20_000 }).toEqual([]);
  }
  for (const { finish } of claims) finish();
  expect(await Promise.all(claims.map(({ ended }) => ended))).toEqual([0, 0]);

  const done = claims.map(({ done: [, ...claimed] }) => claimed);
  expect(done.flat().toSorted()).toEqual(keys.toSorted());
  const entries = await ledger.find({ limit: keys.length });
  expect(new Set(entries.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(
    new Set(['delivered 1']),
  );
  await close();
}, 60_000);

it('gives what a process that was killed had claimed to another one when its time is over, and loses nothing', async () => {
  const directory = await createFolder();
  const { outbox, ledger, close } = await openStore({ directory });
  const keys = await fill(outbox, 0);
  const killed = startClaims(directory, 'killed');
  killed.tell('claim');
  await killed.reached(4);
  killed.kill();
  expect(await killed.ended).toBeNull();
  const [, ...lost] = killed.done;
  expect(lost).toEqual(keys.slice(0, 3));

  const claim = { platform: 'discord', owner: 'other', limit: 99 };
  const others = await outbox.claim({ ...claim, now: at(4), until: at(9) });
  expect(others.map(({ delivery }) => delivery.key)).toEqual(keys.slice(3));
  expect(await outbox.next()).toEqual(at(5));
  const again = await outbox.claim({ ...claim, now: at(5), until: at(9) });
  expect(again).toMatchObject(lost.map((key) => ({ delivery: { key }, attempts: 2 })));
  const posted = { channel: 'discord:1:0', id: 'late' };
  const settled = lost.map((key) => outbox.settle(key, 'killed', { state: 'delivered', posted, at: at(6) }));
  expect(await Promise.all(settled)).toEqual([false, false, false]);
  expect((await ledger.told(channels, ['a'])).articles).toHaveLength(keys.length);
  await close();
}, 60_000);
