import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { ChatAdapter } from '../../chat/adapter.ts';
import { DeliveryError, UserError } from '../../errors.ts';
import { createBoard } from './board.ts';
import { isOwnChannel, platform } from './channels.ts';
import { createDoor } from './door.ts';
import { hostInUrl } from './guard.ts';
import type { Opening } from '../opening.ts';
import { createRoutes } from './routes.ts';
import type { WebLog } from './routes.ts';
import type { PageTranslations } from './texts.ts';

/** The web page as a platform. */
export interface WebAdapter extends ChatAdapter {
  /** Where the page is, once it has started: "http://127.0.0.1:8080". */
  address(): string;
}

/** How long replies that are under way may take to leave when the server stops, in milliseconds. */
const farewellMilliseconds = 1000;
const wildcards = new Set(['0.0.0.0', '::']);

/**
 * Kiosk's web page.
 * @param parts.host a name or address of this machine; without a password the page is off on any but loopback
 * @param parts.port 0 takes any that is free
 * @throws on start {UserError} where the port or host can't be had
 */
export function createWebAdapter(parts: {
  readonly host: string;
  readonly port: number;
  readonly password?: string | undefined;
  readonly translations: PageTranslations;
  readonly log: WebLog;
  /** What other programs call on this server. */
  readonly openings?: readonly Opening[];
  readonly now?: () => Date;
  readonly randomness?: (bytes: number) => Buffer;
}): WebAdapter {
  const { host, port, password, translations, log, openings = [] } = parts;
  const { now = () => new Date(), randomness = randomBytes } = parts;
  const createId = () => randomness(16).toString('base64url');
  const board = createBoard({ name: createId(), now });
  const stopping = new AbortController();
  let server: Server | undefined;

  function boundPort(): number {
    const address = server?.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  function requireOwn(channel: string): void {
    if (!isOwnChannel(channel))
      throw new DeliveryError('not a channel of the web page', { reason: 'otherPlatform' });
    if (stopping.signal.aborted) throw new DeliveryError('the web page has stopped');
  }

  return {
    platform,
    address: () => `http://${hostInUrl(wildcards.has(host) ? 'localhost' : host)}:${boundPort()}`,

    async start(listings, desk) {
      const door = password === undefined ? undefined : createDoor({ password, now, createId });
      const app = createRoutes({
        host,
        port: boundPort,
        door,
        board,
        desk,
        listings,
        translations,
        log,
        openings,
        createId,
        stopping: stopping.signal,
      });
      server = createServer(getRequestListener(app.fetch));
      server.listen(port, host);
      try {
        await once(server, 'listening');
      } catch (error) {
        throw startProblem(error, host, port);
      }
    },

    async post(delivery) {
      requireOwn(delivery.channel);
      return board.put(delivery);
    },

    async edit(posted, message) {
      requireOwn(posted.channel);
      if (!board.replace(posted, message)) {
        throw new DeliveryError('the web page no longer shows this post', { reason: 'messageGone' });
      }
    },

    async stop() {
      stopping.abort();
      if (!server?.listening) return;
      const closed = once(server, 'close');
      server.close();
      const farewell = setTimeout(() => server?.closeAllConnections(), farewellMilliseconds);
      await closed;
      clearTimeout(farewell);
    },
  };
}

/** What the user can mend about a server that doesn't start; other errors as they are. */
function startProblem(error: unknown, host: string, port: number): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'EADDRINUSE':
      // As text: a port is not written with thousands separators.
      return new UserError('web.portInUse', { port: String(port) }, { cause: error });
    case 'EACCES':
      return new UserError('web.portForbidden', { port: String(port) }, { cause: error });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UserError('web.hostUnknown', { host }, { cause: error });
    default:
      return error;
  }
}
