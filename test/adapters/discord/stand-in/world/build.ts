import type { Channel, ChannelKind, Guild, Overwrite, Role, User, World } from './world.ts';
import { bits, everyday } from './permissions.ts';
import type { Permission } from './permissions.ts';

/** Makes a world with an application and nobody else. */
export function createWorld(
  now: () => number,
  nextId: () => string,
  application: Omit<World['application'], 'id' | 'bot'>,
): World {
  const bot = { id: nextId(), name: application.name, bot: true };
  return {
    application: { ...application, id: bot.id, bot },
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    interactions: new Map(),
    now,
    nextId,
  };
}

/** How a guild is set up. */
export interface GuildSetting {
  readonly name: string;
  /** Its language as Discord names it; "en-US" unless it is a community. */
  readonly locale?: string;
  readonly owner?: User;
  /** What everybody may do. */
  readonly everyone?: readonly Permission[];
  /** What the bot's own role allows. */
  readonly bot?: readonly Permission[];
}

/** A guild with an owner, whom nobody else needs to know, and the bot. */
export function buildGuild(world: World, setting: GuildSetting): Guild {
  const { bot } = world.application;
  const id = world.nextId();
  const owner = setting.owner ?? { id: world.nextId(), name: `Owner of ${setting.name}`, bot: false };
  world.users.set(owner.id, owner);
  const everyone = buildRole(id, '@everyone', setting.everyone ?? everyday, false);
  const own = buildRole(world.nextId(), world.application.name, setting.bot ?? everyday, false);
  return {
    id,
    name: setting.name,
    preferredLocale: setting.locale ?? 'en-US',
    ownerId: owner.id,
    roles: [everyone, own],
    members: new Map([
      [owner.id, { user: owner, roles: [] }],
      [bot.id, { user: bot, roles: [own.id] }],
    ]),
  };
}

/** A role with permissions by name. */
export function buildRole(
  id: string,
  name: string,
  granted: readonly Permission[],
  mentionable: boolean,
): Role {
  return { id, name, permissions: bits(granted), mentionable };
}

/** How a channel is set up. */
export interface ChannelSetting {
  readonly name: string;
  /** A text channel unless said otherwise. */
  readonly kind?: Exclude<ChannelKind, 'direct'>;
  /** The tags of a forum. */
  readonly tags?: readonly string[];
  readonly tagRequired?: boolean;
}

/** A channel of a guild. */
export function buildChannel(world: World, guildId: string | undefined, setting: ChannelSetting): Channel {
  return {
    id: world.nextId(),
    kind: setting.kind ?? 'text',
    guildId,
    name: setting.name,
    parentId: undefined,
    overwrites: [],
    tags: (setting.tags ?? []).map((name) => ({ id: world.nextId(), name })),
    tagRequired: setting.tagRequired ?? false,
    appliedTags: [],
    ownerId: undefined,
    archived: false,
    locked: false,
    recipient: undefined,
    closed: false,
  };
}

/** The direct conversation with a user, opened if there is none. */
export function directChannel(world: World, user: User): Channel {
  const known = [...world.channels.values()].find(({ recipient }) => recipient?.id === user.id);
  if (known !== undefined) return known;
  const opened: Channel = {
    ...buildChannel(world, undefined, { name: user.name }),
    kind: 'direct',
    recipient: user,
  };
  world.channels.set(opened.id, opened);
  return opened;
}

/** Changes what somebody may do in a channel. */
export function overwrite(
  channel: Channel,
  who: Pick<Overwrite, 'id' | 'type'>,
  what: 'allow' | 'deny',
  names: readonly Permission[],
): Channel {
  const before = channel.overwrites.find(({ id }) => id === who.id) ?? { ...who, allow: 0n, deny: 0n };
  const changed = bits(names);
  const after = {
    ...before,
    allow: what === 'allow' ? before.allow | changed : before.allow & ~changed,
    deny: what === 'deny' ? before.deny | changed : before.deny & ~changed,
  };
  return { ...channel, overwrites: [...channel.overwrites.filter(({ id }) => id !== who.id), after] };
}
