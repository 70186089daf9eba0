import * as v from 'valibot';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Log } from '../../log.ts';
import { createSeal, deriveKey } from './seal.ts';

/** What a workspace that took Kiosk in gave it. */
export type Installation = Readonly<v.InferOutput<typeof installationSchema>>;

/** The workspaces that have taken Kiosk in, encrypted in the store. */
export interface Installations {
  find(team: string): Promise<Installation | undefined>;
  put(installation: Installation): Promise<void>;
  /** Whether it was there. */
  remove(team: string): Promise<boolean>;
}

const installationSchema = v.object({
  team: v.string(),
  /** Kiosk's own id as a user. */
  self: v.string(),
  token: v.string(),
  /** Where tokens are good for a while only: with what the next one is to be had, and until when, in milliseconds since 1970. */
  rotation: v.optional(v.object({ refreshToken: v.string(), expiresAt: v.number() })),
});
const recordSchema = v.pipe(v.string(), v.parseJson(), installationSchema);

/** @param parts.clientSecret without it nothing of this can be read */
export function createInstallations(parts: {
  readonly kept: KeyValue;
  readonly clientSecret: string;
  readonly log: Log;
}): Installations {
  const { kept, clientSecret, log } = parts;
  const seal = createSeal(deriveKey(clientSecret, 'installations'));
  const told = new Set<string>();

  /** Not removed: with the secret it was written with, it is good again. */
  function tell(team: string): void {
    if (told.has(team)) return;
    told.add(team);
    log.error(
      { team },
      'what is kept of a workspace on Slack cannot be read (SLACK_CLIENT_SECRET); Kiosk is to be installed there again',
    );
  }

  return {
    async find(team) {
      const kind = v.safeParse(v.string(), await kept.get(nameOf(team)));
      if (!kind.success) return undefined;
      const record = v.safeParse(recordSchema, seal.open(kind.output, team));
      if (record.success && record.output.team === team) return record.output;
      tell(team);
      return undefined;
    },
    async put(installation) {
      const { team } = installation;
      await kept.set(nameOf(team), seal.close(JSON.stringify(installation), team));
      told.delete(team);
    },
    remove: (team) => kept.delete(nameOf(team)),
  };
}

function nameOf(team: string): string {
  return `installation ${team}`;
}
