import { userPayload } from '../payloads/guilds.ts';
import type { World } from '../world/world.ts';
import { ok, route } from '../http/routes.ts';
import type { Route } from '../http/routes.ts';
import { Refusal } from '../refusal.ts';

/** What a bot asks about itself. @param parts.gateway where the gateway listens */
export function botRoutes(parts: {
  readonly world: World;
  readonly publicKey: string;
  readonly flags: number;
  /** How many connections Discord recommends. */
  readonly shards: number;
  gateway(): string;
  /** How many sessions were begun. */
  started(): number;
}): readonly Route[] {
  const { application } = parts.world;
  return [
    route('GET /gateway', () => ok({ url: parts.gateway() })),
    route('GET /gateway/bot', () =>
      ok({
        url: parts.gateway(),
        shards: parts.shards,
        session_start_limit: {
          total: 1000,
          remaining: 1000 - parts.started(),
          reset_after: 0,
          max_concurrency: parts.shards,
        },
      }),
    ),
    route('GET /users/@me', () =>
      ok({
        ...userPayload(application.bot),
        verified: true,
        email: null,
        mfa_enabled: true,
        locale: 'en-US',
      }),
    ),
    route('GET /users/:user', (asked) => {
      const user = parts.world.users.get(asked.param('user'));
      if (user === undefined) throw new Refusal('unknownUser');
      return ok(userPayload(user));
    }),
    ...['GET /applications/@me', 'GET /oauth2/applications/@me'].map((name) =>
      route(name, () =>
        ok({
          id: application.id,
          name: application.name,
          icon: null,
          description: '',
          bot_public: false,
          bot_require_code_grant: false,
          verify_key: parts.publicKey,
          flags: parts.flags,
          bot: userPayload(application.bot),
        }),
      ),
    ),
  ];
}
