import * as v from 'valibot';
import type { Delivery, Posted } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import { createOnce, optional } from '../once.ts';
import type { Place } from '../once.ts';
import type { Asking } from './requests.ts';
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

/** A channel or a reader as Slack calls it, and who asks its workspace, each time once. */
export interface Where {
  readonly asking: Asking;
  readonly channel: string;
}

const openedSchema = v.object({ channel: v.object({ id: v.string() }) });

/**
 * @param parts.kept where it is written down what was tried and posted
 */
export function createPosts(parts: {
  readonly render: (message: Message) => Promise<Body>;
  readonly kept: KeyValue;
  readonly now: () => Date;
}): Posts {
  const { render } = parts;
  const once = createOnce(parts);

  async function placesFor(
    { key, channel: where, message, follows }: Delivery,
    { asking, channel }: Where,
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
    post: (delivery, where) => once(delivery.key, () => placesFor(delivery, where)),
    async edit({ id }, message, { asking, channel }) {
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
