import { createHash } from 'node:crypto';

/** A bucket's length in milliseconds, and how much goes into one: more than any test sends. */
const window = 1000;
const size = 1000;

/** Counts requests as Discord does and says so in headers, by the stand-in's own clock. */
export function createBuckets(
  now: () => number,
): (method: string, route: string, path: string) => Record<string, string> {
  const counts = new Map<string, { readonly until: number; readonly used: number }>();
  return (method, route, path) => {
    const major = /^\/(channels|guilds|webhooks)\/[^/]+/.exec(path)?.[0] ?? '';
    const key = `${method} ${route} ${major}`;
    const known = counts.get(key);
    const count =
      known !== undefined && known.until > now()
        ? { ...known, used: known.used + 1 }
        : { until: now() + window, used: 1 };
    counts.set(key, count);
    return {
      'x-ratelimit-limit': String(size),
      'x-ratelimit-remaining': String(Math.max(0, size - count.used)),
      'x-ratelimit-reset': (count.until / 1000).toFixed(3),
      'x-ratelimit-reset-after': ((count.until - now()) / 1000).toFixed(3),
      'x-ratelimit-bucket': createHash('sha256').update(`${method} ${route}`).digest('hex').slice(0, 32),
    };
  };
}
