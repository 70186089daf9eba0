import { ChannelType, Routes } from 'discord.js';
import * as v from 'valibot';
import { DeliveryError } from '../../errors.ts';
import { partsOfChannel, userOf } from './calls.ts';
import { isRefusal } from './failures.ts';
import type { Requests } from './requests.ts';
import type { Room } from './rooms.ts';

/** What is to be known of a channel or a thread. */
export type Channel = v.InferOutput<typeof channelSchema>;

/** Knows Discord's channels. */
export interface Channels {
  look(requests: Requests, channel: string): Promise<Channel>;
  /** The channel may be of another kind than it was. */
  forget(channel: string): void;
}

const channelSchema = v.object({
  type: v.number(),
  parent_id: v.nullish(v.string()),
  flags: v.optional(v.number(), 0),
  available_tags: v.optional(v.array(v.object({ id: v.string(), name: v.string() })), []),
});
const namedSchema = v.object({ id: v.string() });

const forums: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);
const threads: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);
const threadable: ReadonlySet<number> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

/** Remembers channels, but neither threads, of which there are too many, nor forums, whose tags change. */
export function createChannels(): Channels {
  const known = new Map<string, Channel>();
  return {
    async look(requests, channel) {
      const before = known.get(channel);
      if (before !== undefined) return before;
      try {
        const seen = v.parse(channelSchema, await requests.get(Routes.channel(channel)));
        if (!isForum(seen) && !isThread(seen)) known.set(channel, seen);
        return seen;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // What is wrong with it shows when it is posted to.
        return { type: ChannelType.GuildText, parent_id: null, flags: 0, available_tags: [] };
      }
    },
    forget: (channel) => void known.delete(channel),
  };
}

/** Kiosk's own id as a user, which Discord is asked for once. */
export function createSelf(): (requests: Requests) => Promise<string> {
  let known: string | undefined;
  return async (requests) => {
    known ??= v.parse(namedSchema, await requests.get(Routes.user())).id;
    return known;
  };
}

/**
 * The room that an id names: a channel's, or a reader's, with whom Discord opens a conversation where there is none.
 * @throws {DeliveryError} for an id of another platform
 */
export async function roomOf(requests: Requests, id: string): Promise<Room> {
  const room = partsOfChannel(id);
  if (room !== undefined) return room;
  const user = userOf(id);
  if (user === undefined)
    throw new DeliveryError(`${id} is no channel of Discord's`, { reason: 'otherPlatform' });
  const opened = await requests.post(Routes.userChannels(), { body: { recipient_id: user } });
  return { guild: undefined, channel: v.parse(namedSchema, opened).id };
}

/** Whether each message there begins a thread. */
export function isForum({ type }: Channel): boolean {
  return forums.has(type);
}

/** Whether it is a thread, or a post of a forum. */
export function isThread({ type }: Channel): boolean {
  return threads.has(type);
}

/** Whether a thread can begin at a message there. */
export function isThreadable({ type }: Channel): boolean {
  return threadable.has(type);
}
