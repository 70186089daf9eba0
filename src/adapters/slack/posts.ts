import type { webApi } from '@slack/bolt';
import * as v from 'valibot';
import type { Delivery, Posted } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import { createOnce, optional } from '../once.ts';
import type { Place } from '../once.ts';
import { until } from './asking.ts';
import type { Asking } from './asking.ts';
import { channelId, isReader, partsOfChannel } from './calls.ts';
import type { Body } from './pages.ts';
import { createRoom, isThreadless, threadOf } from './rooms.ts';

/** Posts deliveries, each once. */
export interface Posts {
  /** @throws what Slack or the way to it refuses, as it came */
  post(delivery: Delivery, where: Where): Promise<Posted>;
  /** @throws what Slack or the way to it refuses, as it came */
  edit(posted: Posted, message: Message, where: Where): Promise<void>;
}

/** A channel or a reader as Slack calls it, and a client of its workspace's, which doesn't try again by itself. */
export interface Where {
  readonly client: webApi.WebClient;
  readonly channel: string;
}

const openedSchema = v.object({ channel: v.object({ id: v.string() }) });

/**
 * @param parts.kept where it is written down what was tried and posted
 * @param parts.latest milliseconds after which a post or an edit asks Slack for nothing more
 */
export function createPosts(parts: {
  readonly render: (message: Message) => Promise<Body>;
  readonly kept: KeyValue;
  readonly latest: number;
  readonly now: () => Date;
}): Posts {
  const { render, latest } = parts;
  const once = createOnce(parts);

  async function placesFor(
    { key, channel: where, message, follows }: Delivery,
    asking: Asking,
    channel: string,
  ): Promise<readonly Place[]> {
    const { team } = partsOfChannel(where);
    const room = { team, channel: await conversationOf(asking, channel) };
    const draft = { key, body: await render(message) };
    const plain = createRoom(room, draft, asking);
    if (follows?.channel !== channelId(team, room.channel)) return [plain];
    const thread = await threadOf(asking, room.channel, follows.id);
    if (thread === undefined) return [plain];
    return [optional(createRoom({ ...room, thread }, draft, asking), isThreadless), plain];
  }

  return {
    post: (delivery, { client, channel }) =>
      once(delivery.key, () => placesFor(delivery, until(latest, client), channel)),
    async edit({ id }, message, { client, channel }) {
      const asking = until(latest, client);
      const room = await conversationOf(asking, channel);
      const body = await render(message);
      await asking.apiCall('chat.update', { channel: room, ts: id, ...body });
    },
  };
}

/**
 * Messages of a direct conversation are found and changed by the conversation's own id only
 * (https://docs.slack.dev/reference/methods/chat.update).
 */
async function conversationOf(asking: Asking, channel: string): Promise<string> {
  if (!isReader(channel)) return channel;
  const opened = await asking.apiCall('conversations.open', { users: channel });
  return v.parse(openedSchema, opened).channel.id;
}
