import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { everyMinute } from '../src/schedule.ts';

describe('every minute', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-02T10:00:30Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('runs at the start of each minute, until it is stopped', async () => {
    const runs: string[] = [];
    const schedule = everyMinute(
      async (now) => {
        runs.push(now.toISOString().slice(11, 16));
      },
      { onError: () => {} },
    );
    expect(runs).toEqual([]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(runs).toEqual(['10:01', '10:02']);
    await schedule.stop();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(runs).toHaveLength(2);
  });

  test('a run that takes longer is never run beside itself', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const schedule = everyMinute(
      async () => {
        runs++;
        most = Math.max(most, ++running);
        await new Promise((resolve) => {
          setTimeout(resolve, 150_000);
        });
        running--;
      },
      { onError: () => {} },
    );
    await vi.advanceTimersByTimeAsync(600_000);
    expect(most).toBe(1);
    expect(runs).toBeGreaterThan(2);
    const stopping = schedule.stop();
    await vi.advanceTimersByTimeAsync(150_000);
    await stopping;
  });

  test('stop waits for the run under way', async () => {
    const gate = Promise.withResolvers<void>();
    const events: string[] = [];
    const schedule = everyMinute(
      async () => {
        await gate.promise;
        events.push('run');
      },
      { onError: () => {} },
    );
    await vi.advanceTimersByTimeAsync(31_000);
    const stopped = schedule.stop().then(() => events.push('stopped'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(events).toEqual([]);
    gate.resolve();
    await stopped;
    expect(events).toEqual(['run', 'stopped']);
  });

  test('a failure is told and the next minute comes all the same', async () => {
    const told: unknown[] = [];
    let runs = 0;
    const schedule = everyMinute(
      async () => {
        runs++;
        throw new Error('no');
      },
      { onError: (error) => told.push(error) },
    );
    await vi.advanceTimersByTimeAsync(150_000);
    expect(runs).toBeGreaterThan(1);
    expect(told).toHaveLength(runs);
    await schedule.stop();
  });
});
