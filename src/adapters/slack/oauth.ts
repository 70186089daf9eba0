import { webApi } from '@slack/bolt';
import * as v from 'valibot';
import type { Log } from '../../log.ts';
import type { Installation } from './installations.ts';
import { boltLog } from './logging.ts';
import { scopes } from './manifest.ts';
import { apiAddress, consentAddress, installPaths } from './settings.ts';
import type { OAuthSettings, SlackWays } from './settings.ts';

/** What somebody let Kiosk into. */
export type Granted =
  | {
      readonly kind: 'workspace';
      readonly installation: Installation;
      /** What the workspace is called. */
      readonly name: string;
    }
  /** All workspaces of an organisation at once. */
  | { readonly kind: 'organisation' };

/** Gets tokens from Slack (https://docs.slack.dev/authentication/installing-with-oauth). */
export interface OAuth {
  /** Where somebody is asked whether Kiosk may come in. @param state comes back from there */
  consent(state: string): string;
  /** What a code is good for, once. @throws what Slack or the way to it refuses */
  exchange(code: string): Promise<Granted>;
  /** An installation with its next token. @throws what Slack or the way to it refuses */
  refresh(installation: Installation): Promise<Installation>;
}

/** Milliseconds that Slack may take to give out a token. */
const patience = 10_000;

const tokenSchema = v.object({
  access_token: v.string(),
  refresh_token: v.optional(v.string()),
  expires_in: v.optional(v.number()),
});
const grantSchema = v.object({
  ...tokenSchema.entries,
  bot_user_id: v.string(),
  team: v.object({ id: v.string(), name: v.optional(v.string()) }),
});
const organisationSchema = v.object({ is_enterprise_install: v.literal(true) });

/** @param parts.now tells until when a token is good */
export function createOAuth(parts: {
  readonly settings: Pick<SlackWays, 'apiUrl'> & { readonly oauth: OAuthSettings };
  readonly now: () => Date;
  readonly log: Log;
}): OAuth {
  const { settings, now, log } = parts;
  const { clientId, clientSecret, publicUrl } = settings.oauth;
  const secrets = { client_id: clientId, client_secret: clientSecret };
  const redirectUri = `${publicUrl}${installPaths.back}`;
  const client = new webApi.WebClient(undefined, {
    ...apiAddress(settings),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: patience,
    // What goes back and forth here is secret, and the library would log codes.
    logger: { ...boltLog(log), debug() {} },
  });

  const rotationOf = (token: v.InferOutput<typeof tokenSchema>): Pick<Installation, 'rotation'> =>
    token.refresh_token === undefined || token.expires_in === undefined
      ? {}
      : {
          rotation: {
            refreshToken: token.refresh_token,
            expiresAt: now().getTime() + 1000 * token.expires_in,
          },
        };

  return {
    consent(state) {
      const address = consentAddress(settings);
      const query = { client_id: clientId, scope: scopes.join(','), redirect_uri: redirectUri, state };
      address.search = new URLSearchParams(query).toString();
      return address.href;
    },
    async exchange(code) {
      const answer = await client.oauth.v2.access({ ...secrets, code, redirect_uri: redirectUri });
      if (v.is(organisationSchema, answer)) return { kind: 'organisation' };
      const granted = v.parse(grantSchema, answer);
      const { access_token: token, bot_user_id: self, team } = granted;
      const installation = { team: team.id, self, token, ...rotationOf(granted) };
      return { kind: 'workspace', installation, name: team.name ?? team.id };
    },
    async refresh({ team, self, rotation }) {
      const answer = await client.oauth.v2.access({
        ...secrets,
        grant_type: 'refresh_token',
        refresh_token: rotation?.refreshToken ?? '',
      });
      const token = v.parse(tokenSchema, answer);
      return { team, self, token: token.access_token, ...rotationOf(token) };
    },
  };
}
