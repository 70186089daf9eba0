import { plain } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Message, World } from '../world/world.ts';
import { channelTypes } from '../world/world.ts';
import { componentsPayload } from './components.ts';
import { memberPayload, userPayload } from './guilds.ts';

/** A message as Discord shows it to a bot that reads everything, or only what is said by it, to it and of it. */
export function messagePayload(world: World, message: Message, reads = true): JsonObject {
  const withContent = reads || isOpen(world, message);
  const addressOf = (url: string) =>
    url.replace(
      /^attachment:\/\//,
      `https://cdn.discordapp.com/attachments/${message.channelId}/${message.id}/`,
    );
  const channel = world.channels.get(message.channelId);
  const guild = world.guilds.get(channel?.guildId ?? '');
  const interaction = world.interactions.get(message.interactionId ?? '');
  const replied = world.messages.get(message.repliesTo ?? '');
  const mentioned = message.mentions.users.flatMap((id) => world.users.get(id) ?? []);
  return {
    id: message.id,
    type: interaction?.type === 2 ? 20 : message.repliesTo === undefined ? 0 : 19,
    channel_id: message.channelId,
    author: userPayload(message.author),
    content: withContent ? message.content : '',
    embeds: withContent ? message.embeds.map((embed) => plain({ type: 'rich', ...embed })) : [],
    components: withContent ? componentsPayload(message.components, addressOf) : [],
    attachments: message.files.map((filename, index) => ({
      id: String(BigInt(message.id) + BigInt(index)),
      filename,
      size: 1,
      url: addressOf(`attachment://${filename}`),
      proxy_url: addressOf(`attachment://${filename}`),
    })),
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    pinned: false,
    flags: message.flags | (message.crossposted ? 1 : 0),
    mention_everyone: message.mentions.everyone,
    mentions: mentioned.map(userPayload),
    mention_roles: message.mentions.roles,
    ...(interaction === undefined ? {} : interactionOf(world, interaction.id)),
    ...(message.repliesTo === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: message.repliesTo,
            channel_id: message.channelId,
            ...(guild === undefined ? {} : { guild_id: guild.id }),
          },
          referenced_message: replied === undefined ? null : messagePayload(world, replied, reads),
        }),
  };
}

/** Whether a bot may read a message without the intent for it: its own, a direct one, or one that mentions it. */
function isOpen(world: World, { channelId, author, mentions }: Message): boolean {
  const { bot } = world.application;
  const isDirect = world.channels.get(channelId)?.guildId === undefined;
  return isDirect || author.id === bot.id || mentions.users.includes(bot.id);
}

/** A message as the gateway tells it: with where it is, and who wrote it there. */
export function toldMessage(world: World, message: Message, reads: boolean): JsonObject {
  const channel = world.channels.get(message.channelId);
  const guild = world.guilds.get(channel?.guildId ?? '');
  const member = guild?.members.get(message.author.id);
  const { user: _, ...rest } = member === undefined ? { user: undefined } : memberPayload(member);
  return {
    ...messagePayload(world, message, reads),
    ...withNonce(message),
    ...(channel === undefined ? {} : { channel_type: channelTypes[channel.kind] }),
    ...(guild === undefined ? {} : { guild_id: guild.id }),
    ...(member === undefined ? {} : { member: rest }),
  };
}

/** The nonce of a message, which is told once: in the answer to its sender and on the gateway. */
export function withNonce({ nonce }: Message): JsonObject {
  return nonce === undefined ? {} : { nonce };
}

function interactionOf(world: World, id: string): JsonObject {
  const interaction = world.interactions.get(id);
  if (interaction === undefined) return {};
  const { type, user } = interaction;
  const authors = { '0': interaction.channelId };
  return {
    application_id: world.application.id,
    webhook_id: world.application.id,
    interaction_metadata: {
      id,
      type,
      user: userPayload(user),
      authorizing_integration_owners: authors,
      ...(interaction.commandName === undefined ? {} : { name: interaction.commandName }),
    },
  };
}
