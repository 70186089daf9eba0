import type { Hall } from './methods/method.ts';
import { knownMessage, remove, typeOf } from './world/post.ts';
import type { Channel } from './world/world.ts';

/** A conversation in a test's hands. */
export interface ChannelHandle {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  /** As it stands. */
  now(): Channel;
  /** Lets somebody in, or the bot, which hears of it. */
  invite(...whom: readonly ('bot' | { readonly id: string })[]): void;
  /** Takes somebody out, or the bot. */
  remove(whom: 'bot' | { readonly id: string }): void;
  /** Takes a message away, as its author or an administrator would. */
  removeMessage(ts: string): void;
  archive(): void;
  unarchive(): void;
  /** Takes the channel away for good. */
  close(): void;
}

/** Lets a test change a conversation. */
export function createChannelHandle(hall: Hall, id: string): ChannelHandle {
  const { world } = hall;
  const now = (): Channel => {
    const channel = world.channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel ${id}`);
    return channel;
  };
  const { name, teamId } = now();
  const bot = () => world.installs.get(teamId)?.botUserId ?? '';
  const idOf = (whom: 'bot' | { readonly id: string }) => (whom === 'bot' ? bot() : whom.id);
  const keep = (changes: Partial<Channel>) => {
    world.channels.set(id, { ...now(), ...changes });
    hall.changed();
  };
  const tell = (type: string, more: Readonly<Record<string, string>> = {}) =>
    hall.happen(teamId, type, { type, channel: id, ...more, event_ts: world.nextTs() });
  return {
    id,
    name,
    teamId,
    now,
    invite(...whom) {
      for (const user of whom.map(idOf)) {
        keep({ members: [...new Set([...now().members, user])] });
        if (now().members.includes(bot()))
          tell('member_joined_channel', { user, team: teamId, channel_type: typeOf(now()) });
      }
    },
    remove(whom) {
      const gone = idOf(whom);
      keep({ members: now().members.filter((member) => member !== gone) });
      if (gone === bot()) tell('channel_left', { actor_id: '' });
    },
    removeMessage: (ts) => remove(hall, knownMessage(hall, id, ts)),
    archive() {
      keep({ archived: true });
      if (now().members.includes(bot())) tell('channel_archive', { user: '' });
    },
    unarchive() {
      keep({ archived: false });
      if (now().members.includes(bot())) tell('channel_unarchive', { user: '' });
    },
    close() {
      world.channels.delete(id);
      tell('channel_deleted');
    },
  };
}
