import type { webApi } from '@slack/bolt';
import * as v from 'valibot';
import type { Body } from './pages.ts';

const sentSchema = v.object({ ts: v.string() });

/** Sends a message without showing what its links lead to, which Kiosk tells itself; returns its `ts`, which names it in its channel. */
export async function send(
  client: Pick<webApi.WebClient, 'apiCall'>,
  message: Body & {
    readonly channel: string;
    readonly thread_ts?: string;
    readonly metadata?: webApi.ChatPostMessageArguments['metadata'];
  },
): Promise<string> {
  const sent = await client.apiCall('chat.postMessage', {
    ...message,
    unfurl_links: false,
    unfurl_media: false,
  });
  return v.parse(sentSchema, sent).ts;
}
