import type { WebSocket } from 'ws';
import type { Json } from '../json.ts';
import type { Happening } from '../world/happenings.ts';
import type { Identify } from './identify.ts';

/** Numbers of what is said on the gateway (discord-api-docs, "Gateway Opcodes"). */
export const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  acknowledged: 11,
} as const;

interface Told {
  readonly sequence: number;
  readonly name: string;
  readonly data: Json;
}

/** A bot's session, which outlives its connections. */
export interface Session {
  readonly id: string;
  readonly identify: Identify;
  /** How many connections it was taken up on again. */
  resumed(): number;
  /** Tells an event, now or when the session is resumed. */
  tell(name: string, data: Json): void;
  /** Tells what happens, if the bot asked for such things. */
  hear(happening: Happening): void;
  /** Takes the session up on a new connection, with all that followed `sequence`. False where that never was. */
  resume(socket: WebSocket, sequence: number): boolean;
  /** Forgets the connection, so that events wait for the next. */
  disconnect(socket: WebSocket): void;
  /** The connection, while there is one. */
  socket(): WebSocket | undefined;
}

/** Begins a session on a connection. */
export function beginSession(id: string, identify: Identify, first: WebSocket): Session {
  const told: Told[] = [];
  let socket: WebSocket | undefined = first;
  let resumed = 0;
  const send = ({ sequence, name, data }: Told) =>
    socket?.send(JSON.stringify({ op: op.dispatch, s: sequence, t: name, d: data }));
  const tell = (name: string, data: Json) => {
    const event = { sequence: told.length + 1, name, data };
    told.push(event);
    send(event);
  };
  return {
    id,
    identify,
    resumed: () => resumed,
    tell,
    hear({ name, intent, tell: words }) {
      if (intent === 0 || (identify.intents & intent) !== 0) tell(name, words(identify.intents));
    },
    resume(next, sequence) {
      if (sequence > told.length) return false;
      socket = next;
      resumed += 1;
      for (const event of told.filter((event) => event.sequence > sequence)) send(event);
      tell('RESUMED', {});
      return true;
    },
    disconnect(gone) {
      if (socket === gone) socket = undefined;
    },
    socket: () => socket,
  };
}
