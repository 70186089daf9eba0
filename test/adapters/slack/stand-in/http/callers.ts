import { Refusal } from '../refusal.ts';
import type { Caller } from '../methods/method.ts';
import type { World } from '../world/world.ts';

/** The token of a request: in its header, or among its arguments. */
export function tokenOf(authorization: string | undefined, args: Readonly<Record<string, unknown>>): string {
  const [, bearer = ''] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
  const token = args['token'];
  return bearer === '' && typeof token === 'string' ? token : bearer;
}

/** Who has a bot token. @throws {Refusal} where it is worth nothing */
export function callerOf(world: World, token: string): Caller {
  if (token === '') throw new Refusal('not_authed');
  if (token === world.app.appToken) throw new Refusal('not_allowed_token_type');
  const known = world.tokens.get(token);
  const install = world.installs.get(known?.teamId ?? '');
  if (known === undefined || install === undefined) throw new Refusal('invalid_auth');
  if (known.state === 'revoked') throw new Refusal('token_revoked');
  if (known.state === 'inactive') throw new Refusal('account_inactive');
  if (known.expiresAt !== undefined && known.expiresAt <= world.now()) throw new Refusal('token_expired');
  return { teamId: known.teamId, install, token };
}
