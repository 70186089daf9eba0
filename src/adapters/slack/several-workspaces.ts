import type { Desk } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Log } from '../../log.ts';
import type { ShowNotice } from '../notice.ts';
import type { Opening } from '../opening.ts';
import { placeId } from './calls.ts';
import { createClient } from './client.ts';
import { createInstallOpenings } from './install.ts';
import { createInstallState } from './install-state.ts';
import { createInstallations } from './installations.ts';
import { createInstalledWorkspaces } from './installed-workspaces.ts';
import { createOAuth } from './oauth.ts';
import { createRotation } from './rotation.ts';
import { deriveKey } from './seal.ts';
import type { OAuthSettings, SlackWays } from './settings.ts';
import type { Workspaces } from './workspaces.ts';

/** Kiosk in as many workspaces as take it in. */
export interface SeveralWorkspaces {
  readonly workspaces: Workspaces;
  /** Where they do. */
  readonly openings: readonly Opening[];
}

/**
 * @param parts.desk undefined until there is one
 * @param parts.signal aborted when nobody waits for answers any more
 */
export function createSeveralWorkspaces(parts: {
  readonly settings: SlackWays & { readonly oauth: OAuthSettings };
  /** Milliseconds that Slack may take to answer. */
  readonly timeout: number;
  readonly kept: KeyValue;
  readonly desk: () => Pick<Desk, 'entered' | 'left'> | undefined;
  readonly showNotice: ShowNotice;
  readonly now: () => Date;
  readonly log: Log;
  readonly signal: AbortSignal;
}): SeveralWorkspaces {
  const { settings, kept, desk, log } = parts;
  const { clientSecret, publicUrl } = settings.oauth;
  const oauth = createOAuth(parts);
  const installations = createInstallations({ kept, clientSecret, log });

  async function lose(team: string): Promise<void> {
    // Slack tells of it more than once.
    if (!(await installations.remove(team))) return;
    log.info({ team }, 'Kiosk was taken out of a workspace on Slack');
    await desk()?.left(placeId(team));
  }

  return {
    workspaces: createInstalledWorkspaces({
      installations,
      rotation: createRotation({ ...parts, installations, oauth, lost: lose }),
      createClient: (token) => createClient(token, parts),
      lose,
    }),
    openings: createInstallOpenings({
      ...parts,
      oauth,
      publicUrl,
      state: createInstallState({ ...parts, key: deriveKey(clientSecret, 'state') }),
      async installed(installation) {
        await installations.put(installation);
        await desk()?.entered(placeId(installation.team));
      },
    }),
  };
}
