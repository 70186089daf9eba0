import type { webApi } from '@slack/bolt';
import { refusesToken } from './failures.ts';
import { createLocales } from './locales.ts';
import type { Identity, Workspaces } from './workspaces.ts';

/**
 * The one workspace whose token is a setting.
 * @param refuse ends everything on Slack, which no longer knows the token
 */
export function createOneWorkspace(client: webApi.WebClient, refuse: () => void): Workspaces {
  const locales = createLocales(client);
  let known: Identity | undefined;

  async function meet(): Promise<void> {
    const { team_id: team = '', user_id: self = '' } = await client.auth.test();
    known = { team, self };
  }

  return {
    meet,
    identify: async () => known,
    // Before Kiosk has met it, channels name it.
    find: async (team) => ({ ...(known ?? { team, self: '' }), client, locales }),
    refused: async () => refuse(),
    async ended() {
      await meet().catch((error: unknown) => {
        if (refusesToken(error)) refuse();
      });
    },
  };
}
