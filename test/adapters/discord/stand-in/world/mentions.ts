import type { AllowedMentions, Contents } from '../forms/message.ts';
import { walk } from '../forms/layout.ts';
import { mayDo } from './access.ts';
import type { Channel, Mentions, Message, User, World } from './world.ts';

/** Who a message pings. Escapes and code don't protect anybody here, so that a sender can't rely on them. */
export function mentionsOf(
  world: World,
  channel: Channel,
  author: User,
  contents: Contents,
  allowed: AllowedMentions | null | undefined,
  replied?: Message,
): Mentions {
  const words = [
    contents.content,
    ...walk(contents.components).flatMap(({ component }) =>
      component.type === 10 ? [component.content] : [],
    ),
  ].join('\n');
  const guild = world.guilds.get(channel.guildId ?? '');
  const all = mayDo(world, author.id, channel, 'mentionEveryone');
  const allows = (kind: 'users' | 'roles' | 'everyone') =>
    allowed === null || allowed === undefined || (allowed.parse ?? []).includes(kind);
  const users = [...words.matchAll(/<@!?(\d+)>/g)]
    .flatMap(([, id]) => id ?? [])
    .filter((id) => world.users.has(id) && (allows('users') || (allowed?.users ?? []).includes(id)));
  const roles = [...words.matchAll(/<@&(\d+)>/g)]
    .flatMap(([, id]) => id ?? [])
    .filter((id) => allows('roles') || (allowed?.roles ?? []).includes(id))
    .filter((id) => guild?.roles.some((role) => role.id === id && (all || role.mentionable)));
  const answersTo =
    replied !== undefined && (allowed?.replied_user ?? (allowed === null || allowed === undefined))
      ? [replied.author.id]
      : [];
  return {
    everyone: all && guild !== undefined && allows('everyone') && /@(everyone|here)/.test(words),
    users: [...new Set([...users, ...answersTo])].filter((id) => id !== author.id),
    roles: [...new Set(roles)],
  };
}

/** Whether somebody is pinged. */
export function pings({ everyone, users, roles }: Mentions): boolean {
  return everyone || users.length > 0 || roles.length > 0;
}
