import { messageFlags, messageForm, newMessageForm, nothing, write } from '../forms/message.ts';
import type { NewMessageForm } from '../forms/message.ts';
import { whole } from '../forms/fields.ts';
import { invalid, readForm } from '../forms/form.ts';
import { channelOf, mayDo, messageOf, need } from '../world/access.ts';
import { messagePayload, withNonce } from '../payloads/messages.ts';
import { mayPost, mayShow, put, remove, rewrite } from '../world/post.ts';
import type { Post } from '../world/post.ts';
import type { Channel, Message } from '../world/world.ts';
import { Refusal } from '../refusal.ts';
import { done, ok, route } from '../http/routes.ts';
import type { Route } from '../http/routes.ts';
import { createWriteLimit } from '../http/write-limit.ts';
import { messageHappening } from '../world/happenings.ts';

/** How long Discord remembers a nonce: "the past few minutes". */
const nonceMemory = 5 * 60 * 1000;

/** A channel publishes at most so many messages an hour (github.com/discordjs/discord.js/issues/4956). */
const mostCrossposts = 10;
/** A published message is edited at most so many times an hour (github.com/discord/discord-api-docs/issues/2258). */
const mostEdits = 3;

/** Messages of channels. */
export function messageRoutes(post: Post): readonly Route[] {
  const { world } = post;
  const { bot } = world.application;
  const crossposts = createWriteLimit(mostCrossposts, world.now);
  const edits = createWriteLimit(mostEdits, world.now);
  const ownMessage = (channel: Channel, id: string): Message => {
    const message = messageOf(world, channel, id);
    if (message.author.id !== bot.id) throw new Refusal('notTheAuthor');
    if (channel.archived) throw new Refusal('archivedThread');
    return message;
  };
  const repliedTo = (channel: Channel, { message_reference }: NewMessageForm): string | undefined => {
    if (!message_reference) return undefined;
    if (!mayDo(world, bot.id, channel, 'readMessageHistory')) throw new Refusal('mayNotReply');
    const { message_id, fail_if_not_exists } = message_reference;
    if (world.messages.get(message_id)?.channelId === channel.id) return message_id;
    if (fail_if_not_exists === false) return undefined;
    throw invalid([
      { path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  };
  const sentBefore = (channel: Channel, nonce: string | number): Message | undefined =>
    [...world.messages.values()].find(
      (message) =>
        message.channelId === channel.id &&
        message.author.id === bot.id &&
        message.nonce === nonce &&
        world.now() - message.createdAt < nonceMemory,
    );

  return [
    route('GET /channels/:channel/messages', (asked) => {
      const channel = channelOf(world, asked.param('channel'));
      if (!mayDo(world, bot.id, channel, 'readMessageHistory')) return ok([]);
      const limit = readForm(whole(1, 100), Number(asked.query.get('limit') ?? 50));
      const [before, after] = [asked.query.get('before'), asked.query.get('after')];
      const all = [...world.messages.values()]
        .filter(({ channelId, onlyFor }) => channelId === channel.id && onlyFor === undefined)
        .filter(({ id }) => before === null || BigInt(id) < BigInt(before))
        .filter(({ id }) => after === null || BigInt(id) > BigInt(after))
        .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1));
      const page = after === null ? all.slice(0, limit) : all.slice(-limit);
      return ok(page.map((message) => messagePayload(world, message, world.application.readsContent)));
    }),
    route('POST /channels/:channel/messages', (asked) => {
      const channel = channelOf(world, asked.param('channel'));
      const form = readForm(newMessageForm, asked.body);
      const contents = write(nothing, form, asked.files);
      mayPost(world, channel, contents);
      const repliesTo = repliedTo(channel, form);
      const nonce = form.nonce ?? undefined;
      const known = form.enforce_nonce && nonce !== undefined ? sentBefore(channel, nonce) : undefined;
      if (known !== undefined) return ok({ ...messagePayload(world, known), ...withNonce(known) });
      const flags =
        contents.flags &
        (messageFlags.suppressEmbeds | messageFlags.suppressNotifications | messageFlags.layout);
      const message = put(post, {
        channel,
        author: bot,
        contents: { ...contents, flags },
        allowed: form.allowed_mentions,
        repliesTo,
        nonce,
      });
      return ok({ ...messagePayload(world, message), ...withNonce(message) });
    }),
    route('GET /channels/:channel/messages/:message', (asked) => {
      const channel = channelOf(world, asked.param('channel'));
      need(world, channel, 'readMessageHistory');
      return ok(
        messagePayload(
          world,
          messageOf(world, channel, asked.param('message')),
          world.application.readsContent,
        ),
      );
    }),
    route('PATCH /channels/:channel/messages/:message', (asked) => {
      const channel = channelOf(world, asked.param('channel'));
      const before = ownMessage(channel, asked.param('message'));
      const form = readForm(messageForm, asked.body);
      mayShow(world, channel, write(before, form, asked.files));
      const tooMany = before.crossposted ? edits.count(before.id) : undefined;
      return tooMany ?? ok(messagePayload(world, rewrite(post, before, form, asked.files)));
    }),
    route('DELETE /channels/:channel/messages/:message', (asked) => {
      const channel = channelOf(world, asked.param('channel'));
      const message = messageOf(world, channel, asked.param('message'));
      if (channel.archived) throw new Refusal('archivedThread');
      if (message.author.id !== bot.id) need(world, channel, 'manageMessages');
      remove(post, message);
      return done;
    }),
    route('POST /channels/:channel/messages/:message/crosspost', (asked) => {
      const channel = channelOf(world, asked.param('channel'));
      if (channel.kind !== 'announcement') throw new Refusal('wrongChannelType');
      const message = messageOf(world, channel, asked.param('message'));
      need(world, channel, 'sendMessages');
      if (message.author.id !== bot.id) need(world, channel, 'manageMessages');
      if (message.crossposted) throw new Refusal('alreadyCrossposted');
      const tooMany = crossposts.count(channel.id);
      if (tooMany !== undefined) return tooMany;
      const published = { ...message, crossposted: true };
      world.messages.set(message.id, published);
      for (const happening of messageHappening(world, 'MESSAGE_UPDATE', published)) post.announce(happening);
      return ok(messagePayload(world, published));
    }),
    route('POST /channels/:channel/typing', (asked) => {
      need(world, channelOf(world, asked.param('channel')), 'sendMessages');
      return done;
    }),
  ];
}
