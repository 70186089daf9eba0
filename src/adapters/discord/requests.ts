import { DefaultRestOptions, REST } from 'discord.js';
import type { RESTOptions } from 'discord.js';
import * as v from 'valibot';
import type { Log } from '../../log.ts';

/** Asks Discord for something. */
export type Requests = Pick<REST, 'get' | 'post' | 'patch'>;

/** Requests a second: Discord takes 50 of a bot. */
const pace = { posts: 30, others: 20 };
/** The longest that Discord asks to wait and a post waits, in milliseconds; else whoever posts is told. */
const longestWait = 10_000;

const limitedSchema = v.object({ retry_after: v.number() });

/** Those who ask, each with limits of its own. */
export interface Askers {
  /** For posts: sends each request once, since whoever posts decides when to try again; the library would begin a second thread. */
  readonly posts: REST;
  /** For answers to interactions, which count for no limit of the bot's (https://discord.com/developers/docs/topics/rate-limits). */
  readonly answers: REST;
  /** For everything else: waits and tries again by itself. */
  readonly others: REST;
}

/** @param parts.postsPace requests a second that posts may take */
export function createAskers(parts: {
  readonly options: Partial<RESTOptions>;
  readonly token: string;
  readonly postsPace: number | undefined;
  readonly log: Log;
}): Askers {
  const { options, token, postsPace = pace.posts, log } = parts;
  const posts = new REST({
    ...options,
    globalRequestsPerSecond: postsPace,
    retries: 0,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > longestWait,
    makeRequest: ask,
  });
  const answers = new REST({ ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  const others = new REST({ ...options, globalRequestsPerSecond: pace.others });
  for (const each of [posts, answers, others]) {
    each.on('rateLimited', ({ route, timeToReset, global }) =>
      log.info({ route, milliseconds: timeToReset, global }, 'Discord asks to wait'),
    );
  }
  return { posts: posts.setToken(token), answers, others: others.setToken(token) };
}

/** The same requests until `signal` is aborted. */
export function boundTo(requests: Requests, signal: AbortSignal): Requests {
  return {
    get: (route, options) => requests.get(route, { ...options, signal }),
    post: (route, options) => requests.post(route, { ...options, signal }),
    patch: (route, options) => requests.patch(route, { ...options, signal }),
  };
}

/** Where many writers share a limit, only the body says for how long (https://github.com/discord/discord-api-docs/issues/6109). */
async function ask(...request: Parameters<RESTOptions['makeRequest']>) {
  const response = await DefaultRestOptions.makeRequest(...request);
  if (response.status !== 429) return response;
  const limited = v.safeParse(limitedSchema, await response.json().catch(() => undefined));
  if (limited.success) response.headers.set('retry-after', String(limited.output.retry_after));
  return response;
}
