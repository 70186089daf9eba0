import type { Hall, Method } from '../methods/method.ts';
import { needScope } from '../methods/method.ts';
import { exchange } from '../methods/oauth.ts';
import type { Grant } from '../methods/oauth.ts';
import { Refusal } from '../refusal.ts';
import type { Arguments } from './body.ts';
import { callerOf, tokenOf } from './callers.ts';
import type { Answer } from './instead.ts';

/** Methods that ask for no bot token. */
export const openMethods = ['api.test', 'apps.connections.open', 'oauth.v2.access'] as const;

/** Answers methods by their names. @param connect opens a place for a socket and says where */
export function createDispatch(parts: {
  readonly hall: Hall;
  readonly methods: readonly Method[];
  readonly grants: Map<string, Grant>;
  connect(): string;
}): (name: string, args: Arguments, authorization: string | undefined) => Answer {
  const { hall, methods, grants, connect } = parts;
  const { world } = hall;
  return (name, args, authorization) => {
    const token = tokenOf(authorization, args);
    if (name === 'api.test') return { status: 200, body: { ok: true } };
    if (name === 'oauth.v2.access')
      return { status: 200, body: exchange(hall, grants, args, authorization ?? '') };
    if (name === 'apps.connections.open') {
      if (token === '') throw new Refusal('not_authed');
      if (world.tokens.has(token)) throw new Refusal('not_allowed_token_type');
      if (token !== world.app.appToken) throw new Refusal('invalid_auth');
      return { status: 200, body: { ok: true, url: connect() } };
    }
    const method = methods.find((one) => one.name === name);
    if (method === undefined) throw new Refusal('unknown_method', [], { req_method: name });
    const caller = callerOf(world, token);
    needScope(caller.install, method.scopes);
    const headers = {
      'x-oauth-scopes': caller.install.scopes.join(','),
      'x-accepted-oauth-scopes': method.scopes.join(','),
    };
    return { status: 200, body: method.answer({ args, caller }), headers };
  };
}
