import { ChannelType, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Delivery, Posted } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import { DeliveryError } from '../../errors.ts';
import { createOnce, optional } from '../once.ts';
import type { Place } from '../once.ts';
import { partsOfChannel } from './calls.ts';
import { createChannels, createSelf, isForum, isThread, isThreadable, roomOf } from './channels.ts';
import type { Body } from './components.ts';
import { isCode, isRefusal } from './failures.ts';
import { createForum } from './forums.ts';
import { boundTo } from './requests.ts';
import type { Requests } from './requests.ts';
import { createRoom, createThread } from './rooms.ts';
import { nameOf } from './threads.ts';

/** Posts deliveries, each once. */
export interface Posts {
  /** @throws what Discord or the way to it refuses, as it came */
  post(delivery: Delivery, signal: AbortSignal): Promise<Posted>;
  /** @throws what Discord or the way to it refuses, as it came */
  edit(posted: Posted, message: Message, signal: AbortSignal): Promise<void>;
}

/**
 * @param parts.requests sends each request once
 * @param parts.kept where it is written down what was tried and posted
 * @param parts.publish sends a message of an announcement channel to the channels that follow it, some time
 */
export function createPosts(parts: {
  readonly requests: Requests;
  readonly render: (message: Message) => Promise<Body>;
  readonly kept: KeyValue;
  readonly publish: (channel: string, message: string) => void;
  readonly now: () => Date;
}): Posts {
  const { render, publish } = parts;
  const once = createOnce(parts);
  const channels = createChannels();
  const self = createSelf();

  async function placesFor(delivery: Delivery, requests: Requests): Promise<readonly Place[]> {
    const { key, message, follows } = delivery;
    const room = await roomOf(requests, delivery.channel);
    const known = await channels.look(requests, room.channel);
    const draft = { key, body: await render(message), name: nameOf(message) };
    const by = { requests, self: () => self(requests) };

    /** In the channel itself. */
    function plainly(repliesTo?: string): Place {
      if (isForum(known)) return createForum(room, draft, { ...by, message, forum: known });
      const place = createRoom(room, draft, { ...by, ...(repliesTo !== undefined && { repliesTo }) });
      return watched(place, room.channel, known.type === ChannelType.GuildAnnouncement);
    }

    if (follows === undefined) return [plainly()];
    const { channel } = partsOfChannel(follows.channel) ?? {};
    if (channel === undefined) return [plainly()];
    if (channel === room.channel) {
      if (isThread(known)) return [plainly()];
      const reply = plainly(follows.id);
      return isThreadable(known)
        ? [optional(createThread(room, draft, follows.id, by), isRefusal), reply]
        : [reply];
    }
    const { parent_id: parent } = await channels.look(requests, channel);
    // A thread that began at a message has its id; where there is none, nothing is replied to.
    const reply = plainly(channel);
    const thread = createRoom({ guild: room.guild, channel }, draft, by);
    return parent === room.channel ? [optional(thread, isRefusal), reply] : [reply];
  }

  /** Sees to what is to be done about a message of a channel besides sending it. */
  function watched(place: Place, channel: string, isPublished: boolean): Place {
    const publishing = (posted: Posted | undefined) => {
      if (posted !== undefined && isPublished) publish(channel, posted.id);
      return posted;
    };
    return {
      recognises: place.recognises,
      find: async (...asked) => publishing(await place.find(...asked)),
      send: () =>
        place.send().then(publishing, (error: unknown) => {
          if (isCode(error, RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel)) channels.forget(channel);
          throw error;
        }),
    };
  }

  return {
    post: (delivery, signal) =>
      once(delivery.key, () => placesFor(delivery, boundTo(parts.requests, signal))),
    async edit({ channel: where, id }, message, signal) {
      const requests = boundTo(parts.requests, signal);
      const { channel } = await roomOf(requests, where);
      const body = await render(message);
      const change = () => requests.patch(Routes.channelMessage(channel, id), { body });
      try {
        await change().catch(async (error: unknown) => {
          if (!isCode(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread)) throw error;
          // Discord archives a thread when nobody writes for a while. Where somebody locked it, it stays as it is.
          await requests.patch(Routes.channel(channel), { body: { archived: false } }).catch(() => {
            throw error;
          });
          await change();
        });
      } catch (error) {
        if (!isCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error;
        // It may have been a thread; that a channel is gone shows when it is posted to.
        throw new DeliveryError(
          'the channel of the message is gone',
          { reason: 'messageGone' },
          { cause: error },
        );
      }
    },
  };
}
