import { describe, expect, test } from 'vitest';
import { createCallLimits } from '../../src/chat/call-limits.ts';
import type { KeyValue } from '../../src/chat/key-value.ts';
import { createFakeKeyValue } from '../fakes/key-value.ts';

function open(
  parts: { readonly perReader?: number; readonly perChannel?: number; readonly kept?: KeyValue } = {},
) {
  const clock = { now: new Date('2026-05-06T08:00:00Z') };
  const now = () => clock.now;
  const faults: unknown[] = [];
  const { perReader = 3, perChannel = 0, kept = createFakeKeyValue(now) } = parts;
  const limits = createCallLimits({ kept, perReader, perChannel, now, fault: (error) => faults.push(error) });
  return {
    faults,
    pass: (seconds: number) => {
      clock.now = new Date(clock.now.getTime() + 1000 * seconds);
    },
    call: (id = 'ada', channel = 'room') => limits.admit({ caller: { id, manager: false }, channel }),
  };
}

describe('a reader', () => {
  test('may call so often in a minute, also at once, and is told how long to wait then', async () => {
    const { call, pass } = open();
    expect(await call()).toBeUndefined();
    pass(10);
    expect(await call()).toBeUndefined();
    expect(await call()).toBeUndefined();
    expect(await call()).toEqual({ key: 'errors.tooManyCalls', seconds: 10 });
    pass(9.5);
    expect(await call()).toEqual({ key: 'errors.tooManyCalls', seconds: 1 });
    pass(0.5);
    expect(await call()).toBeUndefined();
    expect(await call()).toEqual({ key: 'errors.tooManyCalls', seconds: 20 });
    pass(3600);
    expect([await call(), await call(), await call()]).toEqual([undefined, undefined, undefined]);
    expect(await call()).toBeDefined();
  });

  test('who is refused waits no longer for having tried', async () => {
    const { call, pass } = open();
    await Promise.all([call(), call(), call()]);
    for (let tries = 0; tries < 20; tries += 1) expect(await call()).toMatchObject({ seconds: 20 });
    pass(20);
    expect(await call()).toBeUndefined();
  });

  test('who manages is counted alike, and others are counted for themselves', async () => {
    const { call } = open();
    await Promise.all([call('ada'), call('ada'), call('ada')]);
    expect(await call('ada')).toBeDefined();
    expect(await call('bob')).toBeUndefined();
  });

  test('whose calls come at the same moment gets no more of them', async () => {
    const { call } = open();
    const refusals = await Promise.all(Array.from({ length: 10 }, () => call()));
    expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(3);
  });

  test('may call as they like where there is no limit', async () => {
    const { call } = open({ perReader: 0 });
    for (let calls = 0; calls < 100; calls += 1) expect(await call()).toBeUndefined();
  });
});

test('a channel has a limit of its own, for all who read there', async () => {
  const { call } = open({ perReader: 3, perChannel: 4 });
  for (const reader of ['ada', 'ada', 'bob', 'bob']) expect(await call(reader)).toBeUndefined();
  expect(await call('cleo')).toEqual({ key: 'errors.tooManyCallsHere', seconds: 15 });
  expect(await call('cleo', 'elsewhere')).toBeUndefined();
});

test('what one reader may not ask takes nothing from the others in the channel', async () => {
  const { call } = open({ perReader: 1, perChannel: 2 });
  await call('ada');
  for (let tries = 0; tries < 5; tries += 1)
    expect(await call('ada')).toMatchObject({ key: 'errors.tooManyCalls' });
  expect(await call('bob')).toBeUndefined();
});

test('calls are counted on by another process, and by this one after a restart', async () => {
  const kept = createFakeKeyValue(() => new Date('2026-05-06T08:00:00Z'));
  const before = open({ kept });
  await Promise.all([before.call(), before.call(), before.call()]);
  expect(await open({ kept }).call()).toBeDefined();
});

test('what can’t be counted is answered, and noted', async () => {
  const broken: KeyValue = {
    ...createFakeKeyValue(),
    get: () => Promise.reject(new Error('the disk is full')),
  };
  const { call, faults } = open({ kept: broken });
  expect(await call()).toBeUndefined();
  expect(await call()).toBeUndefined();
  expect(faults).toHaveLength(2);
});

test('what was kept by something else is no count', async () => {
  const kept = createFakeKeyValue();
  await kept.set('reader ada', { not: 'a list' });
  const { call } = open({ kept });
  expect(await call()).toBeUndefined();
});
