/** Numbers in [0, 1) from a seed, the same every time (mulberry32, Tommy Ettinger 2017, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The value below which a share of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Median, 99th percentile and longest of some times in milliseconds, rounded to a tenth. */
export function spread(times: readonly number[]) {
  return {
    median_ms: round(percentile(times, 0.5)),
    p99_ms: round(percentile(times, 0.99)),
    most_ms: round(Math.max(...times)),
  };
}

/** What was found for a question, and how long that took. */
export interface Finding {
  readonly milliseconds: number;
  /** Ids of articles, the best first. */
  readonly found: readonly string[];
  readonly expected: string;
}

/** In how many of a hundred cases the expected article came first, and among the first ten, with the times that took. */
export function findings(all: readonly Finding[]) {
  const first = all.filter(({ found, expected }) => found[0] === expected).length;
  const among = all.filter(({ found, expected }) => found.slice(0, 10).includes(expected)).length;
  return {
    questions: all.length,
    article_at_1: shareOf(first, all.length),
    article_at_10: shareOf(among, all.length),
    ...spread(all.map(({ milliseconds }) => milliseconds)),
  };
}

/** How many were done a second. */
export function perSecond(count: number, milliseconds: number): number {
  return round((1000 * count) / milliseconds);
}

/** One number as percent of another, rounded to a tenth. */
export function shareOf(some: number, whole: number): number {
  return round((100 * some) / whole);
}

/** Rounds to a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Prints one figure as a line of JSON. */
export function say(figure: string, values: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ figure, ...values })}\n`);
}

/** Megabytes of memory this process holds. */
export function residentMegabytes(): number {
  return Math.round(process.memoryUsage.rss() / 1e6);
}
