import type { JsonObject } from '../../../discord/stand-in/json.ts';
import type { Delivered } from '../parcel.ts';
import { family } from '../methods/method.ts';
import { put, typeOf } from '../world/post.ts';
import type { Channel, Message, User } from '../world/world.ts';
import type { ReaderParts } from './begin.ts';
import { see } from './seen.ts';
import type { Seen } from './seen.ts';
import { typed } from './typed.ts';

/** A message that a reader wrote, and what the bot was told of it. */
export interface Wrote {
  readonly message: Seen;
  /** Ids of events: of the message, and of the mention in it. */
  readonly events: readonly string[];
  /** Settles when the bot has acknowledged all of them. */
  acknowledged(): Promise<readonly Delivered[]>;
}

/** Writes a message for somebody; "@Kiosk" in it is a mention. @throws where they may not write */
export function writeAs(
  { hall, delivery, notices }: ReaderParts,
  user: User,
  channel: Channel,
  text: string,
  thread: string | undefined,
): Wrote {
  const { world } = hall;
  if (channel.archived) throw new Error(`#${channel.name} is archived`);
  if (!channel.members.includes(user.id)) throw new Error(`${user.name} is not in #${channel.name}`);
  const before = delivery.all().length;
  const written = typed(world, user.teamId, text);
  const stamp = { channelId: channel.id, userId: user.id, botId: undefined, threadTs: thread };
  const message = put(hall, stamp, written);
  const bot = world.installs.get(user.teamId)?.botUserId;
  const isMention = bot !== undefined && written.text.includes(`<@${bot}>`);
  if (isMention && family(channel) !== 'im' && channel.members.includes(bot))
    hall.happen(user.teamId, 'app_mention', mentionOf(message, channel));
  const news = delivery.all().slice(before);
  const events = news.map(({ id }) => id);
  const these = () => delivery.all().filter(({ id }) => events.includes(id));
  return {
    message: see(world, message),
    events,
    acknowledged: () =>
      notices.until(() =>
        these().every(({ acknowledged }) => acknowledged !== undefined) ? these() : undefined,
      ),
  };
}

function mentionOf(message: Message, channel: Channel): JsonObject {
  return {
    type: 'app_mention',
    user: message.userId,
    ts: message.ts,
    text: message.text,
    team: channel.teamId,
    channel: channel.id,
    channel_type: typeOf(channel),
    event_ts: message.ts,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
  };
}
