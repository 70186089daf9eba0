import type { WirePost } from '../../../src/adapters/web/wire.ts';
import { open } from './open.ts';

/** One Server-Sent Event of the page. */
export interface SeenEvent {
  readonly id: string;
  readonly post: WirePost;
}

/** Listens to the page's posts until `close`. `events` grows as they come. */
export async function listen(
  port: number,
  headers: Readonly<Record<string, string>> = {},
  path = '/api/posts',
): Promise<{ readonly events: readonly SeenEvent[]; readonly ended: Promise<void>; close(): void }> {
  const response = await open(port, path, { headers });
  if (response.statusCode !== 200) throw new Error(`no events: ${response.statusCode}`);
  const events: SeenEvent[] = [];
  const ended = Promise.withResolvers<void>();
  let rest = '';
  response.setEncoding('utf8');
  response.on('close', () => ended.resolve());
  response.on('error', () => ended.resolve());
  response.on('data', (chunk: string) => {
    const parts = `${rest}${chunk}`.split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const fields = new Map(
        part.split('\n').map((line) => [line.split(':', 1)[0], line.replace(/^\w*: ?/, '')]),
      );
      const data = fields.get('data');
      if (data !== undefined) events.push({ id: fields.get('id') ?? '', post: JSON.parse(data) });
    }
  });
  return { events, ended: ended.promise, close: () => response.destroy() };
}
