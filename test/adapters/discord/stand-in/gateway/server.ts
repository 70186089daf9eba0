import type { Server } from 'node:http';
import * as v from 'valibot';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { isObject } from '../json.ts';
import type { Json } from '../json.ts';
import type { Notices } from '../notices.ts';
import type { Happening } from '../world/happenings.ts';
import type { Violation } from '../violations.ts';
import { identifyForm, objection, resumeForm } from './identify.ts';
import type { Identify, Privileged } from './identify.ts';
import { beginSession, op } from './session.ts';
import type { Session } from './session.ts';

/** Long enough not to matter to a test. */
const heartbeatInterval = 41_250;

/** Discord's gateway, as a test orders it about. */
export interface Gateway {
  /** What each session began with, in order. */
  readonly identified: readonly Identify[];
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
  /** Answers the next `times` connections with this code as soon as they identify or resume. */
  refuseNext(code: number, times?: number): void;
}

/** What the gateway needs. */
export interface GatewayParts {
  readonly http: Server;
  readonly token: string;
  readonly granted: readonly Privileged[];
  readonly notices: Notices;
  address(): string;
  nextId(): string;
  note(violation: Violation): void;
  /** What a bot is told first: READY's data without its session, and the events after it. */
  welcome(identify: Identify): {
    readonly ready: Record<string, Json>;
    readonly happenings: readonly Happening[];
  };
}

/** Opens the gateway on a server. */
export function openGateway(parts: GatewayParts): Gateway {
  const { http, token, notices } = parts;
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const identified: Identify[] = [];
  const refusals: number[] = [];
  let heartbeats = 0;

  http.on('upgrade', (request, socket, head) => {
    const { searchParams } = new URL(request.url ?? '/', 'ws://127.0.0.1');
    sockets.handleUpgrade(request, socket, head, (socket) => {
      if (searchParams.get('v') !== '10') return refuse(socket, 4012, 'Invalid API version.');
      if (searchParams.get('encoding') !== 'json' || searchParams.has('compress'))
        return refuse(socket, 4002, 'The stand-in speaks JSON without compression.');
      receive(socket);
    });
  });
  const ready = () => [...sessions.values()].filter((session) => session.socket() !== undefined);
  const connections = () => ready().flatMap((session) => session.socket() ?? []);

  function refuse(socket: WebSocket, code: number, reason: string): void {
    parts.note({ kind: 'gateway', where: String(code), what: reason });
    socket.close(code, reason);
  }

  function receive(socket: WebSocket): void {
    let session: Session | undefined;
    say(socket, op.hello, { heartbeat_interval: heartbeatInterval });
    socket.on('message', (data) => {
      session = hear(socket, session, String(data));
      notices.tell();
    });
    socket.on('close', (code) => {
      session?.disconnect(socket);
      // A bot that goes with one of these has ended its session.
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id);
      notices.tell();
    });
  }

  function hear(socket: WebSocket, session: Session | undefined, text: string): Session | undefined {
    const said = parse(text);
    if (!isObject(said)) {
      refuse(socket, 4002, 'Error while decoding payload.');
      return session;
    }
    if (said['op'] === op.heartbeat) {
      heartbeats += 1;
      say(socket, op.acknowledged, null);
      return session;
    }
    const refusal = said['op'] === op.identify || said['op'] === op.resume ? refusals.shift() : undefined;
    if (refusal !== undefined) {
      socket.close(refusal);
      return session;
    }
    if (said['op'] === op.identify) return identify(socket, session, said['d']);
    if (said['op'] === op.resume) return resume(socket, session, said['d']);
    if (session === undefined) refuse(socket, 4003, 'Not authenticated.');
    else if (said['op'] !== op.presence && said['op'] !== op.members && said['op'] !== op.voice)
      refuse(socket, 4001, 'Unknown opcode.');
    return session;
  }

  function identify(socket: WebSocket, session: Session | undefined, data: unknown): Session | undefined {
    const read = v.safeParse(identifyForm, data);
    const [code, reason] = read.success
      ? (objection(read.output, token, parts.granted) ?? [])
      : [4002, 'Error while decoding payload.'];
    if (session !== undefined) refuse(socket, 4005, 'Already authenticated.');
    else if (code !== undefined) refuse(socket, code, reason ?? '');
    if (session !== undefined || code !== undefined || !read.success) return session;
    const begun = beginSession(`session-${parts.nextId()}`, read.output, socket);
    sessions.set(begun.id, begun);
    identified.push(read.output);
    const { ready, happenings } = parts.welcome(read.output);
    begun.tell('READY', { ...ready, session_id: begun.id, resume_gateway_url: parts.address() });
    for (const happening of happenings) begun.hear(happening);
    return begun;
  }

  function resume(socket: WebSocket, session: Session | undefined, data: unknown): Session | undefined {
    const read = v.safeParse(resumeForm, data);
    if (session !== undefined) refuse(socket, 4005, 'Already authenticated.');
    else if (!read.success) refuse(socket, 4002, 'Error while decoding payload.');
    else if (read.output.token !== token) refuse(socket, 4004, 'Authentication failed.');
    else {
      const known = sessions.get(read.output.session_id);
      if (known === undefined) say(socket, op.invalidSession, false);
      else if (known.resume(socket, read.output.seq)) return known;
      else refuse(socket, 4007, 'Invalid seq.');
    }
    return session;
  }

  return {
    identified,
    resumed: () => [...sessions.values()].reduce((sum, session) => sum + session.resumed(), 0),
    connected: () => ready().length,
    heartbeats: () => heartbeats,
    announce(happening) {
      for (const session of sessions.values()) session.hear(happening);
    },
    reconnect() {
      for (const socket of connections()) say(socket, op.reconnect, null);
    },
    invalidate(kind) {
      const told = connections();
      if (kind === 'lost') sessions.clear();
      for (const socket of told) say(socket, op.invalidSession, kind === 'resumable');
    },
    askForHeartbeat() {
      for (const socket of connections()) say(socket, op.heartbeat, null);
    },
    disconnect(code, reason) {
      for (const socket of connections()) socket.close(code, reason);
    },
    drop() {
      for (const session of ready()) {
        const socket = session.socket();
        if (socket === undefined) continue;
        // At once, so that what happens from now on waits for the next connection.
        session.disconnect(socket);
        socket.terminate();
      }
    },
    refuseNext(code, times = 1) {
      refusals.push(...Array.from({ length: times }, () => code));
    },
  };
}

function say(socket: WebSocket, op: number, d: Json): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
