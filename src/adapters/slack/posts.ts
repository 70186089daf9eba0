import type { webApi } from '@slack/bolt';
import * as v from 'valibot';
import type { Delivery, Posted } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import { codeOf } from './failures.ts';
import type { Body } from './pages.ts';
import { send } from './sending.ts';

/** Posts deliveries, each once. */
export interface Posts {
  /** @throws what Slack or the way to it refuses, as it came */
  post(delivery: Delivery, where: Where): Promise<Posted>;
  /** @throws what Slack or the way to it refuses, as it came */
  edit(posted: Posted, message: Message, where: Where): Promise<void>;
}

/** A channel as Slack calls it, and a client of its workspace's, which doesn't try again by itself. */
export interface Where {
  readonly client: webApi.WebClient;
  readonly channel: string;
}

/** What was tried and posted is known this long; retries come sooner. */
const keptFor = 30 * 24 * 60 * 60 * 1000;
/** How far clocks may be apart, in milliseconds. */
const clockSkew = 60_000;
/** Messages that are read back at the most. */
const readBack = 100;
/** What a delivery's message is marked with, so that it is found again. */
const eventType = 'kiosk_delivery';

const postedSchema = v.object({ channel: v.string(), id: v.string() });
const historySchema = v.object({
  messages: v.array(
    v.object({
      ts: v.string(),
      metadata: v.optional(
        v.object({ event_payload: v.optional(v.object({ key: v.optional(v.string()) })) }),
      ),
    }),
  ),
});

/**
 * @param parts.kept where it is written down what was tried and posted
 */
export function createPosts(parts: {
  readonly render: (message: Message) => Promise<Body>;
  readonly kept: KeyValue;
  readonly now: () => Date;
}): Posts {
  const { render, kept, now } = parts;

  return {
    async post({ key, channel, message }, where) {
      const done = v.safeParse(postedSchema, await kept.get(`posted ${key}`));
      if (done.success) return done.output;
      const isFirst = await kept.add(`tried ${key}`, now().getTime(), keptFor);
      const tried = isFirst ? undefined : await kept.get(`tried ${key}`);
      const known = typeof tried === 'number' ? await find(where, key, tried) : undefined;
      const ts = known ?? (await sendJoining(where, await render(message), key));
      const posted = { channel, id: ts };
      await kept.set(`posted ${key}`, posted, keptFor);
      return posted;
    },
    async edit({ id }, message, { client, channel }) {
      await client.chat.update({ channel, ts: id, ...(await render(message)) });
    },
  };
}

function sendMarked({ client, channel }: Where, body: Body, key: string): Promise<string> {
  const metadata = { event_type: eventType, event_payload: { key } };
  return send(client, { channel, ...body, metadata });
}

/** Public channels can be joined; of others somebody has to let Kiosk in. */
async function sendJoining(where: Where, body: Body, key: string): Promise<string> {
  try {
    return await sendMarked(where, body, key);
  } catch (error) {
    if (codeOf(error) !== 'not_in_channel') throw error;
    const { client, channel } = where;
    await client.conversations.join({ channel }).catch(() => {
      throw error;
    });
    return sendMarked(where, body, key);
  }
}

/** What was sent though nobody heard of it. */
async function find({ client, channel }: Where, key: string, since: number): Promise<string | undefined> {
  const oldest = ((since - clockSkew) / 1000).toFixed(6);
  const found = await client.conversations.history({
    channel,
    oldest,
    limit: readBack,
    include_all_metadata: true,
  });
  const { messages } = v.parse(historySchema, found);
  return messages.find(({ metadata }) => metadata?.event_payload?.key === key)?.ts;
}
