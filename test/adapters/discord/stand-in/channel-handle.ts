import type { ReaderHandle } from './handles.ts';
import { buildChannel, overwrite } from './world/build.ts';
import { channelHappening, messageHappening } from './world/happenings.ts';
import type { Happening } from './world/happenings.ts';
import type { Permission } from './world/permissions.ts';
import type { Channel, Role, World } from './world/world.ts';

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

/** Lets a test change a channel, and tells the bot. */
export function createChannelHandle(
  parts: { readonly world: World; announce(happening: Happening): void },
  id: string,
  guildId: string | undefined,
): ChannelHandle {
  const { world, announce } = parts;
  const { bot } = world.application;
  const keepChannel = (channel: Channel, what: 'CREATE' | 'UPDATE') => {
    world.channels.set(channel.id, channel);
    announce(channelHappening(what, channel));
  };
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
      keepChannel({ ...thread, ownerId: world.guilds.get(guildId ?? '')?.ownerId }, 'CREATE');
      return createChannelHandle(parts, thread.id, guildId);
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
