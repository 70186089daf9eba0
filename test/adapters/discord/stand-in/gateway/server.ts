import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Notices } from '../notices.ts';
import type { Happening } from '../world/happenings.ts';
import { hear, refuse, say, sessionOn } from './conversation.ts';
import type { ConversationParts, Hall } from './conversation.ts';
import type { Identify, Presence } from './identify.ts';
import { op } from './session.ts';
import type { Session } from './session.ts';

/** Long enough not to matter to a test. */
const heartbeatInterval = 41_250;

/** Discord's gateway, as a test orders it about. */
export interface Gateway {
  /** Where it listens. */
  readonly address: string;
  /** What each session began with, in order. */
  readonly identified: readonly Identify[];
  /** What bots said of themselves, in order. */
  readonly presences: readonly Presence[];
  /** How often sessions were taken up again. */
  resumed(): number;
  /** How many bots are connected and ready. */
  connected(): number;
  /** How many heartbeats came. */
  heartbeats(): number;
  /** Tells what happens to every session that asked for such things. */
  announce(happening: Happening): void;
  /** Asks every bot to connect again (7). */
  reconnect(): void;
  /** Says that the session is no good (9). @param kind "lost" ends it, "resumable" may be taken up again */
  invalidate(kind: 'resumable' | 'lost'): void;
  /** Asks for a heartbeat at once (1). */
  askForHeartbeat(): void;
  /** Closes every connection with a code of Discord's. */
  disconnect(code: number, reason?: string): void;
  /** Breaks every connection without a word. */
  drop(): void;
  /** Forgets sessions that nobody is connected with, as Discord does after a while. */
  forget(): void;
  /** Closes the next `times` connections with this code as soon as they identify or resume. */
  refuseNext(code: number, times?: number): void;
}

/** What the gateway needs. */
export interface GatewayParts extends ConversationParts {
  readonly http: Server;
  readonly notices: Notices;
}

/** Opens the gateway on a server. */
export function openGateway(parts: GatewayParts): Gateway {
  const { http, notices } = parts;
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const hall: Hall = { sessions, identified: [], presences: [], refusals: [], heartbeats: 0 };

  http.on('upgrade', (request, stream, head) => {
    const { searchParams } = new URL(request.url ?? '/', 'ws://127.0.0.1');
    sockets.handleUpgrade(request, stream, head, (socket) => {
      if (searchParams.get('v') !== '10') refuse(parts, socket, 4012, 'Invalid API version.');
      else if (searchParams.get('encoding') !== 'json' || searchParams.has('compress'))
        refuse(parts, socket, 4002, 'The stand-in speaks JSON without compression.');
      else receive(socket);
    });
  });
  const ready = () => [...sessions.values()].filter((session) => session.socket() !== undefined);
  const connections = () => ready().flatMap((session) => session.socket() ?? []);

  function receive(socket: WebSocket): void {
    say(socket, op.hello, { heartbeat_interval: heartbeatInterval });
    socket.on('message', (data) => {
      hear(parts, hall, socket, String(data));
      notices.tell();
    });
    socket.on('close', (code) => {
      const session = sessionOn(hall, socket);
      session?.disconnect(socket);
      // A bot that goes with one of these has ended its session.
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id);
      notices.tell();
    });
  }

  return {
    address: parts.address(),
    identified: hall.identified,
    presences: hall.presences,
    resumed: () => [...sessions.values()].reduce((sum, session) => sum + session.resumed(), 0),
    connected: () => ready().length,
    heartbeats: () => hall.heartbeats,
    announce(happening) {
      for (const session of sessions.values()) session.hear(happening);
    },
    reconnect() {
      for (const socket of connections()) say(socket, op.reconnect, null);
    },
    invalidate(kind) {
      const told = connections();
      for (const session of ready()) session.disconnect(session.socket());
      if (kind === 'lost') sessions.clear();
      for (const socket of told) say(socket, op.invalidSession, kind === 'resumable');
    },
    askForHeartbeat() {
      for (const socket of connections()) say(socket, op.heartbeat, null);
    },
    disconnect(code, reason) {
      for (const session of ready()) {
        session.socket()?.close(code, reason);
        session.disconnect(session.socket());
      }
    },
    drop() {
      for (const session of ready()) {
        const socket = session.socket();
        // At once, so that what happens from now on waits for the next connection.
        session.disconnect(socket);
        socket?.terminate();
      }
    },
    forget() {
      for (const { id, socket } of sessions.values()) if (socket() === undefined) sessions.delete(id);
    },
    refuseNext(code, times = 1) {
      hall.refusals.push(...Array.from({ length: times }, () => code));
    },
  };
}
