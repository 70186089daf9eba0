import { createTask } from 'node-cron';

/** Something that runs again and again. */
export interface Schedule {
  /** Starts no more runs and waits for the one under way. */
  stop(): Promise<void>;
}

/** What the service does every minute. */
export interface Chore {
  tick(signal: AbortSignal): Promise<void>;
  /** Resolves when what was begun has ended. */
  idle(): Promise<void>;
}

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/**
 * Runs at the start of every minute, one run at a time: a minute in which the run before goes on is left out.
 * @param parts.onError is told of a run that rejected; the next one comes all the same
 */
export function everyMinute(
  run: (now: Date) => Promise<void>,
  parts: { readonly onError: (error: unknown) => void },
): Schedule {
  let underWay = Promise.resolve();
  const task = createTask(
    '* * * * *',
    ({ triggeredAt }) => {
      underWay = run(triggeredAt).catch(parts.onError);
      return underWay;
    },
    { noOverlap: true, suppressMissedWarning: true, logger: quiet },
  );
  void task.start();
  return {
    async stop() {
      await task.destroy();
      await underWay;
    },
  };
}
