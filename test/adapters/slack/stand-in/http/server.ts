import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { portOf } from '../../../../sources/server.ts';
import { readBytes } from '../../../discord/stand-in/http/body.ts';
import { stall } from '../../../discord/stand-in/http/send.ts';
import type { JsonObject } from '../../../discord/stand-in/json.ts';
import { Refusal } from '../refusal.ts';
import type { Violation } from '../violations.ts';
import { readArguments, readJson } from './body.ts';
import type { Arguments } from './body.ts';
import { tokenOf } from './callers.ts';
import type { Faults } from './faults.ts';
import { failure, insteadOf, limited, refusal } from './instead.ts';
import type { Answer } from './instead.ts';
import { TooFast } from './pace.ts';

/** A request that came in, and how it was answered; without a status where the connection was dropped. */
export interface Logged {
  /** "chat.postMessage", "response_url" or "oauth/v2/authorize" */
  readonly method: string;
  /** With which it was asked; empty where there was none. */
  readonly token: string;
  readonly args: Arguments;
  readonly status: number | undefined;
  readonly answer: JsonObject | string | undefined;
}

/** What the server needs. */
export interface ServerParts {
  readonly faults: Faults;
  /** Answers a method. @throws {Refusal} */
  call(method: string, args: Arguments, authorization: string | undefined): Answer;
  /** Takes what is sent to a response_url. @throws {Refusal} */
  respond(callId: string, args: Arguments): void;
  /** Where to send somebody who agrees to an installation. @throws {Refusal} */
  authorize(query: URLSearchParams): string;
  log(request: Logged): void;
  note(violation: Violation): void;
}

/** Slack's web server, listening on the loopback interface. */
export interface WebServer {
  readonly http: Server;
  readonly port: number;
  close(): Promise<void>;
}

/** Starts to answer requests. */
export async function startWebServer(parts: ServerParts): Promise<WebServer> {
  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // Whoever hung up has nothing to hear.
      if (request.destroyed && !request.complete) return;
      parts.note({
        kind: 'protocol',
        where: request.url ?? '',
        what: `The stand-in failed: ${String(error)}`,
      });
      send(response, { status: 500, body: String(error) });
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const text = (await readBytes(request)).toString();
    const [, place = '', name = ''] = /^\/(api|response|oauth)\/(.+)$/.exec(url.pathname) ?? [];
    const method = { api: name, response: 'response_url', oauth: `oauth/${name}` }[place] ?? url.pathname;
    const met = parts.faults.meet(method);
    if (met?.fault.kind === 'held') await met.released;
    if (met?.fault.kind === 'dropped') {
      const token = tokenOf(request.headers.authorization, {});
      parts.log({ method, token, args: {}, status: undefined, answer: undefined });
      request.socket.destroy();
      return;
    }
    const instead = met === undefined ? undefined : insteadOf(met.fault);
    const { args, answer } =
      instead === undefined
        ? answerTo({ method, place, name, text, query: url.searchParams }, request.headers)
        : { args: {}, answer: instead };
    const isLost = met?.fault.kind === 'lost';
    const token = tokenOf(request.headers.authorization, args);
    parts.log({ method, token, args, status: isLost ? undefined : answer.status, answer: answer.body });
    if (isLost) request.socket.destroy();
    else if (met?.fault.kind === 'stalled') stall(response, answer.status);
    else send(response, met?.fault.kind === 'failed' ? failure(met.fault.status) : answer);
  }

  function answerTo(request: Read, headers: IncomingMessage['headers']) {
    let args: Arguments = {};
    try {
      const { method, place, name, text, query } = request;
      const { 'content-type': type = '', authorization } = headers;
      if (place === 'oauth') {
        const location = parts.authorize(query);
        return { args, answer: { status: 302, body: '', headers: { location } } };
      }
      if (place === 'response') {
        args = readJson(text);
        parts.respond(name, args);
        return { args, answer: { status: 200, body: 'ok' } };
      }
      if (place !== 'api') throw new Refusal('unknown_method', [], { req_method: method });
      args = { ...Object.fromEntries(query), ...readArguments(text, type) };
      return { args, answer: parts.call(method, args, authorization) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error instanceof TooFast) return { args, answer: limited(error.seconds) };
      if (error.avoidable) parts.note({ kind: kindOf(error), where: request.method, what: error.message });
      // A response_url says no in its status, too.
      const status = request.place === 'response' ? (error.error.endsWith('_url') ? 404 : 400) : 200;
      return { args, answer: { ...refusal(error), status } };
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
  readonly place: string;
  readonly name: string;
  readonly text: string;
  readonly query: URLSearchParams;
}

function kindOf({ error }: Refusal): Violation['kind'] {
  if (error === 'unknown_method') return 'method';
  return ['not_authed', 'not_allowed_token_type', 'missing_scope'].includes(error) ? 'authorization' : 'form';
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isText = typeof body === 'string';
  const type = isText ? (body.startsWith('<') ? 'text/html' : 'text/plain') : 'application/json';
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
