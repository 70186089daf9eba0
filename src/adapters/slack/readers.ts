import type { Call } from '../../chat/adapter.ts';
import { callerId, channelId, placeId } from './calls.ts';
import { refusesToken } from './failures.ts';
import type { Workspace } from './workspaces.ts';

/** Somebody in a channel, as the desk knows them. */
export type SlackReader = Pick<Call, 'caller' | 'channel' | 'locale' | 'signal'> & { readonly place: string };

/** Says who somebody in a channel of a workspace is. */
export type FindReader = (workspace: Workspace, user: string, channel: string) => Promise<SlackReader>;

/** Tells who people are. */
export interface Readers {
  /** Who somebody is, and what they may do. */
  readonly reader: FindReader;
  /** The same at once: Slack isn't asked whether they manage anything, which takes a while. */
  readonly onlooker: FindReader;
}

/**
 * @param parts.signal aborted when nobody waits for answers any more
 * @param parts.refused is told where Slack no longer knows the workspace's token; the reader is answered all the same
 */
export function createReaders(parts: {
  readonly signal: AbortSignal;
  readonly refused: (workspace: Workspace, error: unknown) => Promise<void>;
}): Readers {
  const { signal, refused } = parts;

  async function manages(workspace: Workspace, user: string): Promise<boolean> {
    try {
      const { user: found } = await workspace.client.users.info({ user });
      return found?.is_admin === true || found?.is_owner === true;
    } catch (error) {
      if (refusesToken(error)) await refused(workspace, error);
      return false;
    }
  }

  const onlooker: FindReader = async ({ team, locales }, user, channel) => {
    const locale = await locales.of(user);
    return {
      caller: { id: callerId(team, user), manager: false },
      channel: channelId(team, channel),
      place: placeId(team),
      ...(locale !== undefined && { locale }),
      signal,
    };
  };

  return {
    onlooker,
    async reader(workspace, user, channel) {
      const { caller, ...known } = await onlooker(workspace, user, channel);
      return { ...known, caller: { ...caller, manager: await manages(workspace, user) } };
    },
  };
}
