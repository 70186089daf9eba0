import type { Gateway } from './gateway/server.ts';
import { guildCreated } from './gateway/welcome.ts';
import type { Notices } from './notices.ts';
import { createPresence } from './reader/reader.ts';
import type { Presence, ReaderParts } from './reader/reader.ts';
import { buildChannel, buildGuild, buildRole, directChannel, overwrite } from './world/build.ts';
import type { ChannelSetting, GuildSetting } from './world/build.ts';
import { channelHappening, happening, intents, messageHappening } from './world/happenings.ts';
import { memberPayload, rolePayload } from './world/payloads.ts';
import type { Permission } from './world/permissions.ts';
import type { Channel, Guild, Role, User } from './world/world.ts';

/** A guild in a test's hands. */
export interface GuildHandle {
  readonly id: string;
  channel(setting: ChannelSetting): ChannelHandle;
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
}

/** Somebody to whom something is allowed or denied. */
export type Whom = 'everyone' | 'bot' | Role | ReaderHandle;

/** A channel in a test's hands. */
export interface ChannelHandle {
  readonly id: string;
  readonly guildId: string | undefined;
  /** As the stand-in has it now. */
  now(): Channel | undefined;
  allow(whom: Whom, ...permissions: readonly Permission[]): void;
  deny(whom: Whom, ...permissions: readonly Permission[]): void;
  /** Opens a thread that somebody else began. */
  thread(name: string): ChannelHandle;
  /** Archives or locks a thread, or opens it again. */
  set(state: { readonly archived?: boolean; readonly locked?: boolean }): void;
  /** Takes a message away, as a moderator would. */
  removeMessage(id: string): void;
  /** Takes the channel away. */
  remove(): void;
}

/** A reader in a test's hands. */
export interface ReaderHandle {
  readonly id: string;
  readonly name: string;
  readonly user: User;
  in(channel: ChannelHandle | string): Presence;
  /** The direct conversation with the bot. */
  direct(): Presence & { readonly channelId: string };
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
  const keepChannel = (channel: Channel, what: 'CREATE' | 'UPDATE') => {
    world.channels.set(channel.id, channel);
    announce(channelHappening(what, channel));
  };
  const botIsIn = (guildId: string | undefined) =>
    world.guilds.get(guildId ?? '')?.members.has(bot.id) ?? false;

  function channelHandle(id: string, guildId: string | undefined): ChannelHandle {
    const now = (): Channel => {
      const channel = world.channels.get(id);
      if (channel === undefined) throw new Error(`There is no channel ${id}`);
      return channel;
    };
    const rule = (what: 'allow' | 'deny', whom: Whom, names: readonly Permission[]) => {
      const who =
        whom === 'everyone'
          ? ({ id: guildId ?? '', type: 'role' } as const)
          : whom === 'bot'
            ? ({ id: bot.id, type: 'member' } as const)
            : ({ id: whom.id, type: 'user' in whom ? 'member' : 'role' } as const);
      keepChannel(overwrite(now(), who, what, names), 'UPDATE');
    };
    return {
      id,
      guildId,
      now: () => world.channels.get(id),
      allow: (whom, ...names) => rule('allow', whom, names),
      deny: (whom, ...names) => rule('deny', whom, names),
      thread(name) {
        const parent = now();
        const kind = parent.kind === 'announcement' ? 'announcementThread' : 'thread';
        const thread: Channel = { ...buildChannel(world, guildId, { name }), kind, parentId: id };
        keepChannel({ ...thread, ownerId: guildNow(guildId ?? '').ownerId }, 'CREATE');
        return channelHandle(thread.id, guildId);
      },
      set(state) {
        keepChannel({ ...now(), ...state }, 'UPDATE');
      },
      removeMessage(messageId) {
        const message = world.messages.get(messageId);
        if (message === undefined || message.channelId !== id)
          throw new Error(`There is no message ${messageId}`);
        const told = messageHappening(world, 'MESSAGE_DELETE', message);
        world.messages.delete(messageId);
        for (const one of told) announce(one);
      },
      remove() {
        const channel = now();
        world.channels.delete(id);
        announce(channelHappening('DELETE', channel));
      },
    };
  }

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
          return channelHandle(channel.id, id);
        },
        role(name, { permissions = [], mentionable = false } = {}) {
          const role = buildRole(world.nextId(), name, permissions, mentionable);
          const { roles } = guildNow(id);
          keep({ roles: [...roles, role] });
          const data = { guild_id: id, role: rolePayload(role, roles.length) };
          if (botIsIn(id)) announce(happening('GUILD_ROLE_CREATE', intents.guilds, data));
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
            announce(happening('GUILD_ROLE_DELETE', intents.guilds, { guild_id: id, role_id: role.id }));
        },
        join(reader, ...roles) {
          const { members } = guildNow(id);
          const member = { user: reader.user, roles: roles.map((role) => role.id) };
          const name = members.has(reader.id) ? 'GUILD_MEMBER_UPDATE' : 'GUILD_MEMBER_ADD';
          keep({ members: new Map(members).set(reader.id, member) });
          const data = { guild_id: id, ...memberPayload(member) };
          if (botIsIn(id)) announce(happening(name, intents.guildMembers, data));
        },
        expel() {
          const members = new Map(guildNow(id).members);
          members.delete(bot.id);
          keep({ members });
          announce(happening('GUILD_DELETE', intents.guilds, { id }));
        },
        invite() {
          const { members, roles } = guildNow(id);
          const own = roles.filter(({ name }) => name === bot.name).map((role) => role.id);
          keep({ members: new Map(members).set(bot.id, { user: bot, roles: own }) });
          announce(guildCreated(world, guildNow(id)));
        },
      };
    },
    user(setting: { readonly name: string; readonly locale?: string }): ReaderHandle {
      const user: User = { id: world.nextId(), name: setting.name, bot: false };
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
      };
    },
  };
}
