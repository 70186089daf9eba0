import type { Gateway } from './gateway/server.ts';
import { guildCreated } from './gateway/welcome.ts';
import type { Notices } from './notices.ts';
import { createPresence } from './reader/reader.ts';
import type { Presence, ReaderParts } from './reader/reader.ts';
import { createChannelHandle } from './channel-handle.ts';
import type { ChannelHandle } from './channel-handle.ts';
import { buildChannel, buildGuild, buildRole, directChannel } from './world/build.ts';
import type { ChannelSetting, GuildSetting } from './world/build.ts';
import { channelHappening, happening, intents } from './world/happenings.ts';
import { memberPayload, rolePayload } from './payloads/guilds.ts';
import type { Permission } from './world/permissions.ts';
import type { Guild, Role, User } from './world/world.ts';

/** A guild in a test's hands. */
export interface GuildHandle {
  readonly id: string;
  channel(setting: ChannelSetting): ChannelHandle;
  /** A channel or a thread that there is already, by its id. */
  find(id: string): ChannelHandle;
  role(
    name: string,
    setting?: { readonly permissions?: readonly Permission[]; readonly mentionable?: boolean },
  ): Role;
  /** Takes a role away. */
  removeRole(role: Role): void;
  /** Lets a reader join, or gives a member other roles. */
  join(reader: ReaderHandle, ...roles: readonly Role[]): void;
  /** Throws the bot out. */
  expel(): void;
  /** Lets the bot in again. */
  invite(): void;
  /** Lets Discord lose the guild for a while: the bot is told that it is unavailable. */
  fail(): void;
  /** Lets Discord have it again. */
  recover(): void;
}

/** A reader in a test's hands. */
export interface ReaderHandle {
  readonly id: string;
  readonly name: string;
  readonly user: User;
  in(channel: ChannelHandle | string): Presence;
  /** The direct conversation with the bot. */
  direct(): Presence & { readonly channelId: string };
  /** Takes no more direct messages of the bot's. */
  shutOut(): void;
}

/** Makes what tests hold of a world. */
export function createHandles(
  parts: Omit<ReaderParts, 'locale'> & {
    readonly notices: Notices;
    readonly gateway: Pick<Gateway, 'announce'>;
  },
) {
  const { post } = parts;
  const { world } = post;
  const { bot } = world.application;
  const announce = (what: Parameters<Gateway['announce']>[0]) => {
    parts.gateway.announce(what);
    parts.notices.tell();
  };

  const guildNow = (id: string): Guild => {
    const guild = world.guilds.get(id);
    if (guild === undefined) throw new Error(`There is no guild ${id}`);
    return guild;
  };
  const botIsIn = (guildId: string | undefined) =>
    world.guilds.get(guildId ?? '')?.members.has(bot.id) ?? false;

  return {
    guild(setting: GuildSetting): GuildHandle {
      const guild = buildGuild(world, setting);
      const { id } = guild;
      const keep = (changes: Partial<Guild>) => world.guilds.set(id, { ...guildNow(id), ...changes });
      world.guilds.set(id, guild);
      announce(guildCreated(world, guild));
      return {
        id,
        channel(setting) {
          const channel = buildChannel(world, id, setting);
          world.channels.set(channel.id, channel);
          if (botIsIn(id)) announce(channelHappening('CREATE', channel));
          return createChannelHandle({ world, announce }, channel.id, id);
        },
        find: (channel) => createChannelHandle({ world, announce }, channel, id),
        role(name, { permissions = [], mentionable = false } = {}) {
          const role = buildRole(world.nextId(), name, permissions, mentionable);
          const { roles } = guildNow(id);
          keep({ roles: [...roles, role] });
          const data = { guild_id: id, role: rolePayload(role, roles.length) };
          if (botIsIn(id)) announce(happening('GUILD_ROLE_CREATE', intents.guilds, id, data));
          return role;
        },
        removeRole(role) {
          const { roles, members } = guildNow(id);
          const left = [...members].map(
            ([key, member]) =>
              [key, { ...member, roles: member.roles.filter((one) => one !== role.id) }] as const,
          );
          keep({ roles: roles.filter((one) => one.id !== role.id), members: new Map(left) });
          if (botIsIn(id))
            announce(happening('GUILD_ROLE_DELETE', intents.guilds, id, { guild_id: id, role_id: role.id }));
        },
        join(reader, ...roles) {
          const { members } = guildNow(id);
          const member = { user: reader.user, roles: roles.map((role) => role.id) };
          const name = members.has(reader.id) ? 'GUILD_MEMBER_UPDATE' : 'GUILD_MEMBER_ADD';
          keep({ members: new Map(members).set(reader.id, member) });
          const data = { guild_id: id, ...memberPayload(member) };
          if (botIsIn(id)) announce(happening(name, intents.guildMembers, id, data));
        },
        expel() {
          const members = new Map(guildNow(id).members);
          members.delete(bot.id);
          keep({ members });
          announce(happening('GUILD_DELETE', intents.guilds, id, { id }));
        },
        fail: () => announce(happening('GUILD_DELETE', intents.guilds, id, { id, unavailable: true })),
        recover: () => announce(guildCreated(world, guildNow(id))),
        invite() {
          const { members, roles } = guildNow(id);
          const own = roles.filter(({ name }) => name === bot.name).map((role) => role.id);
          keep({ members: new Map(members).set(bot.id, { user: bot, roles: own }) });
          announce(guildCreated(world, guildNow(id)));
        },
      };
    },
    user(setting: { readonly name: string; readonly locale?: string; readonly bot?: boolean }): ReaderHandle {
      const user: User = { id: world.nextId(), name: setting.name, bot: setting.bot ?? false };
      world.users.set(user.id, user);
      const presence = (channelId: string) =>
        createPresence({ ...parts, locale: setting.locale ?? 'en-US' }, user, channelId);
      return {
        id: user.id,
        name: user.name,
        user,
        in: (channel) => presence(typeof channel === 'string' ? channel : channel.id),
        direct() {
          const { id } = directChannel(world, user);
          return { ...presence(id), channelId: id };
        },
        shutOut() {
          const direct = directChannel(world, user);
          world.channels.set(direct.id, { ...direct, closed: true });
        },
      };
    },
  };
}
