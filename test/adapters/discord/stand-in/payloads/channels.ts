import type { JsonObject } from '../json.ts';
import { timeOf } from '../snowflakes.ts';
import { channelTypes } from '../world/world.ts';
import type { Channel } from '../world/world.ts';
import { userPayload } from './guilds.ts';

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
