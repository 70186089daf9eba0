import { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { boltLog } from './logging.ts';
import { apiAddress } from './settings.ts';
import type { SlackWays } from './settings.ts';

/** Milliseconds between attempts to connect: the first, and the longest after doubling. */
export const attempts = { first: 1000, longest: 60_000 };

/** Socket Mode, in which nobody needs to reach Kiosk; one socket for all workspaces. */
export function createSocket(parts: {
  readonly appToken: string;
  readonly settings: Pick<SlackWays, 'apiUrl'>;
  readonly log: Log;
}): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: parts.appToken,
    logger: boltLog(parts.log),
    // Where the connection is asked for, however long Slack is out of reach: giving up would end the process.
    installerOptions: {
      clientOptions: {
        ...apiAddress(parts.settings),
        retryConfig: { forever: true, factor: 2, minTimeout: attempts.first, maxTimeout: attempts.longest },
      },
    },
  });
}
