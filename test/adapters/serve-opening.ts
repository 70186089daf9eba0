import { serve } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import type { Opening } from '../../src/adapters/opening.ts';
import { portOf } from '../sources/server.ts';

/** Puts an adapter's opening on a loopback port until the test ends, and says its address. */
export async function serveOpening(opening: Opening | undefined): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const fetch = async (request: Request) => (await opening?.answer(request, {})) ?? new Response();
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (address) =>
    resolve(`http://127.0.0.1:${portOf(address)}${opening?.path ?? ''}`),
  );
  onTestFinished(async () => {
    await new Promise((closed) => server.close(closed));
  });
  return promise;
}
