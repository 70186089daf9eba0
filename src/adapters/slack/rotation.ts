import { setTimeout as wait } from 'node:timers/promises';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Log } from '../../log.ts';
import { codeOf } from './failures.ts';
import type { Installation, Installations } from './installations.ts';
import type { OAuth } from './oauth.ts';

/** Keeps tokens good that are good for a while only (https://docs.slack.dev/authentication/using-token-rotation). */
export interface Rotation {
  /**
   * An installation whose token is good now; undefined: there is none.
   * @throws where its token is good no more, and no other is to be had for now
   */
  fresh(team: string): Promise<Installation | undefined>;
}

/** How long before its end a token is exchanged, in milliseconds; Slack gives them for twelve hours. */
const ahead = 2 * 60 * 60 * 1000;
/** Milliseconds that one exchange may take, longer than it ever does. */
const claimedFor = 30_000;
/** Milliseconds from an exchange that failed to the next. */
const restsFor = 30_000;
/** Milliseconds between looks at what somebody else exchanges. */
const pause = 100;
/** What will never be good again. */
const ended = new Set(['invalid_refresh_token', 'token_revoked', 'account_inactive', 'team_not_found']);

/**
 * @param parts.kept where one of several processes claims an exchange: what it is exchanged for is good once
 * @param parts.lost is told of a workspace that gives out no more tokens
 * @param parts.signal aborted when nobody waits for tokens any more
 */
export function createRotation(parts: {
  readonly installations: Installations;
  readonly oauth: Pick<OAuth, 'refresh'>;
  readonly kept: KeyValue;
  readonly lost: (team: string) => Promise<void>;
  readonly now: () => Date;
  readonly log: Log;
  readonly signal: AbortSignal;
}): Rotation {
  const { installations, oauth, kept, lost, now, log, signal } = parts;
  const left = ({ rotation }: Installation) =>
    (rotation?.expiresAt ?? Number.POSITIVE_INFINITY) - now().getTime();

  /** Exchanges a token; whoever does has claimed it. */
  async function exchange(team: string, claim: string): Promise<Installation | undefined> {
    const present = await installations.find(team);
    if (present === undefined || left(present) > ahead) {
      await kept.delete(claim);
      return present;
    }
    const next = await oauth.refresh(present).catch((error: unknown) => ({ error }));
    // Meanwhile it may have been installed anew, or taken out.
    const latest = await installations.find(team);
    if (latest?.token !== present.token) {
      await kept.delete(claim);
      return latest;
    }
    if (!('error' in next)) {
      await installations.put(next);
      await kept.delete(claim);
      return next;
    }
    await kept.set(claim, 'failed', restsFor);
    const { error } = next;
    log.warn({ team, error }, 'a token of Slack’s could not be exchanged for the next one');
    if (left(present) > 0) return present;
    if (!ended.has(codeOf(error) ?? '')) throw noToken(error);
    await lost(team);
    return undefined;
  }

  return {
    async fresh(team) {
      for (;;) {
        const present = await installations.find(team);
        if (present === undefined || left(present) > ahead) return present;
        const claim = `exchange ${team}`;
        if (await kept.add(claim, 'under way', claimedFor)) return exchange(team, claim);
        if (left(present) > 0) return present;
        if ((await kept.get(claim)) === 'failed') throw noToken(undefined);
        await wait(pause, undefined, { signal });
      }
    },
  };
}

/** Says nothing of what Slack said: whoever delivers is to try again. */
function noToken(cause: unknown): Error {
  return new Error('there is no token for Slack at the moment', { cause });
}
