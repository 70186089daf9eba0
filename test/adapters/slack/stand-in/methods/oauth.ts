import * as v from 'valibot';
import type { JsonObject } from '../../../discord/stand-in/json.ts';
import { read } from '../forms/check.ts';
import type { Arguments } from '../http/body.ts';
import { Refusal } from '../refusal.ts';
import { issueToken, installIn } from '../world/installs.ts';
import type { Token } from '../world/world.ts';
import type { Hall } from './method.ts';

/** A consent that somebody gave on the install page. */
export interface Grant {
  readonly teamId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | undefined;
}

const form = v.looseObject({
  client_id: v.optional(v.string()),
  client_secret: v.optional(v.string()),
  code: v.optional(v.string()),
  redirect_uri: v.optional(v.string()),
  grant_type: v.optional(v.string(), 'authorization_code'),
  refresh_token: v.optional(v.string()),
});

/** Trades codes and refresh tokens for bot tokens. @param authorization of the request: client id and secret may be there */
export function exchange(
  hall: Hall,
  grants: Map<string, Grant>,
  args: Arguments,
  authorization: string,
): JsonObject {
  const { world } = hall;
  const asked = read(form, args, '');
  const [id, secret] = authorization.startsWith('Basic ')
    ? Buffer.from(authorization.slice(6), 'base64').toString().split(':')
    : [asked.client_id, asked.client_secret];
  if (id !== world.app.clientId) throw new Refusal('invalid_client_id');
  if (secret !== world.app.clientSecret) throw new Refusal('bad_client_secret');
  if (asked.grant_type === 'refresh_token') {
    const old = [...world.tokens.values()].find((token) => token.refreshToken === asked.refresh_token);
    if (old === undefined || asked.refresh_token === undefined) throw new Refusal('invalid_refresh_token');
    world.tokens.set(old.token, { ...old, refreshToken: undefined });
    return granted(hall, old.teamId, undefined);
  }
  const grant = grants.get(asked.code ?? '');
  if (grant === undefined) throw new Refusal('invalid_code');
  if (grant.redirectUri !== asked.redirect_uri) throw new Refusal('bad_redirect_uri');
  grants.delete(asked.code ?? '');
  installIn(world, grant.teamId, grant.scopes);
  hall.changed();
  return granted(hall, grant.teamId, grant.userId);
}

function granted({ world }: Hall, teamId: string, userId: string | undefined): JsonObject {
  const install = world.installs.get(teamId);
  if (install === undefined) throw new Refusal('invalid_refresh_token');
  const token: Token = issueToken(world, teamId);
  const rotation =
    token.expiresAt === undefined
      ? {}
      : { refresh_token: token.refreshToken, expires_in: Math.round((token.expiresAt - world.now()) / 1000) };
  return {
    ok: true,
    app_id: world.app.id,
    token_type: 'bot',
    access_token: token.token,
    ...rotation,
    scope: install.scopes.join(','),
    bot_user_id: install.botUserId,
    team: { id: teamId, name: world.teams.get(teamId)?.name },
    enterprise: null,
    is_enterprise_install: false,
    ...(userId === undefined ? {} : { authed_user: { id: userId } }),
  };
}
