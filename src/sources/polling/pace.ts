const minute = 60_000;
const hour = 60 * minute;

/** However often a source publishes, and whatever its server asks for. */
const shortest = 5 * minute;
const longest = 24 * hour;
/** For a source whose items have no dates. */
const usual = 30 * minute;
/** Items whose dates say how often a source publishes, the newest. */
const considered = 10;
/** A source is read this often between two items, on average. */
const readsBetweenItems = 2;
/** Reads are spread by this share of the interval to each side, so that sources followed together don't all stay due together. */
const spread = 0.1;

/** When a feed asks not to be read, in UTC. */
export interface Skip {
  /** 0 to 23. */
  readonly hours: readonly number[];
  /** 0 (Sunday) to 6. */
  readonly days: readonly number[];
}

/** What a source said about how often it should be read, in milliseconds. */
export interface Wishes {
  /** From its server (Cache-Control, Expires). */
  readonly freshFor?: number;
  /** From the feed (ttl, update period). */
  readonly readEvery?: number;
  readonly skip?: Skip;
}

/**
 * How often a source should be read by what it publishes: twice between two items on average, from every five minutes to once a day. In
 * milliseconds.
 * @param dates of its items
 * @param before the interval until now, which counts where there are no dates
 */
export function intervalBy(dates: readonly Date[], now: Date, before: number | undefined): number {
  const times = dates
    .map((date) => date.getTime())
    .filter((time) => time <= now.getTime())
    .toSorted((one, other) => other - one)
    .slice(0, considered);
  const oldest = times.at(-1);
  if (oldest === undefined) return before ?? usual;
  return within((now.getTime() - oldest) / times.length / readsBetweenItems);
}

/** The interval after a read that found nothing new. */
export function slower(interval: number): number {
  return within(interval * 1.25);
}

/**
 * When to read a source again: after its interval, not before its server and its feed ask for it (but within a day), and not in hours
 * and on days it asks to leave out.
 * @param chance from 0 to 1
 */
export function nextRead(now: Date, interval: number, wishes: Wishes, chance: number): Date {
  const asked = Math.max(wishes.freshFor ?? 0, wishes.readEvery ?? 0);
  const wait = within(Math.max(interval, asked)) * (1 + spread * (2 * chance - 1));
  return outside(wishes.skip, new Date(now.getTime() + within(wait)));
}

/**
 * How long to wait after so many failures in a row, in milliseconds: doubling from five minutes to a day, spread by a
 * quarter to each side so that sources that failed together don't all come back together.
 * @param chance from 0 to 1
 * @param asked what the server asked for (Retry-After), respected up to a day
 */
export function retryAfter(failures: number, chance: number, asked = 0): number {
  const doubled = shortest * 2 ** Math.min(failures - 1, 20);
  return within(Math.max(asked, doubled * (0.75 + chance / 2)));
}

function within(milliseconds: number): number {
  return Math.round(Math.min(longest, Math.max(shortest, milliseconds)));
}

/** The first moment from `time` on that isn't to be left out; `time` itself where everything is. */
function outside(skip: Skip | undefined, time: Date): Date {
  if (skip === undefined) return time;
  for (let hours = 0; hours < 7 * 24; hours += 1) {
    const candidate = hours === 0 ? time : new Date(Math.floor(time.getTime() / hour) * hour + hours * hour);
    if (!skip.hours.includes(candidate.getUTCHours()) && !skip.days.includes(candidate.getUTCDay()))
      return candidate;
  }
  return time;
}
