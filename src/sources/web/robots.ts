import { LRUCache } from 'lru-cache';
import { UserError } from '../../errors.ts';
import type { Fetcher } from './fetch.ts';
import { FetchError } from './refusal.ts';
import { readRobots, type RobotsRules } from './robots-txt.ts';
import { createShared } from './shared.ts';

/** Knows what servers ask of programs. */
export interface Robots {
  /**
   * Whether an address may be asked for.
   * @throws {UserError} the reason why the server's robots.txt can't be read: then nothing may be asked for at present
   * @throws the signal's reason, when aborted
   */
  allows(url: string, signal: AbortSignal): Promise<boolean>;
  /** Milliseconds an address's server wants between two questions; 0 where it doesn't say. @throws as `allows` does */
  delay(url: string, signal: AbortSignal): Promise<number>;
}

/** What is known of a server: its rules, or why they can't be had. */
interface Known {
  readonly rules: RobotsRules | UserError;
  /** In Unix milliseconds. */
  readonly until: number;
}

const hour = 3_600_000;
/** RFC 9309, 2.4: no longer than a day. */
const longestKept = 24 * hour;
/** A server that is away is asked again so soon. */
const untilRetry = hour / 6;
/** RFC 9309, 2.5: at least 500 KiB are read; what comes behind is not. */
const mostBytes = 500 * 1024;
const mostServers = 4_000;
/** Bytes that all rules together may take. */
const mostKept = 32_000_000;

/**
 * Reads the robots.txt of servers and remembers what they say (RFC 9309): one that has none allows everything, one that
 * can't be reached allows nothing for now. Whoever asks while it is being read waits for the same answer.
 * @param parts.userAgent the name before its "/" is the one that rules speak of
 */
export function createRobots(parts: {
  readonly fetcher: Fetcher;
  readonly userAgent: string;
  readonly now: () => Date;
}): Robots {
  const { fetcher, now } = parts;
  const [product = ''] = parts.userAgent.split('/', 1);
  const everything = readRobots('', product);
  const servers = new LRUCache<string, Known>({
    max: mostServers,
    maxSize: mostKept,
    sizeCalculation: ({ rules }) => (rules instanceof UserError ? 1_000 : rules.size),
  });

  const read = createShared<Known>(async (origin, signal) => {
    const known = await ask(origin, signal);
    servers.set(origin, known);
    return known;
  });

  async function ask(origin: string, signal: AbortSignal): Promise<Known> {
    const at = now().getTime();
    try {
      const fetched = await fetcher.fetch(`${origin}/robots.txt`, {
        signal,
        accept: 'text',
        maximumBytes: mostBytes,
        beyond: 'cut',
      });
      const kept = Math.min(longestKept, Math.max(hour, fetched.freshFor ?? longestKept));
      const bytes = fetched.kind === 'document' ? fetched.bytes : new Uint8Array();
      return { rules: readRobots(textOf(bytes), product), until: at + kept };
    } catch (error) {
      if (hasNone(error)) return { rules: everything, until: at + longestKept };
      if (!(error instanceof UserError)) throw error;
      // What a server said before still holds while it can't be asked again.
      const before = servers.get(origin)?.rules ?? error;
      return { rules: before instanceof UserError ? error : before, until: at + untilRetry };
    }
  }

  async function rulesOf(url: string, signal: AbortSignal): Promise<RobotsRules> {
    const origin = URL.parse(url)?.origin;
    if (origin === undefined) throw new UserError('sources.invalidAddress', { url: url.slice(0, 200) });
    const known = servers.get(origin);
    const isCurrent = known !== undefined && now().getTime() < known.until;
    const { rules } = isCurrent ? known : await read(origin, signal);
    if (rules instanceof UserError) throw rules;
    return rules;
  }

  return {
    allows: async (url, signal) => (await rulesOf(url, signal)).allows(url),
    delay: async (url, signal) => (await rulesOf(url, signal)).delay,
  };
}

/** RFC 9309, 2.3.1: refused or sent on too often, a robots.txt isn't there. A server that is too busy may have one. */
function hasNone(error: unknown): boolean {
  if (error instanceof FetchError) return error.status >= 400 && error.status < 500 && error.status !== 429;
  return error instanceof UserError && error.key === 'sources.redirects';
}

/** Without the line that was cut off in its middle, which would mean something else. */
function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return bytes.length < mostBytes ? text : text.slice(0, text.lastIndexOf('\n') + 1);
}
