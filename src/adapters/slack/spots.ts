import * as v from 'valibot';

/** Where somebody pressed or wrote something: a channel, and a thread of it. Undefined on Kiosk's own tab. */
export interface Spot {
  readonly channel: string | undefined;
  readonly thread: string | undefined;
}

const threadSchema = v.object({ container: v.object({ thread_ts: v.string() }) });

/** Where the message is whose button was pressed. */
export function spotOf(body: { readonly channel?: { readonly id: string } | undefined }): Spot {
  const parsed = v.safeParse(threadSchema, body);
  return {
    channel: body.channel?.id,
    thread: parsed.success ? parsed.output.container.thread_ts : undefined,
  };
}

/** Where a message is sent that is said at a spot: what is said on Kiosk's own tab goes to its reader directly. */
export function addressOf(
  { channel, thread }: Spot,
  user: string,
): { readonly channel: string; readonly thread_ts?: string } {
  return { channel: channel ?? user, ...(thread !== undefined && { thread_ts: thread }) };
}

/** Whether only one reader sees what is said there: in their own conversation with Kiosk. */
export function isDirect({ channel }: Pick<Spot, 'channel'>): boolean {
  return channel?.startsWith('D') ?? true;
}
