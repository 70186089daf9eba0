// A thread that fails in every way.
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { UserError } from '../src/errors.ts';
import { serve } from '../src/threads.ts';

/** What the thread can be asked. */
export type Fickle = typeof methods;

const born = randomUUID();

const methods = {
  echo: (value: unknown) => value,
  later: async (value: unknown) => {
    await setImmediate();
    return value;
  },
  /** Different for each thread. */
  born: () => born,
  fail(message: string) {
    throw new Error(message);
  },
  refuse() {
    throw new UserError('store.full', { file: 'f' });
  },
  die() {
    process.exit(3);
  },
  spin() {
    for (;;);
  },
  grow() {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, Math.random));
  },
};

serve(
  methods,
  (error) => error,
  () => {},
);
