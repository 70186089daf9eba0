import type { Grant } from './methods/oauth.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world/world.ts';

/** Stands for Slack's page that asks whether an app may come in. */
export interface Consents {
  readonly grants: Map<string, Grant>;
  /** Says who agrees from now on; undefined for somebody who says no. */
  agree(who: { readonly teamId: string; readonly userId: string } | undefined): void;
  /** Where the browser goes after the page. @throws {Refusal} */
  authorize(query: URLSearchParams): string;
}

/** Lets nobody agree to begin with. */
export function createConsents(world: World): Consents {
  const grants = new Map<string, Grant>();
  let agreeing: { readonly teamId: string; readonly userId: string } | undefined;
  return {
    grants,
    agree(who) {
      agreeing = who;
    },
    authorize(query) {
      if (query.get('client_id') !== world.app.clientId) throw new Refusal('invalid_client_id');
      const redirectUri = query.get('redirect_uri') ?? undefined;
      if (redirectUri === undefined) throw new Refusal('bad_redirect_uri');
      const back = new URL(redirectUri);
      back.searchParams.set('state', query.get('state') ?? '');
      if (agreeing === undefined) {
        back.searchParams.set('error', 'access_denied');
        return back.href;
      }
      const scopes = (query.get('scope') ?? '').split(/[ ,]/).filter((scope) => scope !== '');
      if (scopes.length === 0) throw new Refusal('invalid_scope');
      const code = `code-${world.nextId('')}`;
      grants.set(code, { ...agreeing, scopes, redirectUri });
      back.searchParams.set('code', code);
      return back.href;
    },
  };
}
