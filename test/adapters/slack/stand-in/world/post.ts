import { messagePayload } from '../payloads.ts';
import { family } from '../methods/method.ts';
import type { Hall } from '../methods/method.ts';
import type { Written } from '../forms/message.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, Message } from './world.ts';

/** Where a message stands and whose it is. */
export interface Stamp {
  readonly channelId: string;
  readonly userId: string;
  readonly botId: string | undefined;
  readonly threadTs?: string | undefined;
  readonly onlyFor?: string | undefined;
  readonly unfurlLinks?: boolean | undefined;
  readonly unfurlMedia?: boolean | undefined;
}

/** How a message is found. */
export function keyOf(channelId: string, ts: string): string {
  return `${channelId}:${ts}`;
}

/** Writes a message and tells whoever listens. */
export function put(hall: Hall, stamp: Stamp, { text, blocks, metadata }: Written): Message {
  const { world } = hall;
  const message: Message = {
    threadTs: undefined,
    onlyFor: undefined,
    unfurlLinks: undefined,
    unfurlMedia: undefined,
    ...stamp,
    ts: world.nextTs(),
    text,
    blocks,
    metadata,
    editedTs: undefined,
    tombstone: false,
  };
  world.messages.set(keyOf(message.channelId, message.ts), message);
  tell(hall, message, (payload, channel) => ({
    ...payload,
    channel: channel.id,
    channel_type: typeOf(channel),
    event_ts: message.ts,
  }));
  hall.pinged(message);
  hall.changed();
  return message;
}

/** Writes something else where a message is. */
export function replace(hall: Hall, message: Message, { text, blocks, metadata }: Written): Message {
  const { world } = hall;
  const editedTs = world.nextTs();
  const after = { ...message, text, blocks, metadata: metadata ?? message.metadata, editedTs };
  world.messages.set(keyOf(message.channelId, message.ts), after);
  const before = messagePayload(world, message, true);
  tell(hall, after, (payload, channel) => ({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: payload,
    previous_message: before,
    channel: channel.id,
    channel_type: typeOf(channel),
    ts: editedTs,
    event_ts: editedTs,
  }));
  hall.pinged(after);
  hall.changed();
  return after;
}

/** Takes a message away; of one that was replied to, a mark stays. */
export function remove(hall: Hall, message: Message): void {
  const { world } = hall;
  if (hasReplies(world, message)) {
    const mark = { userId: 'USLACKBOT', botId: undefined, tombstone: true };
    const written = { text: 'This message was deleted.', blocks: [], metadata: undefined, flaws: [] };
    replace(hall, { ...message, ...mark, metadata: undefined }, written);
    return;
  }
  world.messages.delete(keyOf(message.channelId, message.ts));
  const ts = world.nextTs();
  tell(hall, message, (payload, channel) => ({
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message: payload,
    channel: channel.id,
    channel_type: typeOf(channel),
    ts,
    event_ts: ts,
  }));
  hall.changed();
}

/** A message that everybody in a channel sees. @throws {Refusal} */
export function knownMessage({ world }: Hall, channelId: string, ts: string): Message {
  const message = world.messages.get(keyOf(channelId, ts));
  if (message === undefined || message.onlyFor !== undefined || message.tombstone)
    throw new Refusal('message_not_found');
  return message;
}

function hasReplies({ messages }: Hall['world'], { channelId, ts }: Message): boolean {
  return [...messages.values()].some(
    (one) => one.channelId === channelId && one.threadTs === ts && one.ts !== ts,
  );
}

/** What a conversation is called in events. */
export function typeOf(channel: Channel): string {
  return { channels: 'channel', groups: 'group', im: 'im' }[family(channel)];
}

type Payload = ReturnType<typeof messagePayload>;

function tell(hall: Hall, message: Message, event: (payload: Payload, channel: Channel) => Payload): void {
  const { world } = hall;
  const channel = world.channels.get(message.channelId);
  if (channel === undefined || message.onlyFor !== undefined) return;
  const install = world.installs.get(channel.teamId);
  if (install === undefined || !channel.members.includes(install.botUserId)) return;
  const payload = event(messagePayload(world, message, true), channel);
  hall.happen(channel.teamId, `message.${family(channel)}`, payload);
}
