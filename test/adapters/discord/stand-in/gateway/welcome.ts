import type { Json } from '../json.ts';
import { happening, intents } from '../world/happenings.ts';
import type { Happening } from '../world/happenings.ts';
import { channelPayload, guildPayload, isThread, memberPayload, userPayload } from '../world/payloads.ts';
import { mayDo } from '../world/access.ts';
import type { Guild, World } from '../world/world.ts';
import type { Identify } from './identify.ts';

/** What a bot is told first: who it is, and the guilds that it belongs to. */
export function welcome(world: World, flags: number, { shard }: Identify) {
  const { application } = world;
  const guilds = [...world.guilds.values()].filter(({ members }) => members.has(application.bot.id));
  const ready: Record<string, Json> = {
    v: 10,
    user: { ...userPayload(application.bot), verified: true, mfa_enabled: true, email: null },
    user_settings: {},
    private_channels: [],
    presences: [],
    relationships: [],
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    shard: shard ?? [0, 1],
    application: { id: application.id, flags },
    session_type: 'normal',
    geo_ordered_rtc_regions: [],
    auth: {},
  };
  return { ready, happenings: guilds.map((guild) => guildCreated(world, guild)) };
}

/** A guild that becomes available, or that the bot joins. */
export function guildCreated(world: World, guild: Guild): Happening {
  const { bot } = world.application;
  const inside = [...world.channels.values()].filter(
    (channel) => channel.guildId === guild.id && mayDo(world, bot.id, channel, 'viewChannel'),
  );
  const self = guild.members.get(bot.id);
  return happening('GUILD_CREATE', intents.guilds, {
    ...guildPayload(guild),
    joined_at: new Date(world.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    // Without the intent for members, only the bot itself is told.
    members: self === undefined ? [] : [memberPayload(self)],
    channels: inside.filter((channel) => !isThread(channel)).map(channelPayload),
    threads: inside.filter((channel) => isThread(channel) && !channel.archived).map(channelPayload),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    activity_instances: {},
  });
}
