import type { Timers } from '../../src/timers.ts';

/** A clock that stands still until it is told what time it is. */
export interface DrivenClock {
  now(): Date;
  readonly timers: Timers;
  /** Sets it, and calls whatever was to be called until then. */
  set(at: number): void;
  /** When something is to be called next, in milliseconds since 1970. */
  next(): number | undefined;
}

interface Waiting {
  at: number;
  readonly call: () => void;
  readonly every: number | undefined;
}

/** @param start milliseconds since 1970 */
export function createDrivenClock(start: number): DrivenClock {
  const waiting = new Set<Waiting>();
  let now = start;

  function add(milliseconds: number, call: () => void, every?: number): () => void {
    const added = { at: now + milliseconds, call, every };
    waiting.add(added);
    return () => void waiting.delete(added);
  }

  function first(): Waiting | undefined {
    return [...waiting].toSorted((one, other) => one.at - other.at)[0];
  }

  return {
    now: () => new Date(now),
    timers: {
      after: (milliseconds, call) => add(milliseconds, call),
      every: (milliseconds, call) => add(milliseconds, call, milliseconds),
    },
    set(at) {
      for (let due = first(); due !== undefined && due.at <= at; due = first()) {
        now = Math.max(now, due.at);
        if (due.every === undefined) waiting.delete(due);
        else due.at += due.every;
        due.call();
      }
      now = at;
    },
    next: () => first()?.at,
  };
}
