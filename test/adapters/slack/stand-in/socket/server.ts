import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { isObject, plain } from '../../../discord/stand-in/json.ts';
import type { JsonObject } from '../../../discord/stand-in/json.ts';
import type { Notices } from '../../../discord/stand-in/notices.ts';
import type { Violation } from '../violations.ts';

/** Socket Mode, as a test orders it about. */
export interface Socket {
  /** How many connections are open. */
  connected(): number;
  /** How many connections there have been. */
  opened(): number;
  /** Asks the bot to connect again, as Slack does before it takes a machine away. */
  refresh(reason?: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Ends every connection without a word. */
  drop(): void;
}

/** Socket Mode from within. */
export interface SocketServer extends Socket {
  /** Gives out an address that is good for one connection. */
  ticket(): string;
  /** Sends an envelope over one of the connections; false where there is none. */
  send(envelope: JsonObject): boolean;
  close(): void;
}

/** Opens Socket Mode on a web server. */
export function openSocket(parts: {
  readonly http: Server;
  readonly appId: string;
  readonly notices: Notices;
  address(): string;
  note(violation: Violation): void;
  acknowledge(envelopeId: string, payload: JsonObject | undefined): void;
}): SocketServer {
  const { http, notices, note } = parts;
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections: WebSocket[] = [];
  let opened = 0;
  let sent = 0;
  let given = 0;

  http.on('upgrade', (request, stream, head) => {
    const ticket = new URL(request.url ?? '', 'ws://127.0.0.1').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) {
      note({ kind: 'socket', where: 'connection', what: 'An address that is used up or unknown' });
      stream.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return;
    }
    server.handleUpgrade(request, stream, head, welcome);
  });

  function welcome(socket: WebSocket): void {
    opened += 1;
    connections.push(socket);
    socket.on('message', (data) => hear(String(data)));
    socket.on('close', () => {
      connections.splice(connections.indexOf(socket), 1);
      notices.tell();
    });
    say(socket, {
      type: 'hello',
      num_connections: connections.length,
      debug_info: { host: 'applink-stand-in', approximate_connection_time: 18_060 },
      connection_info: { app_id: parts.appId },
    });
    notices.tell();
  }

  function hear(text: string): void {
    const said = parse(text);
    const id = said?.['envelope_id'];
    if (said === undefined || typeof id !== 'string') {
      note({ kind: 'socket', where: 'acknowledgement', what: `No envelope is named: ${text.slice(0, 100)}` });
      return;
    }
    const payload = said['payload'];
    const isEmpty = !isObject(payload) || Object.keys(payload).length === 0;
    parts.acknowledge(id, isEmpty ? undefined : objectOf(payload));
  }

  return {
    connected: () => connections.length,
    opened: () => opened,
    ticket() {
      given += 1;
      const ticket = `ticket-${given}`;
      tickets.add(ticket);
      return `${parts.address()}?ticket=${ticket}&app_id=${parts.appId}`;
    },
    send(envelope) {
      // Slack spreads envelopes over the connections there are.
      const open = connections.filter(({ readyState }) => readyState === 1);
      const socket = open[sent % Math.max(1, open.length)];
      if (socket === undefined) return false;
      sent += 1;
      say(socket, envelope);
      return true;
    },
    refresh(reason = 'refresh_requested') {
      for (const socket of connections) {
        say(socket, { type: 'disconnect', reason, debug_info: { host: 'applink-stand-in' } });
        if (reason === 'link_disabled') socket.close();
      }
    },
    drop() {
      for (const socket of connections) socket.terminate();
    },
    close() {
      for (const socket of connections) socket.terminate();
      server.close();
    },
  };
}

function say(socket: WebSocket, message: JsonObject): void {
  socket.send(JSON.stringify(message));
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return isObject(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

/** An object as JSON holds it. */
export function objectOf(value: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
