import type { Json, JsonObject } from '../json.ts';
import { timeOf } from '../snowflakes.ts';
import { channelTypes } from './world.ts';
import type { Channel, Command, Guild, Member, Message, Role, User, World } from './world.ts';

/** A user as Discord shows it. */
export function userPayload({ id, name, bot }: User) {
  return {
    id,
    username: name.toLowerCase(),
    discriminator: '0',
    global_name: bot ? null : name,
    avatar: null,
    bot,
    public_flags: 0,
    flags: 0,
  };
}

/** A member of a guild as Discord shows it. */
export function memberPayload({ user, roles }: Member) {
  return {
    user: userPayload(user),
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: new Date(timeOf(user.id)).toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
}

/** A role as Discord shows it. */
export function rolePayload({ id, name, permissions, mentionable }: Role, position: number) {
  return {
    id,
    name,
    permissions: permissions.toString(),
    mentionable,
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A guild as its route answers. */
export function guildPayload(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    home_header: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    preferred_locale: guild.preferredLocale,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    features: ['COMMUNITY', 'NEWS'],
    roles: guild.roles.map(rolePayload),
    emojis: [],
    stickers: [],
  };
}

/** A channel as Discord shows it. */
export function channelPayload(channel: Channel): JsonObject {
  const { id, kind, name, guildId, parentId } = channel;
  const type = channelTypes[kind];
  if (kind === 'direct') {
    const recipients = channel.recipient === undefined ? [] : [userPayload(channel.recipient)];
    return { id, type, flags: 0, last_message_id: null, recipients };
  }
  const inGuild = { id, type, name, guild_id: guildId, parent_id: parentId ?? null, flags: 0 };
  if (isThread(channel))
    return {
      ...inGuild,
      owner_id: channel.ownerId,
      last_message_id: null,
      rate_limit_per_user: 0,
      message_count: 0,
      member_count: 1,
      total_message_sent: 0,
      applied_tags: channel.appliedTags,
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked,
        auto_archive_duration: 4320,
        archive_timestamp: new Date(timeOf(id)).toISOString(),
        create_timestamp: new Date(timeOf(id)).toISOString(),
      },
    };
  return {
    ...inGuild,
    position: 0,
    topic: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type: type === 'role' ? 0 : 1,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
    ...(kind === 'forum'
      ? {
          available_tags: channel.tags.map(({ id, name }) => ({
            id,
            name,
            moderated: false,
            emoji_id: null,
            emoji_name: null,
          })),
          flags: channel.tagRequired ? 1 << 4 : 0,
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

/** Whether a channel is a thread. */
export function isThread({ kind }: Channel): boolean {
  return kind === 'thread' || kind === 'announcementThread';
}

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

function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** A command as Discord shows it, with its translations or without. */
export function commandPayload(world: World, command: Command, translated = true): JsonObject {
  const { form } = command;
  const options = form.options ?? [];
  return {
    id: command.id,
    application_id: world.application.id,
    version: command.version,
    ...(command.guildId === undefined ? {} : { guild_id: command.guildId }),
    type: form.type,
    name: form.name,
    description: form.description ?? '',
    ...(translated
      ? {
          name_localizations: form.name_localizations ?? null,
          description_localizations: form.description_localizations ?? null,
        }
      : {}),
    default_member_permissions: form.default_member_permissions ?? null,
    ...(command.guildId === undefined
      ? {
          dm_permission: form.dm_permission ?? true,
          contexts: form.contexts ?? null,
          integration_types: form.integration_types ?? [0],
        }
      : {}),
    nsfw: form.nsfw ?? false,
    ...(options.length === 0
      ? {}
      : {
          options: options.map((option) =>
            Object.fromEntries(
              Object.entries(option)
                .filter(([key]) => translated || !key.endsWith('_localizations'))
                .map(([key, value]) => [key, plain(value)]),
            ),
          ),
        }),
  };
}
