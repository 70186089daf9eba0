import type { JsonObject } from '../../discord/stand-in/json.ts';
import type { Endpoint, Signer } from './endpoint.ts';
import { addressed, payloadOf } from './parcel.ts';
import type { Delivered, Parcel } from './parcel.ts';
import { Refusal } from './refusal.ts';
import type { Violation } from './violations.ts';

/** How long Slack waits, in milliseconds, and how often it tries again. */
const patience = 3000;
const mostRetries = 3;

/** Brings things to the bot: over Socket Mode, or over HTTP once it has an endpoint. */
export interface Delivery {
  send(parcel: Parcel): void;
  /** Takes these addresses from now on, if the one for events answers a challenge. */
  setEndpoint(endpoint: Endpoint | string): Promise<void>;
  /** Where things are brought over HTTP. */
  endpoint(): Endpoint | undefined;
  /** Takes what a socket says. */
  acknowledge(envelopeId: string, payload: JsonObject | undefined): void;
  /** Everything, as it stands. */
  all(): readonly Delivered[];
  /** Sends what was not acknowledged in time once more, or one thing whatever became of it; says how many. */
  again(id?: string): number;
  /** Settles when every request over HTTP has been answered. */
  settled(): Promise<void>;
}

interface Entry {
  readonly parcel: Parcel;
  delivered: Delivered;
}

/** Begins with Socket Mode. */
export function createDelivery(parts: {
  readonly signer: Signer;
  now(): number;
  socket(envelope: JsonObject): boolean;
  note(violation: Violation): void;
  changed(): void;
}): Delivery {
  const { signer, now, note } = parts;
  const entries = new Map<string, Entry>();
  const envelopes = new Map<string, { readonly entry: Entry; readonly at: number; done: boolean }>();
  const underway = new Set<Promise<void>>();
  let endpoint: Endpoint | undefined;

  function bring(entry: Entry, reason?: string): void {
    const { parcel } = entry;
    const retry = entry.delivered.attempts.length;
    const attempts = [...entry.delivered.attempts, { at: now(), reason }];
    entry.delivered = { ...entry.delivered, attempts };
    parts.changed();
    if (endpoint !== undefined) {
      const asked = knock(entry, endpoint, retry, reason).finally(() => underway.delete(asked));
      underway.add(asked);
      return;
    }
    const id = `envelope-${parcel.id}-${retry}`;
    envelopes.set(id, { entry, at: now(), done: false });
    const envelope = {
      envelope_id: id,
      type: parcel.type,
      payload: parcel.payload,
      accepts_response_payload: parcel.type !== 'events_api',
      ...(parcel.type === 'events_api' ? { retry_attempt: retry, retry_reason: reason ?? '' } : {}),
    };
    if (!parts.socket(envelope)) parcel.fail('dispatch_failed');
  }

  async function knock(entry: Entry, to: Endpoint, retry: number, reason: string | undefined): Promise<void> {
    const { parcel } = entry;
    const at = now();
    const retried =
      retry === 0
        ? {}
        : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason ?? 'http_error' };
    const { url, body } = addressed(parcel, to);
    try {
      const answer = await signer.send(url, body, { headers: retried });
      if (answer.headers.get('x-slack-no-retry') === '1')
        entry.delivered = { ...entry.delivered, final: true };
      if (answer.status !== 200) parcel.fail(`http_status_${answer.status}`);
      else settle(entry, at, payloadOf(parcel, answer));
    } catch (error) {
      if (error instanceof Refusal) note({ kind: 'endpoint', where: parcel.name, what: error.message });
      parcel.fail('dispatch_failed');
    }
    parts.changed();
  }

  function settle(entry: Entry, sentAt: number, payload: JsonObject | undefined): void {
    const acknowledged = { at: now(), late: now() - sentAt > patience, payload };
    entry.delivered = { ...entry.delivered, acknowledged };
    try {
      entry.parcel.settle(acknowledged);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      note({ kind: 'form', where: entry.parcel.name, what: error.message });
      entry.parcel.fail(error.error);
    }
    parts.changed();
  }

  const isDue = ({ acknowledged, attempts, final, type }: Delivered): boolean =>
    type === 'events_api' &&
    !final &&
    (acknowledged === undefined || acknowledged.late) &&
    attempts.length <= mostRetries &&
    now() - (attempts.at(-1)?.at ?? 0) >= patience;

  return {
    send(parcel) {
      const { id, type, name, payload } = parcel;
      const delivered: Delivered = {
        id,
        type,
        name,
        payload,
        attempts: [],
        acknowledged: undefined,
        final: false,
      };
      const entry = { parcel, delivered };
      entries.set(id, entry);
      bring(entry);
    },
    async setEndpoint(to) {
      const wanted = typeof to === 'string' ? { events: to, commands: to, interactivity: to } : to;
      const challenge = 'is this you';
      const body = { token: 'verification-token', challenge, type: 'url_verification' };
      const answer = await signer.send(wanted.events, body);
      if (answer.status !== 200 || (answer.json?.['challenge'] ?? answer.text) !== challenge)
        throw new Error(`${wanted.events} does not answer the challenge: ${answer.status} ${answer.text}`);
      const forged = await signer.send(wanted.events, body, { secret: 'a forged secret' });
      if (forged.status < 400)
        note({ kind: 'endpoint', where: wanted.events, what: 'A forged signature is taken' });
      endpoint = wanted;
    },
    endpoint: () => endpoint,
    acknowledge(envelopeId, payload) {
      const envelope = envelopes.get(envelopeId);
      const refuse = (what: string) => note({ kind: 'socket', where: envelopeId, what });
      if (envelope === undefined) return void refuse('There is no such envelope');
      if (envelope.done) return void refuse('It is acknowledged twice');
      envelope.done = true;
      if (envelope.entry.parcel.type === 'events_api' && payload !== undefined)
        refuse('An event takes no payload with its acknowledgement');
      settle(envelope.entry, envelope.at, payload);
    },
    all: () => [...entries.values()].map(({ delivered }) => delivered),
    again(id) {
      const chosen = [...entries.values()].filter(({ delivered }) =>
        id === undefined ? isDue(delivered) : delivered.id === id,
      );
      for (const entry of chosen) bring(entry, endpoint === undefined ? 'timeout' : 'http_timeout');
      return chosen.length;
    },
    async settled() {
      await Promise.allSettled(underway);
    },
  };
}
