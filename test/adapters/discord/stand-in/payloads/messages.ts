import { plain } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Message, World } from '../world/world.ts';
import { userPayload } from './guilds.ts';

/** A message as Discord shows it to somebody who may read its content, or who may not. */
export function messagePayload(world: World, message: Message, withContent = true): JsonObject {
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
    components: withContent ? numbered(message.components) : [],
    attachments: message.files.map((filename, index) => ({
      id: String(index),
      filename,
      size: 1,
      url: `https://cdn.discordapp.com/attachments/${message.channelId}/${message.id}/${filename}`,
      proxy_url: `https://media.discordapp.net/attachments/${message.channelId}/${message.id}/${filename}`,
    })),
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    pinned: false,
    flags: message.flags | (message.crossposted ? 1 : 0),
    mention_everyone: message.mentions.everyone,
    mentions: mentioned.map(userPayload),
    mention_roles: message.mentions.roles,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(guild === undefined ? {} : { guild_id: guild.id }),
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
          referenced_message: replied === undefined ? null : messagePayload(world, replied, withContent),
        }),
  };
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

/** Components as Discord returns them: each with a number of its own. */
function numbered(components: Message['components']): Json {
  let count = 0;
  const number = (component: object): JsonObject => {
    count += 1;
    const id =
      'id' in component && typeof component.id === 'number' && component.id > 0 ? component.id : count;
    const fields = Object.entries(component).map(([key, value]): [string, Json] => [
      key,
      ['components', 'accessory', 'component'].includes(key) ? nested(value) : plain(value),
    ]);
    return { ...Object.fromEntries(fields), id };
  };
  const nested = (value: unknown): Json => {
    if (Array.isArray(value)) return value.map(nested);
    return typeof value === 'object' && value !== null ? number(value) : null;
  };
  return components.map(number);
}
