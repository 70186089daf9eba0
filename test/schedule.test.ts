import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { everyMinute, isCron, nextRuns } from '../src/schedule.ts';

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

test.each([
  ['0 7 * * 1-5', true],
  ['*/15 * * * *', true],
  ['0 7 L * *', true],
  ['0 7 * *', false],
  ['* * * * * *', false],
  ['60 7 * * *', false],
  ['0 0 30 2 *', false],
  ['@daily', false],
  ['', false],
])('"%s" is cron: %s', (expression, expected) => {
  expect(isCron(expression)).toBe(expected);
});

function runsOf(expression: string, timeZone: string, count: number, from: string): readonly string[] {
  return nextRuns(expression, timeZone, count, new Date(from)).map((date) => date.toISOString().slice(0, 16));
}

describe('what is due next', () => {
  test('is later than now, in the schedule’s own time zone', () => {
    expect(runsOf('30 7 * * *', 'Europe/Berlin', 2, '2026-07-01T05:30:00Z')).toEqual([
      '2026-07-02T05:30',
      '2026-07-03T05:30',
    ]);
    expect(runsOf('30 7 * * *', 'Asia/Kathmandu', 1, '2026-07-01T00:00:00Z')).toEqual(['2026-07-01T01:45']);
    expect(runsOf('0 0 * * *', 'America/Los_Angeles', 1, '2026-07-01T06:59:00Z')).toEqual([
      '2026-07-01T07:00',
    ]);
  });

  test('knows days of the week and of the month', () => {
    expect(runsOf('0 9 * * 1', 'UTC', 2, '2026-11-02T09:00:00Z')).toEqual([
      '2026-11-09T09:00',
      '2026-11-16T09:00',
    ]);
    expect(runsOf('0 9 L * *', 'UTC', 2, '2026-01-31T10:00:00Z')).toEqual([
      '2026-02-28T09:00',
      '2026-03-31T09:00',
    ]);
    expect(runsOf('0 9 29 2 *', 'UTC', 2, '2026-01-01T00:00:00Z')).toEqual([
      '2028-02-29T09:00',
      '2032-02-29T09:00',
    ]);
  });

  test('an edition in the hour that clocks skip comes as much later, once', () => {
    expect(runsOf('30 2 * * *', 'Europe/Berlin', 3, '2026-03-28T00:00:00Z')).toEqual([
      '2026-03-28T01:30',
      '2026-03-29T01:30',
      '2026-03-30T00:30',
    ]);
  });

  test('an edition in the hour that clocks repeat comes once', () => {
    expect(runsOf('30 2 * * *', 'Europe/Berlin', 3, '2026-10-24T00:00:00Z')).toEqual([
      '2026-10-24T00:30',
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });

  test('what comes every so many minutes goes on through a change of clocks', () => {
    expect(runsOf('*/30 * * * *', 'Europe/Berlin', 5, '2026-10-24T23:45:00Z')).toEqual([
      '2026-10-25T00:00',
      '2026-10-25T00:30',
      '2026-10-25T01:00',
      '2026-10-25T01:30',
      '2026-10-25T02:00',
    ]);
    expect(runsOf('0 * * * *', 'Europe/Berlin', 3, '2026-03-29T00:00:00Z')).toEqual([
      '2026-03-29T01:00',
      '2026-03-29T02:00',
      '2026-03-29T03:00',
    ]);
  });

  test('agrees minute by minute with the clock on the wall', () => {
    const shown = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Australia/Lord_Howe',
      hour: '2-digit',
      minute: '2-digit',
    });
    for (const run of nextRuns(
      '5,35 6-8 * * *',
      'Australia/Lord_Howe',
      400,
      new Date('2026-01-01T00:00:00Z'),
    )) {
      expect(shown.format(run)).toMatch(/^0[678]:[03]5$/);
    }
  });

  test('what can never come is refused, and so is what isn’t cron', () => {
    expect(() => runsOf('0 0 30 2 *', 'UTC', 1, '2026-01-01T00:00:00Z')).toThrow('not a cron expression');
    expect(() => runsOf('soon', 'UTC', 1, '2026-01-01T00:00:00Z')).toThrow('not a cron expression');
  });
});
