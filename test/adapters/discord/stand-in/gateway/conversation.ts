import * as v from 'valibot';
import type { WebSocket } from 'ws';
import { isObject } from '../json.ts';
import type { Json } from '../json.ts';
import type { Violation } from '../violations.ts';
import type { Happening } from '../world/happenings.ts';
import { identifyForm, objection, presenceForm, resumeForm } from './identify.ts';
import type { Identify, Presence, Privileged } from './identify.ts';
import { beginSession, op } from './session.ts';
import type { Session } from './session.ts';

/** What all connections to the gateway share. */
export interface Hall {
  readonly sessions: Map<string, Session>;
  readonly identified: Identify[];
  readonly presences: Presence[];
  /** Close codes for the connections that come next. */
  readonly refusals: number[];
  heartbeats: number;
}

/** What a conversation with a bot needs. */
export interface ConversationParts {
  readonly token: string;
  /** The privileged intents that the application may use. */
  readonly granted: readonly Privileged[];
  address(): string;
  nextId(): string;
  note(violation: Violation): void;
  /** What a bot is told first: READY's data without its session, and the events after it. */
  welcome(identify: Identify): {
    readonly ready: Record<string, Json>;
    readonly happenings: readonly Happening[];
  };
}

/** The session that a connection carries. */
export function sessionOn({ sessions }: Hall, socket: WebSocket): Session | undefined {
  return [...sessions.values()].find((session) => session.socket() === socket);
}

/** Takes in what a bot says on one connection. */
export function hear(parts: ConversationParts, hall: Hall, socket: WebSocket, text: string): void {
  const said = parse(text);
  if (!isObject(said)) return refuse(parts, socket, 4002, 'Error while decoding payload.');
  const { op: code, d: data } = said;
  if (code === op.heartbeat) {
    hall.heartbeats += 1;
    return say(socket, op.acknowledged, null);
  }
  const session = sessionOn(hall, socket);
  if (code === op.identify || code === op.resume) {
    const refusal = hall.refusals.shift();
    if (refusal !== undefined) socket.close(refusal);
    else if (session !== undefined) refuse(parts, socket, 4005, 'Already authenticated.');
    else if (code === op.identify) begin(parts, hall, socket, data);
    else resume(parts, hall, socket, data);
    return;
  }
  if (session === undefined) refuse(parts, socket, 4003, 'Not authenticated.');
  else if (code === op.presence) {
    const read = v.safeParse(presenceForm, data);
    if (read.success) hall.presences.push(read.output);
    else refuse(parts, socket, 4002, 'Error while decoding payload.');
  } else if (code !== op.members && code !== op.voice) refuse(parts, socket, 4001, 'Unknown opcode.');
}

function begin(parts: ConversationParts, hall: Hall, socket: WebSocket, data: unknown): void {
  const read = v.safeParse(identifyForm, data);
  const against = read.success
    ? objection(read.output, parts.token, parts.granted)
    : ([4002, 'Error while decoding payload.'] as const);
  if (against !== undefined) refuse(parts, socket, ...against);
  if (against !== undefined || !read.success) return;
  const identify = read.output;
  const session = beginSession(`session-${parts.nextId()}`, identify, socket);
  hall.sessions.set(session.id, session);
  hall.identified.push(identify);
  if (identify.presence) hall.presences.push(identify.presence);
  const { ready, happenings } = parts.welcome(identify);
  session.tell('READY', { ...ready, session_id: session.id, resume_gateway_url: parts.address() });
  for (const happening of happenings) session.hear(happening);
}

function resume(parts: ConversationParts, hall: Hall, socket: WebSocket, data: unknown): void {
  const read = v.safeParse(resumeForm, data);
  if (!read.success) refuse(parts, socket, 4002, 'Error while decoding payload.');
  else if (read.output.token !== parts.token) refuse(parts, socket, 4004, 'Authentication failed.');
  else {
    const session = hall.sessions.get(read.output.session_id);
    if (session === undefined) say(socket, op.invalidSession, false);
    else if (!session.resume(socket, read.output.seq)) refuse(parts, socket, 4007, 'Invalid seq.');
  }
}

/** Closes a connection because of what the bot did. */
export function refuse(
  parts: Pick<ConversationParts, 'note'>,
  socket: WebSocket,
  code: number,
  reason: string,
): void {
  parts.note({ kind: 'gateway', where: String(code), what: reason });
  socket.close(code, reason);
}

/** Says something that is no event. */
export function say(socket: WebSocket, op: number, d: Json): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
