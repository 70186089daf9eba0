import type { CommandForm } from '../forms/command.ts';
import type { JsonObject } from '../json.ts';
import { mayDo, permissionsIn } from '../world/access.ts';
import type { Channel, Command, User, World } from '../world/world.ts';

/** The command that a reader means, by its name or the one in their language. @throws {Error} where they aren't offered it */
export function offered(
  world: World,
  { user, channel, locale }: { readonly user: User; readonly channel: Channel; readonly locale: string },
  type: CommandForm['type'],
  name: string,
): Command {
  const { members } = world.guilds.get(channel.guildId ?? '') ?? {};
  const isHere = members === undefined || members.has(world.application.bot.id);
  const commands = [...world.commands.values()].filter(
    ({ guildId, form }) =>
      isHere && form.type === type && (guildId === undefined || guildId === channel.guildId),
  );
  const command =
    commands.find(({ form }) => form.name === name) ??
    commands.find(({ form }) => form.name_localizations?.[locale] === name);
  if (command === undefined) throw new Error(`There is no command ${name}`);
  const { form } = command;
  const fits =
    channel.guildId === undefined
      ? (form.contexts?.includes(1) ?? form.dm_permission !== false)
      : (form.contexts?.includes(0) ?? true) && mayUse(world, user, channel, form);
  if (!fits) throw new Error(`${user.name} is not offered ${name} here`);
  return command;
}

/** Members need all permissions that a command asks for; of one that asks for "0", only administrators see anything. */
function mayUse(world: World, user: User, channel: Channel, form: CommandForm): boolean {
  const asked = form.default_member_permissions ?? undefined;
  if (asked === '0' && !mayDo(world, user.id, channel, 'administrator')) return false;
  const needed = BigInt(asked ?? '0');
  const has = permissionsIn(world, user.id, channel);
  return (has & needed) === needed && mayDo(world, user.id, channel, 'useApplicationCommands');
}

/** A command as an interaction names it. */
export function about({ id, guildId, form }: Command): JsonObject {
  return {
    id,
    name: form.name,
    type: form.type,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  };
}
