import { webApi } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { boltLog } from './logging.ts';
import { apiAddress } from './settings.ts';
import type { SlackWays } from './settings.ts';

/** What clients are made from besides a token. */
export interface ClientParts {
  readonly settings: Pick<SlackWays, 'apiUrl'>;
  /** Milliseconds that Slack may take to answer. */
  readonly timeout: number;
  readonly log: Log;
}

/** Asks Slack with one token. Whoever posts decides when to try again; the library would do so for half an hour, and post twice. */
export function createClient(token: string, parts: ClientParts): webApi.WebClient {
  // An object of its own: the library writes the token into what it is given.
  return new webApi.WebClient(token, {
    ...apiAddress(parts.settings),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: parts.timeout,
    logger: boltLog(parts.log),
  });
}
