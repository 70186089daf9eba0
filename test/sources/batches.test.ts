import { expect, it } from 'vitest';
import { createBatches } from '../../src/sources/polling/batches.ts';

/** Work that is done when the test says so, one batch at a time. */
function open(fails: (things: readonly number[]) => boolean = () => false) {
  const worked: (readonly number[])[] = [];
  const doors: (() => void)[] = [];
  const batches = createBatches<number>(async (things) => {
    worked.push(things);
    await new Promise<void>((resolve) => doors.push(resolve));
    if (fails(things)) throw new Error(`failed: ${things.join(' ')}`);
  });
  const next = async () => {
    doors.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { batches, worked, next };
}

it('takes what comes alone at once, and together what comes meanwhile', async () => {
  const { batches, worked, next } = open();
  const added = [[1], [2, 3], [4]].map((things) => batches.add(things));
  expect(worked).toEqual([[1]]);
  await next();
  expect(worked).toEqual([[1], [2, 3, 4]]);
  await next();
  await Promise.all(added);
  const later = batches.add([5]);
  await next();
  await later;
  expect(worked).toEqual([[1], [2, 3, 4], [5]]);
});

it('fails what fails, and nothing that came with it', async () => {
  const { batches, worked, next } = open((things) => things.includes(3));
  const outcomes = Promise.allSettled([[1], [2], [3], [4]].map((things) => batches.add(things)));
  for (let round = 0; round < 5; round += 1) await next();
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(worked).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
  const later = batches.add([5]);
  await next();
  await later;
});
