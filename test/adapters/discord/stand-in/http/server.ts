import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { portOf } from '../../../../sources/server.ts';
import { Refusal } from '../refusal.ts';
import type { RefusalName } from '../refusal.ts';
import type { Json } from '../json.ts';
import type { Described } from '../description.ts';
import type { Violation } from '../violations.ts';
import { readBody, readBytes } from './body.ts';
import type { Body } from './body.ts';
import { createBuckets } from './buckets.ts';
import type { Faults } from './faults.ts';
import { failure, insteadOf } from './instead.ts';
import { send, stall } from './send.ts';
import { find } from './routes.ts';
import type { Answer, Asked, Route } from './routes.ts';

/** A request that came in, and how it was answered; without a status where the connection was dropped. */
export interface Logged {
  readonly method: string;
  readonly path: string;
  /** The route it found: "/channels/:channel/messages". */
  readonly route: string | undefined;
  readonly body: unknown;
  readonly status: number | undefined;
  readonly answer: Json | undefined;
}

/** What the server needs. */
export interface ServerParts {
  readonly token: string;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  now(): number;
  /** Hears of each request when it has been answered. */
  log(request: Logged): void;
  note(violation: Violation): void;
  /** Says what is wrong with a request by Discord's own description. */
  describe(request: Described): readonly string[];
}

/** Discord's web server, listening on the loopback interface. */
export interface RestServer {
  readonly http: Server;
  readonly port: number;
  close(): Promise<void>;
}

const base = '/api/v10';

/** Refusals that a bot could have known of; others tell it something. */
const avoidable: ReadonlySet<RefusalName> = new Set([
  'invalidForm',
  'invalidJson',
  'emptyMessage',
  'alreadyAcknowledged',
  'invalidWebhookToken',
  'unknownWebhook',
  'wrongChannelType',
  'notATextChannel',
  'tooManyCommands',
]);

/** Starts to answer requests. */
export async function startRestServer(parts: ServerParts): Promise<RestServer> {
  const { note } = parts;
  const headersOf = createBuckets(parts.now);
  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // Whoever hung up has nothing to hear.
      if (request.destroyed && !request.complete) return;
      note({ kind: 'protocol', where: request.url ?? '', what: `The stand-in failed: ${String(error)}` });
      send(response, 500, { message: String(error), code: 0 }, {});
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isBelow = url.pathname.startsWith(`${base}/`);
    const path = isBelow ? url.pathname.slice(base.length) : url.pathname;
    const found = find(isBelow ? parts.routes : [], method, path);
    const read = await readBody(await readBytes(request), headers['content-type'] ?? '');
    const log = (status: number | undefined, answer?: Json) =>
      parts.log({ method, path, route: found.found?.route.path, body: read.json, status, answer });

    const met = parts.faults.meet(method, path);
    if (met?.fault.kind === 'held') await met.released;
    if (met?.fault.kind === 'dropped') {
      log(undefined);
      request.socket.destroy();
      return;
    }
    const limits = headersOf(method, found.found?.route.path ?? '', path);
    const instead = met === undefined ? undefined : insteadOf(met.fault, limits);
    if (instead !== undefined) {
      log(instead.status);
      return send(response, instead.status, instead.body, instead.headers);
    }
    const {
      status,
      body,
      headers: own = {},
    } = answer({ method, path, query: url.searchParams, read, found }, headers.authorization);
    const isLost = met?.fault.kind === 'lost';
    log(isLost ? undefined : status, body);
    if (isLost) request.socket.destroy();
    else if (met?.fault.kind === 'stalled') stall(response, status);
    else if (met?.fault.kind === 'failed') {
      const failed = failure(met.fault.status);
      send(response, failed.status, failed.body, failed.headers);
    } else send(response, status, body, { ...limits, ...own });
  }

  function answer(request: Read, authorization: string | undefined): Answer {
    const { method, path, query, read, found } = request;
    const where = `${method} ${path}`;
    try {
      if (found.found === undefined) {
        note({ kind: 'route', where, what: 'Discord has no such route, or it is not stood in for' });
        throw new Refusal(found.known ? 'notAllowed' : 'notFound');
      }
      const { route, params } = found.found;
      if (read.broken) throw new Refusal('invalidJson');
      for (const what of parts.describe({ method, path, query, body: read.json }))
        note({ kind: 'description', where, what });
      if (!route.open && authorization !== `Bot ${parts.token}`) {
        note({ kind: 'authorization', where, what: 'Not the token of the bot' });
        throw new Refusal('unauthorized');
      }
      return route.answer(asked(request, params));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (avoidable.has(error.reason)) note({ kind: 'form', where, what: error.message });
      return { status: error.status, body: error.body };
    }
  }

  return {
    http,
    port: portOf(http.address()),
    async close() {
      http.closeAllConnections();
      await new Promise((closed) => http.close(closed));
    },
  };
}

/** A request that has been read to its end. */
interface Read {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly read: Body;
  readonly found: ReturnType<typeof find>;
}

function asked({ method, path, query, read }: Read, params: ReadonlyMap<string, string>): Asked {
  return {
    method,
    path,
    query,
    body: read.json,
    files: read.files,
    param(name) {
      const value = params.get(name);
      if (value === undefined) throw new Error(`${path} has no ${name}`);
      return value;
    },
  };
}
