import type { webApi } from '@slack/bolt';
import { codeOf } from './failures.ts';
import type { Installation, Installations } from './installations.ts';
import { createLocales } from './locales.ts';
import type { Rotation } from './rotation.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/**
 * The workspaces that have taken Kiosk in by themselves. Every process sees at once which they are: what is kept is looked
 * at each time.
 * @param parts.lose forgets a workspace
 */
export function createInstalledWorkspaces(parts: {
  readonly installations: Installations;
  readonly rotation: Rotation;
  readonly createClient: (token: string) => webApi.WebClient;
  readonly lose: (team: string) => Promise<void>;
}): Workspaces {
  const { installations, rotation, createClient, lose } = parts;
  const known = new Map<string, { readonly token: string; readonly workspace: Workspace }>();

  function open({ team, self, token }: Installation): Workspace {
    const before = known.get(team);
    if (before?.token === token) return before.workspace;
    const client = createClient(token);
    const workspace = { team, self, client, locales: createLocales(client) };
    known.set(team, { token, workspace });
    return workspace;
  }

  return {
    // Each has said who Kiosk is there when it took it in.
    meet: async () => undefined,
    identify: async (team = '') => installations.find(team),
    async find(team) {
      const installation = await rotation.fresh(team);
      if (installation !== undefined) return open(installation);
      known.delete(team);
      return undefined;
    },
    async refused({ team, client }, error) {
      const present = await installations.find(team);
      // Another token than the one that was refused is nobody's loss.
      if (present === undefined || present.token !== client.token) return;
      const { rotation } = present;
      if (codeOf(error) !== 'token_expired' || rotation === undefined) return lose(team);
      await installations.put({ ...present, rotation: { ...rotation, expiresAt: 0 } });
    },
    async ended(team) {
      const present = await installations.find(team);
      if (present === undefined) return;
      // It may have been installed again since. Where Slack doesn't say, what it said before holds.
      const isGood = await open(present)
        .client.auth.test()
        .then(
          () => true,
          () => false,
        );
      if (!isGood) await lose(team);
    },
  };
}
