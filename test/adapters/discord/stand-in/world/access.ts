import { Refusal } from '../refusal.ts';
import { isThread } from './payloads.ts';
import { all, permissions, permissionsOf } from './permissions.ts';
import type { Permission } from './permissions.ts';
import type { Channel, Guild, Message, World } from './world.ts';

/** What a user may do in a channel; a thread's rules are those of the channel it belongs to. */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  if (channel.guildId === undefined)
    return channel.recipient?.id === userId || isBot(world, userId) ? all : 0n;
  const guild = world.guilds.get(channel.guildId);
  if (guild === undefined) return 0n;
  const ruling = isThread(channel) ? (world.channels.get(channel.parentId ?? '') ?? channel) : channel;
  return permissionsOf(guild, userId, ruling);
}

function isBot(world: World, userId: string): boolean {
  return world.application.bot.id === userId;
}

/** Whether a user may do something in a channel. */
export function mayDo(world: World, userId: string, channel: Channel, permission: Permission): boolean {
  return (permissionsIn(world, userId, channel) & permissions[permission]) !== 0n;
}

/** A channel that the bot sees. @throws {Refusal} where there is none, or it doesn't */
export function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Refusal('unknownChannel');
  if (!mayDo(world, world.application.bot.id, channel, 'viewChannel')) throw new Refusal('missingAccess');
  return channel;
}

/** @throws {Refusal} where the bot lacks one of the permissions */
export function need(world: World, channel: Channel, ...needed: readonly Permission[]): void {
  const bot = world.application.bot.id;
  if (!needed.every((permission) => mayDo(world, bot, channel, permission)))
    throw new Refusal('missingPermissions');
}

/** A message of a channel. @throws {Refusal} where there is none */
export function messageOf(world: World, channel: Channel, id: string): Message {
  const message = world.messages.get(id);
  if (message === undefined || message.channelId !== channel.id || message.onlyFor !== undefined)
    throw new Refusal('unknownMessage');
  return message;
}

/** A guild that the bot belongs to. @throws {Refusal} where there is none */
export function guildOf(world: World, id: string): Guild {
  const guild = world.guilds.get(id);
  if (guild === undefined) throw new Refusal('unknownGuild');
  if (!guild.members.has(world.application.bot.id)) throw new Refusal('missingAccess');
  return guild;
}
