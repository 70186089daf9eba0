import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { portOf } from '../../../../sources/server.ts';
import { Refusal } from '../refusal.ts';
import type { RefusalName } from '../refusal.ts';
import type { Json } from '../json.ts';
import type { Violation } from '../violations.ts';
import { readBody, readBytes } from './body.ts';
import type { Body } from './body.ts';
import { createBuckets } from './buckets.ts';
import type { Fault, Faults } from './faults.ts';
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
  describe(method: string, path: string, body: unknown): readonly string[];
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
  const headersOf = createBuckets(parts.now);
  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      parts.note({
        kind: 'protocol',
        where: request.url ?? '',
        what: `The stand-in failed: ${String(error)}`,
      });
      send(response, 500, { message: String(error), code: 0 });
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const bytes = await readBytes(request);
    const path = url.pathname.startsWith(`${base}/`) ? url.pathname.slice(base.length) : url.pathname;
    const { found, known } = find(url.pathname.startsWith(`${base}/`) ? parts.routes : [], method, path);
    const where = `${method} ${path}`;
    const body: { read: Body } = { read: { json: undefined, files: [] } };

    const log = (status: number | undefined) =>
      parts.log({ method, path, route: found?.route.path, body: body.read.json, status });
    const answer = async (): Promise<Answer> => {
      try {
        if (found === undefined) {
          parts.note({ kind: 'route', where, what: 'There is no such route' });
          return refused(new Refusal(known ? 'notAllowed' : 'notFound'));
        }
        body.read = await readBody(bytes, request.headers['content-type'] ?? '');
        for (const what of parts.describe(method, path, body.read.json))
          parts.note({ kind: 'description', where, what });
        if (!found.route.open && request.headers.authorization !== `Bot ${parts.token}`) {
          parts.note({ kind: 'authorization', where, what: 'Not the token of the bot' });
          throw new Refusal('unauthorized');
        }
        return found.route.answer(asked(method, path, url.searchParams, body.read, found.params));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (avoidable.has(error.reason)) parts.note({ kind: 'form', where, what: error.message });
        return refused(error);
      }
    };

    const met = parts.faults.meet(method, path);
    if (met?.fault.kind === 'held') await met.released;
    const headers = headersOf(method, found?.route.path ?? '', path);
    const instead = met === undefined ? undefined : insteadOf(met.fault, headers);
    if (instead !== undefined) {
      log(instead.status);
      return send(response, instead.status, instead.body, instead.headers);
    }
    if (met?.fault.kind === 'dropped') {
      log(undefined);
      request.socket.destroy();
      return;
    }
    const { status, body: said } = await answer();
    log(met?.fault.kind === 'lost' ? undefined : status);
    if (met?.fault.kind === 'lost') request.socket.destroy();
    else send(response, status, said, headers);
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

function refused({ status, body }: Refusal): Answer {
  return { status, body };
}

function asked(
  method: string,
  path: string,
  query: URLSearchParams,
  { json, files }: Body,
  params: ReadonlyMap<string, string>,
): Asked {
  return {
    method,
    path,
    query,
    body: json,
    files,
    param(name) {
      const value = params.get(name);
      if (value === undefined) throw new Error(`${path} has no ${name}`);
      return value;
    },
  };
}

/** What is answered in place of doing anything. */
function insteadOf(fault: Fault, headers: Record<string, string>) {
  if (fault.kind === 'status')
    return { status: fault.status, body: { message: `${fault.status}: Server Error`, code: 0 }, headers: {} };
  if (fault.kind !== 'rate-limited') return undefined;
  const { retryAfter, global = false } = fault;
  const seconds = String(Math.max(1, Math.ceil(retryAfter)));
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: global
      ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global', 'retry-after': String(retryAfter) }
      : {
          ...headers,
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset-after': retryAfter.toFixed(3),
          'x-ratelimit-scope': 'user',
          'retry-after': retryAfter < 1 ? String(retryAfter) : seconds,
        },
  };
}

function send(
  response: ServerResponse,
  status: number,
  body?: Json,
  headers: Record<string, string> = {},
): void {
  const text = body === undefined ? undefined : JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    via: '1.1 google',
    ...(text === undefined ? {} : { 'content-type': 'application/json' }),
  });
  response.end(text);
}
