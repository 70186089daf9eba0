import * as v from 'valibot';
import type { Place } from '../once.ts';
import { joining } from './requests.ts';
import type { Asking } from './requests.ts';
import { channelId } from './calls.ts';
import { codeOf } from './failures.ts';
import type { Body } from './pages.ts';
import { send } from './sending.ts';

/** A conversation, or a thread in one: the `ts` of the message it began with. */
export interface Room {
  readonly team: string;
  readonly channel: string;
  readonly thread?: string;
}

/** Messages that are read back at a time (as many as Slack recommends), and how often. */
const readBack = { messages: 200, pages: 10 };
/** What a delivery's message is marked with, so that it is found again. */
const eventType = 'kiosk_delivery';

const payloadSchema = v.object({ key: v.optional(v.string()) });
const pageSchema = v.object({
  messages: v.array(
    v.object({
      ts: v.string(),
      thread_ts: v.optional(v.string()),
      subtype: v.optional(v.string()),
      metadata: v.optional(v.object({ event_payload: v.optional(payloadSchema) })),
    }),
  ),
  response_metadata: v.optional(v.object({ next_cursor: v.optional(v.string(), '') })),
});

/** Where messages follow each other. Slack knows no key of ours: what was sent before is found by its metadata. */
export function createRoom(
  { team, channel, thread }: Room,
  { key, body }: { readonly key: string; readonly body: Body },
  asking: Asking,
): Place {
  const posted = (ts: string) => ({ channel: channelId(team, channel), id: ts });
  const metadata = { event_type: eventType, event_payload: { key } };
  const [method, where] =
    thread === undefined
      ? ['conversations.history', { channel }]
      : ['conversations.replies', { channel, ts: thread }];

  return {
    recognises: 'keys',
    async send() {
      const message = {
        channel,
        ...body,
        ...(thread !== undefined && { thread_ts: thread }),
        metadata,
      };
      return posted(await joining(asking, channel, () => send(asking, message)));
    },
    async find(since) {
      const oldest = (since / 1000).toFixed(6);
      let cursor = '';
      for (let page = 0; page < readBack.pages; page += 1) {
        const from = { oldest, limit: readBack.messages, ...(cursor !== '' && { cursor }) };
        const read = await joining(asking, channel, () =>
          asking.apiCall(method, { ...where, ...from, include_all_metadata: true }),
        );
        const { messages, response_metadata: next } = v.parse(pageSchema, read);
        const same = messages.find(({ metadata: mark }) => mark?.event_payload?.key === key);
        if (same !== undefined) return posted(same.ts);
        cursor = next?.next_cursor ?? '';
        if (cursor === '') return undefined;
      }
      return undefined;
    },
  };
}

/** The thread that a message belongs to, or begins; undefined where the message is gone. Slack wants the first message's `ts`. */
export async function threadOf(asking: Asking, channel: string, ts: string): Promise<string | undefined> {
  try {
    const read = await joining(asking, channel, () =>
      asking.apiCall('conversations.replies', { channel, ts, limit: 1 }),
    );
    const [message] = v.parse(pageSchema, read).messages;
    // Of a deleted message that was replied to, a mark is left.
    return message === undefined || message.subtype === 'tombstone'
      ? undefined
      : (message.thread_ts ?? message.ts);
  } catch (error) {
    if (isThreadless(error)) return undefined;
    throw error;
  }
}

/** What Slack says of threads that are gone, locked, not to be or not to be read (https://docs.slack.dev/reference/methods/chat.postMessage#errors). */
const threadless = new Set([
  'thread_not_found',
  'message_not_found',
  'cannot_reply_to_message',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
]);

/** Whether Slack refuses because of a thread that nothing can be written in. */
export function isThreadless(error: unknown): boolean {
  return threadless.has(codeOf(error) ?? '');
}
