import { write } from '../forms/message.ts';
import { messageFlags, nothing } from '../forms/message.ts';
import type { AllowedMentions, Contents, MessageForm } from '../forms/message.ts';
import { Refusal } from '../refusal.ts';
import { need } from './access.ts';
import { messageHappening } from './happenings.ts';
import type { Happening } from './happenings.ts';
import { mentionsOf, pings } from './mentions.ts';
import { isThread } from '../payloads/channels.ts';
import type { Channel, Message, User, World } from './world.ts';

/** Where messages go, and who hears of them. */
export interface Post {
  readonly world: World;
  announce(happening: Happening): void;
  /** Hears of each message that pings somebody. */
  pinged(message: Message): void;
}

/** A message on its way into a channel. */
export interface Draft {
  readonly channel: Channel;
  readonly author: User;
  readonly contents: Contents;
  readonly allowed?: AllowedMentions | null | undefined;
  readonly onlyFor?: string | undefined;
  readonly interactionId?: string | undefined;
  readonly repliesTo?: string | undefined;
  readonly nonce?: string | number | undefined;
  readonly id?: string | undefined;
}

/** Puts a message into its channel. */
export function put(post: Post, draft: Draft): Message {
  const { world } = post;
  const { channel, author, contents } = draft;
  const replied = world.messages.get(draft.repliesTo ?? '');
  const ephemeral = draft.onlyFor === undefined ? 0 : messageFlags.ephemeral;
  const message: Message = {
    ...contents,
    flags: contents.flags | ephemeral,
    id: draft.id ?? world.nextId(),
    channelId: channel.id,
    author,
    createdAt: world.now(),
    editedAt: undefined,
    onlyFor: draft.onlyFor,
    interactionId: draft.interactionId,
    repliesTo: draft.repliesTo,
    nonce: draft.nonce,
    mentions: mentionsOf(world, channel, author, contents, draft.allowed, replied),
    crossposted: false,
  };
  world.messages.set(message.id, message);
  if (channel.archived) world.channels.set(channel.id, { ...channel, archived: false });
  if (author.bot && pings(message.mentions)) post.pinged(message);
  for (const happening of messageHappening(world, 'MESSAGE_CREATE', message)) post.announce(happening);
  return message;
}

/** Writes over a message of the bot. Edits ping nobody; a loading message shows what it was waiting for. */
export function rewrite(post: Post, message: Message, form: MessageForm, files: readonly string[]): Message {
  const { world } = post;
  const loading = (message.flags & messageFlags.loading) !== 0;
  const before = loading ? { ...nothing, flags: message.flags & ~messageFlags.loading } : message;
  const flags = (form.flags ?? 0) & (messageFlags.suppressEmbeds | messageFlags.layout);
  const contents = write(before, { ...form, flags }, files);
  const channel = world.channels.get(message.channelId);
  if (channel === undefined) throw new Refusal('unknownChannel');
  const mentions = mentionsOf(world, channel, message.author, contents, form.allowed_mentions);
  const after: Message = { ...message, ...contents, mentions, editedAt: loading ? undefined : world.now() };
  world.messages.set(after.id, after);
  if (loading && pings(mentions)) post.pinged(after);
  for (const happening of messageHappening(world, 'MESSAGE_UPDATE', after)) post.announce(happening);
  return after;
}

/** Takes a message away. */
export function remove(post: Post, message: Message): void {
  post.world.messages.delete(message.id);
  for (const happening of messageHappening(post.world, 'MESSAGE_DELETE', message)) post.announce(happening);
}

/** @throws {Refusal} where the bot may not write such a message here */
export function mayPost(world: World, channel: Channel, contents: Contents): void {
  if (channel.kind === 'forum') throw new Refusal('notATextChannel');
  if (channel.closed) throw new Refusal('unreachableUser');
  need(world, channel, isThread(channel) ? 'sendMessagesInThreads' : 'sendMessages');
  mayShow(world, channel, contents);
  mayWriteInThread(world, channel);
}

/** @throws {Refusal} where the bot may not show embeds or files here */
export function mayShow(world: World, channel: Channel, { embeds, files }: Contents): void {
  if (embeds.length > 0) need(world, channel, 'embedLinks');
  if (files.length > 0) need(world, channel, 'attachFiles');
}

function mayWriteInThread(world: World, channel: Channel): void {
  if (!channel.locked) return;
  try {
    need(world, channel, 'manageThreads');
  } catch {
    throw new Refusal(channel.archived ? 'archivedThread' : 'lockedThread');
  }
}
