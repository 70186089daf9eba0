import type { Log } from '../../log.ts';

/** Counts requests that Slack didn't sign. */
export interface Refusals {
  note(): void;
  /** Logs what was counted and not logged yet. */
  tell(): void;
}

/** Milliseconds between two lines in the log: whoever knocks must not fill it. */
const minute = 60_000;

/** Logs at most once a minute how many there were. */
export function createRefusals(parts: { readonly now: () => Date; readonly log: Log }): Refusals {
  const { now, log } = parts;
  let count = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  function tell(): void {
    if (count === 0) return;
    log.warn({ count }, 'requests were refused that Slack did not sign, or not lately');
    count = 0;
    toldAt = now().getTime();
  }

  return {
    note() {
      count += 1;
      if (now().getTime() - toldAt >= minute) tell();
    },
    tell,
  };
}
