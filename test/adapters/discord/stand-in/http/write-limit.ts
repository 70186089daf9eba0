import type { Answer } from './routes.ts';

/** What is written in a channel, at most `most` times an hour for each key. */
export interface WriteLimit {
  /** Counts one more; says how long to wait where that is one too many. */
  count(key: string): Answer | undefined;
}

const hour = 60 * 60 * 1000;

/**
 * Makes a limit by the stand-in's clock. As Discord's does, its answer says the truth in its body alone: the header says a second
 * (github.com/discord/discord-api-docs/issues/6109).
 */
export function createWriteLimit(most: number, now: () => number): WriteLimit {
  const counted = new Map<string, readonly number[]>();
  return {
    count(key) {
      const recent = (counted.get(key) ?? []).filter((at) => now() - at < hour);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= most)
        return {
          status: 429,
          body: {
            message: 'The write action you are performing on the channel has hit the write rate limit.',
            code: 20028,
            retry_after: (oldest + hour - now()) / 1000,
            global: false,
          },
          headers: { 'retry-after': '1', 'x-ratelimit-scope': 'shared' },
        };
      counted.set(key, [...recent, now()]);
      return undefined;
    },
  };
}
