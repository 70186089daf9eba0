import { timeOf } from '../snowflakes.ts';
import type { Guild, Member, Role, User } from '../world/world.ts';

/** A user as Discord shows it. */
export function userPayload({ id, name, bot }: User) {
  return {
    id,
    username: name.toLowerCase(),
    discriminator: '0',
    global_name: bot ? null : name,
    avatar: null,
    primary_guild: null,
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
