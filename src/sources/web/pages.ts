import { UserError } from '../../errors.ts';
import type { Fetched, Fetcher, FetchOptions } from './fetch.ts';
import type { Robots } from './robots.ts';

/** Reads pages as their servers ask programs to. */
export interface PageFetcher {
  /**
   * @throws {UserError} `sources.robots` where the server's robots.txt forbids an address on the way
   * @throws as `Fetcher.fetch` does, for the page or for the robots.txt
   */
  fetch(url: string, options: Pick<FetchOptions, 'signal' | 'bookmark'>): Promise<Fetched>;
}

/** Servers that want more time between two pages get this much, in milliseconds. */
const longestPause = 10_000;

/**
 * Puts the rules of robots.txt before a fetcher, for pages; feeds are made for programs, and need no such question.
 * @param parts.wait resolves after so many milliseconds, or rejects when the signal is aborted
 */
export function createPageFetcher(parts: {
  readonly fetcher: Fetcher;
  readonly robots: Robots;
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}): PageFetcher {
  const { fetcher, robots, now, wait } = parts;
  /** When each server that wants pauses may be asked next, in Unix milliseconds. */
  const nextTurns = new Map<string, number>();

  function turnAt(origin: string, pause: number): number {
    const at = now().getTime();
    for (const [server, next] of nextTurns) if (next <= at) nextTurns.delete(server);
    const turn = nextTurns.get(origin) ?? at;
    nextTurns.set(origin, turn + pause);
    return turn - at;
  }

  async function admit(url: string, signal: AbortSignal): Promise<void> {
    if (!(await robots.allows(url, signal))) throw new UserError('sources.robots');
    const pause = Math.min(longestPause, await robots.delay(url, signal));
    const rest = pause > 0 ? turnAt(new URL(url).origin, pause) : 0;
    if (rest > 0) await wait(rest, signal);
  }

  return {
    fetch(url, options) {
      const { signal } = options;
      return fetcher.fetch(url, { ...options, accept: 'page', admit: (address) => admit(address, signal) });
    },
  };
}
