import { UserError } from '../../errors.ts';
import type { TextKey } from '../../texts.ts';
import type { Item } from '../item.ts';
import type { Source } from '../source.ts';
import type { FollowedSource, SourceStore } from '../store.ts';

/** Something worth telling about a source; each is told once, not with every read. */
export type PollEvent =
  | { readonly kind: 'read'; readonly source: FollowedSource; readonly items: number }
  | {
      readonly kind: 'failing';
      readonly source: FollowedSource;
      readonly reason: TextKey;
      readonly error: unknown;
    }
  | { readonly kind: 'recovered'; readonly source: FollowedSource };

/** Reads followed sources when they are due. */
export interface Poller {
  /**
   * Reads what is due, each source once. While one tick runs, another call waits for it and reads nothing itself.
   * One bad source never fails it; a store that can't be read does.
   */
  tick(signal: AbortSignal): Promise<void>;
}

/** What a poller works with; `take` keeps the items and must not be asked to forget them again. */
export interface PollerParts {
  readonly store: SourceStore;
  readonly source: (followed: FollowedSource) => Source;
  readonly take: (items: readonly Item[], followed: FollowedSource) => Promise<void>;
  readonly now: () => Date;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly report: (event: PollEvent) => void;
}

const minute = 60_000;
const interval = 30 * minute;
const shortestRetry = 5 * minute;
const longestRetry = 24 * 60 * minute;

const mostAtOnce = 4;
const mostPerHost = 2;
/** How many due sources one tick takes on; the rest is due in the next. */
const mostPerTick = 500;

/** Creates the reader of everything that is followed. */
export function createPoller(parts: PollerParts): Poller {
  const { store, now, random, report } = parts;
  let running: Promise<void> | undefined;

  async function read(followed: FollowedSource, signal: AbortSignal): Promise<void> {
    try {
      const { items, bookmark } = await parts.source(followed).fetch(followed.bookmark, signal);
      if (items.length > 0) await parts.take(items, followed);
      const readAt = now();
      const dueAt = new Date(readAt.getTime() + interval);
      await store.settle(followed.url, {
        dueAt,
        readAt,
        failures: 0,
        ...(bookmark !== undefined && { bookmark }),
      });
      if (followed.failures > 0) report({ kind: 'recovered', source: followed });
      report({ kind: 'read', source: followed, items: items.length });
    } catch (error) {
      // What was interrupted is neither read nor failed; it stays due.
      if (signal.aborted) return;
      await fail(followed, error);
    }
  }

  async function fail(followed: FollowedSource, error: unknown): Promise<void> {
    const { bookmark, readAt, failures } = followed;
    const reason: TextKey = error instanceof UserError ? error.key : 'sources.fault';
    await store.settle(followed.url, {
      dueAt: new Date(now().getTime() + retryAfter(failures + 1, random())),
      failures: failures + 1,
      failure: reason,
      ...(readAt !== undefined && { readAt }),
      ...(bookmark !== undefined && { bookmark }),
    });
    if (failures === 0) report({ kind: 'failing', source: followed, reason, error });
  }

  async function attempt(followed: FollowedSource, signal: AbortSignal, faults: unknown[]): Promise<void> {
    try {
      await read(followed, signal);
    } catch (error) {
      faults.push(error);
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    const waiting = [...(await store.due(now(), mostPerTick))];
    const reading = new Map<Promise<void>, string>();
    const faults: unknown[] = [];
    while (waiting.length > 0 && !signal.aborted) {
      const hosts = [...reading.values()];
      const next =
        hosts.length < mostAtOnce ? waiting.findIndex(({ url }) => hasRoom(hosts, hostOf(url))) : -1;
      const [followed] = next < 0 ? [] : waiting.splice(next, 1);
      if (followed === undefined) {
        await Promise.race(reading.keys());
        continue;
      }
      const done: Promise<void> = attempt(followed, signal, faults).finally(() => reading.delete(done));
      reading.set(done, hostOf(followed.url));
    }
    await Promise.all(reading.keys());
    // All are given their turn first, though a store that can't settle one will hardly settle another.
    if (faults.length > 0) throw faults[0];
  }

  return {
    tick(signal) {
      running ??= run(signal).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/**
 * How long to wait after so many failures in a row, in milliseconds: doubling from five minutes to a day, spread by a
 * quarter to each side so that sources that failed together don't all come back together.
 * @param chance from 0 to 1
 */
export function retryAfter(failures: number, chance: number): number {
  const doubled = shortestRetry * 2 ** Math.min(failures - 1, 20);
  return Math.max(shortestRetry, Math.min(longestRetry, doubled * (0.75 + chance / 2)));
}

function hasRoom(hosts: readonly string[], host: string): boolean {
  return hosts.filter((other) => other === host).length < mostPerHost;
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
