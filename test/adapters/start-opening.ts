import { serve } from '@hono/node-server';
import type { Opening } from '../../src/adapters/opening.ts';
import { portOf } from '../sources/server.ts';

/** Puts an adapter's opening on a loopback port. */
export async function startOpening(opening: Opening | undefined) {
  const { promise, resolve } = Promise.withResolvers<string>();
  const fetch = async (request: Request) => (await opening?.answer(request, {})) ?? new Response();
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (address) =>
    resolve(`http://127.0.0.1:${portOf(address)}${opening?.path ?? ''}`),
  );
  return {
    url: await promise,
    close: async () => void (await new Promise((closed) => server.close(closed))),
  };
}
