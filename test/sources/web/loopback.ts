import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, expect } from 'vitest';
import { createFetcher, type Fetcher, type Timeouts } from '../../../src/sources/index.ts';
import type { Guard } from '../../../src/sources/web/guard.ts';
import { serveRaw } from '../faults.ts';
import { serve, type TestServer } from '../server.ts';

/** A signal that is never aborted. */
export const signal = new AbortController().signal;

/** A `UserError` with this key. */
export const failsWith = (key: string) => expect.objectContaining({ name: 'UserError', key });

/** Servers and fetchers that are closed after each test. */
export function openLoopback() {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });

  function keep<closable extends { close(): Promise<void> }>(one: closable): closable {
    opened.push(one);
    return one;
  }

  return {
    start: async (listener: RequestListener): Promise<TestServer> => keep(await serve(listener)),
    /** Says exactly these bytes to everyone, and hangs up unless told to stay. */
    startRaw: async (answer: string | ((socket: Socket) => void)): Promise<TestServer> =>
      keep(
        await serveRaw(
          typeof answer === 'string' ? (socket) => socket.end(Buffer.from(answer, 'latin1')) : answer,
        ),
      ),
    client(
      parts: {
        readonly allowPrivateHosts?: readonly string[];
        readonly timeouts?: Partial<Timeouts>;
        readonly perHost?: number;
        readonly guard?: Guard;
      } = {},
    ): Fetcher {
      const { allowPrivateHosts = ['127.0.0.1'], timeouts, ...rest } = parts;
      const limits = { connect: 5000, headers: 5000, body: 5000, ...timeouts };
      return keep(createFetcher({ allowPrivateHosts, userAgent: 'Kiosk test', timeouts: limits, ...rest }));
    },
  };
}
