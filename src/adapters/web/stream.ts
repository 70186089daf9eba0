import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Desk } from '../../chat/adapter.ts';
import type { Board, Post } from './board.ts';
import { withTyped } from './wire.ts';

/** How often an idle stream shows a proxy that it lives, in milliseconds. */
const heartbeatMilliseconds = 25_000;

/** Sends the posts of some channels as Server-Sent Events: those the page missed, then each as it comes, until `ended`. */
export function streamPosts(
  c: Context,
  parts: { board: Board; desk: Desk; channels: readonly string[]; ended: AbortSignal },
): Response {
  const { board, desk, channels, ended } = parts;
  // A browser that reconnects by itself sends the header; the page that opens a stream anew gives the parameter.
  const seen = c.req.header('last-event-id') ?? c.req.query('after');
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    let queue: Promise<unknown> = stream.write(': open\n\n');
    const send = ({ id, at, message, ...post }: Post) => {
      const event = board.eventId({ id, at, message, ...post });
      const data = JSON.stringify({ id, at, message: withTyped(message, desk.typed) });
      queue = queue.then(() => stream.writeSSE({ id: event, event: 'post', data }));
    };
    for (const post of board.after(seen, channels)) send(post);
    const unwatch = board.watch(channels, send);
    const heartbeat = setInterval(() => {
      queue = queue.then(() => stream.write(':\n\n'));
    }, heartbeatMilliseconds);
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
      ended.addEventListener('abort', () => resolve(), { once: true });
      if (ended.aborted) resolve();
    });
    clearInterval(heartbeat);
    unwatch();
    await queue;
  });
}
