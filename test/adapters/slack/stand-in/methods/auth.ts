import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { userPayload } from '../payloads.ts';
import { flag } from '../forms/message.ts';
import { read } from '../forms/check.ts';
import { family, method } from './method.ts';
import type { Hall, Method } from './method.ts';

const userForm = v.looseObject({ user: v.optional(v.string(), ''), include_locale: v.optional(flag, false) });

/** Who the bot is, what its workspace is called, and who its readers are. */
export function identityMethods({ world, changed }: Hall): readonly Method[] {
  return [
    method('auth.test', [], ({ caller: { install, teamId } }) => {
      const team = world.teams.get(teamId);
      return {
        ok: true,
        url: `https://${team?.domain}.slack.com/`,
        team: team?.name,
        user: world.users.get(install.botUserId)?.name,
        team_id: teamId,
        user_id: install.botUserId,
        bot_id: install.botId,
        is_enterprise_install: false,
      };
    }),
    method('auth.revoke', [], ({ caller: { token } }) => {
      const known = world.tokens.get(token);
      if (known !== undefined) world.tokens.set(token, { ...known, state: 'revoked' });
      changed();
      return { ok: true, revoked: true };
    }),
    method('team.info', ['team:read'], ({ caller: { teamId } }) => {
      const team = world.teams.get(teamId);
      return { ok: true, team: { id: teamId, name: team?.name, domain: team?.domain, icon: {} } };
    }),
    method('users.info', ['users:read'], ({ args, caller }) => {
      const form = read(userForm, args, '');
      const user = world.users.get(form.user);
      if (user === undefined || user.teamId !== caller.teamId) throw new Refusal('user_not_found');
      return { ok: true, user: userPayload(world, user, form.include_locale) };
    }),
    method('users.conversations', ['channels:read', 'groups:read', 'im:read'], ({ args, caller }) => {
      const form = read(
        v.looseObject({ user: v.optional(v.string()), exclude_archived: v.optional(flag, false) }),
        args,
        '',
      );
      const who = form.user ?? caller.install.botUserId;
      const channels = [...world.channels.values()].filter(
        (channel) =>
          channel.teamId === caller.teamId &&
          channel.members.includes(who) &&
          caller.install.scopes.includes(`${family(channel)}:read`) &&
          !(form.exclude_archived && channel.archived),
      );
      return {
        ok: true,
        channels: channels.map(({ id, name, archived }) => ({ id, name, is_archived: archived })),
        response_metadata: { next_cursor: '' },
      };
    }),
  ];
}
