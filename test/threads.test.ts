import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';
import { createThread } from '../src/threads.ts';
import type { Fickle } from './fickle.ts';

const threads: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.stop()));
});

function startFickle() {
  const module = new URL('fickle.ts', import.meta.url);
  const thread = createThread<Fickle>({ module, data: {}, heap: 32 });
  threads.push(thread);
  return thread;
}

it('answers calls with copies of what was asked', async () => {
  const thread = startFickle();
  const value = { when: new Date(0), map: new Map([['a', 1]]) };
  expect(await thread.call('echo', value)).toEqual(value);
  expect(thread.pending).toBe(0);
});

it('rejects with the error of the call, and goes on', async () => {
  const thread = startFickle();
  await expect(thread.call('fail', 'oh no')).rejects.toThrow('oh no');
  await expect(thread.call('refuse', undefined)).rejects.toMatchObject({
    name: 'UserError',
    key: 'store.full',
    values: { file: 'f' },
  });
  expect(await thread.call('echo', 1)).toBe(1);
});

it('rejects the calls that a crash took with it, and starts anew on the next one', async () => {
  const thread = startFickle();
  const first = await thread.call('born', undefined);
  const calls = [thread.call('die', undefined), thread.call('echo', 1), thread.call('echo', 2)];
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(thread.pending).toBe(0);
  expect(await thread.call('born', undefined)).not.toBe(first);
});

it('rejects when a thread needs more memory than it may have, and starts anew', async () => {
  const thread = startFickle();
  await expect(thread.call('grow', undefined)).rejects.toThrow('memory');
  expect(await thread.call('echo', 1)).toBe(1);
});

it('answers what was asked before it stops, and nothing after', async () => {
  const thread = startFickle();
  const before = [thread.call('echo', 1), thread.call('later', 2)];
  await thread.stop();
  expect(await Promise.all(before)).toEqual([1, 2]);
  await expect(thread.call('echo', 3)).rejects.toThrow('closed');
});

/** The address of a module, as a script writes it. */
const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

it('keeps the process alive until it has stopped', async () => {
  const script = `
    const { createThread } = await import(${url('../src/threads.ts')});
    const thread = createThread({ module: new URL(${url('fickle.ts')}), data: {}, heap: 32 });
    void thread.call('later', 1);
    await thread.stop();
    console.log('stopped');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout).toBe('stopped\n');
});

it('ends at once when it is killed, whatever it does, and starts anew', async () => {
  const thread = startFickle();
  const endless = thread.call('spin', undefined);
  thread.kill();
  thread.kill();
  await expect(endless).rejects.toThrow('ended');
  expect(await thread.call('echo', 1)).toBe(1);
});
