import * as v from 'valibot';
import { snowflake, whole } from '../forms/fields.ts';
import { readForm } from '../forms/form.ts';
import { Refusal } from '../refusal.ts';
import { guildOf } from '../world/access.ts';
import { channelPayload, isThread } from '../payloads/channels.ts';
import { guildPayload, memberPayload, rolePayload } from '../payloads/guilds.ts';
import type { User, World } from '../world/world.ts';
import { ok, route } from '../http/routes.ts';
import type { Route } from '../http/routes.ts';

/** Guilds, and direct conversations. @param direct finds or opens the one with a user */
export function guildRoutes(world: World, direct: (user: User) => string): readonly Route[] {
  return [
    route('GET /guilds/:guild', (asked) => ok(guildPayload(guildOf(world, asked.param('guild'))))),
    route('GET /guilds/:guild/channels', (asked) => {
      const { id } = guildOf(world, asked.param('guild'));
      const channels = [...world.channels.values()].filter((one) => one.guildId === id && !isThread(one));
      return ok(channels.map(channelPayload));
    }),
    route('GET /guilds/:guild/roles', (asked) =>
      ok(guildOf(world, asked.param('guild')).roles.map(rolePayload)),
    ),
    route('GET /guilds/:guild/threads/active', (asked) => {
      const { id } = guildOf(world, asked.param('guild'));
      const threads = [...world.channels.values()].filter(
        (one) => one.guildId === id && isThread(one) && !one.archived,
      );
      return ok({ threads: threads.map(channelPayload), members: [], has_more: false });
    }),
    route('GET /guilds/:guild/members', (asked) => {
      const { members } = guildOf(world, asked.param('guild'));
      if (!world.application.readsMembers) throw new Refusal('missingAccess');
      const limit = readForm(whole(1, 1000), Number(asked.query.get('limit') ?? 1));
      const after = BigInt(asked.query.get('after') ?? '0');
      const page = [...members.values()].filter(({ user }) => BigInt(user.id) > after).slice(0, limit);
      return ok(page.map(memberPayload));
    }),
    route('GET /users/@me/guilds/:guild/member', (asked) => {
      const self = guildOf(world, asked.param('guild')).members.get(world.application.bot.id);
      if (self === undefined) throw new Refusal('unknownMember');
      return ok(memberPayload(self));
    }),
    route('GET /guilds/:guild/members/:user', (asked) => {
      const member = guildOf(world, asked.param('guild')).members.get(asked.param('user'));
      if (member === undefined) throw new Refusal('unknownMember');
      return ok(memberPayload(member));
    }),
    route('GET /users/@me/guilds', () =>
      ok(
        [...world.guilds.values()]
          .filter(({ members }) => members.has(world.application.bot.id))
          .map(({ id, name }) => ({
            id,
            name,
            icon: null,
            banner: null,
            owner: false,
            permissions: '0',
            features: [],
          })),
      ),
    ),
    route('POST /users/@me/channels', (asked) => {
      const { recipient_id } = readForm(v.object({ recipient_id: snowflake }), asked.body);
      const user = world.users.get(recipient_id);
      if (user === undefined) throw new Refusal('unknownUser');
      if (user.bot) throw new Refusal('unreachableUser');
      const channel = world.channels.get(direct(user));
      if (channel === undefined) throw new Refusal('unknownChannel');
      return ok(channelPayload(channel));
    }),
  ];
}
