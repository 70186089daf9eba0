import { channelPayload, isThread } from '../payloads/channels.ts';
import { toldMessage } from '../payloads/messages.ts';
import type { Json } from '../json.ts';
import { mayDo } from './access.ts';
import type { Channel, Message, World } from './world.ts';

/** The intents by name (discord-api-docs, "Gateway Intents"). */
export const intents = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Something that happens, as the gateway tells it. */
export interface Happening {
  readonly name: string;
  /** The intent it takes to hear of it; 0 where it takes none. */
  readonly intent: number;
  /** The guild where it happens, if it is in one. */
  readonly guildId: string | undefined;
  /** What is told to a bot with these intents. */
  tell(intents: number): Json;
}

/** Something that is told to every bot that asked for `intent` in the same words. */
export function happening(name: string, intent: number, guildId: string | undefined, data: Json): Happening {
  return { name, intent, guildId, tell: () => data };
}

/** A message that is written, edited or deleted; nothing where the bot can't see it. */
export function messageHappening(
  world: World,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
  message: Message,
): readonly Happening[] {
  const channel = world.channels.get(message.channelId);
  const { bot } = world.application;
  if (channel === undefined || message.onlyFor !== undefined) return [];
  if (!mayDo(world, bot.id, channel, 'viewChannel')) return [];
  const intent = channel.guildId === undefined ? intents.directMessages : intents.guildMessages;
  const { id, channelId } = message;
  if (name === 'MESSAGE_DELETE')
    return [
      happening(name, intent, channel.guildId, { id, channel_id: channelId, guild_id: channel.guildId }),
    ];
  return [
    {
      name,
      intent,
      guildId: channel.guildId,
      tell: (has) => toldMessage(world, message, (has & intents.messageContent) !== 0),
    },
  ];
}

/** A channel that is made, changed or gone. */
export function channelHappening(what: 'CREATE' | 'UPDATE' | 'DELETE', channel: Channel): Happening {
  const name = `${isThread(channel) ? 'THREAD' : 'CHANNEL'}_${what}`;
  return happening(name, intents.guilds, channel.guildId, channelPayload(channel));
}
