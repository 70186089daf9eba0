import type { JsonObject } from '../../discord/stand-in/json.ts';
import type { Answered, Endpoint } from './endpoint.ts';
import { Refusal } from './refusal.ts';
import type { Acknowledgement } from './world/calls.ts';

/** Something for the bot. */
export interface Parcel {
  /** An event's id, or a call's. */
  readonly id: string;
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  /** "message.channels", "/kiosk", "block_actions" */
  readonly name: string;
  readonly payload: JsonObject;
  /** Takes what came with the acknowledgement. */
  settle(acknowledgement: Acknowledgement): void;
  /** Hears that nobody was there or that the answer was no. */
  fail(why: string): void;
}

/** What became of something for the bot. */
export interface Delivered {
  readonly id: string;
  readonly type: Parcel['type'];
  readonly name: string;
  readonly payload: JsonObject;
  /** When it was tried, and why again: "http_timeout", "http_error", "timeout". */
  readonly attempts: readonly { readonly at: number; readonly reason: string | undefined }[];
  readonly acknowledged: Acknowledgement | undefined;
  /** Whether the bot asked not to be told again. */
  readonly final: boolean;
}

/** Where something goes over HTTP, and as what. */
export function addressed(parcel: Parcel, to: Endpoint) {
  const { payload } = parcel;
  if (parcel.type === 'events_api') return { url: to.events, body: payload };
  if (parcel.type === 'interactive')
    return { url: to.interactivity, body: new URLSearchParams({ payload: JSON.stringify(payload) }) };
  const fields = Object.entries(payload).map(([key, value]) => [key, String(value)]);
  return { url: to.commands, body: new URLSearchParams(Object.fromEntries(fields)) };
}

/** What came with an acknowledgement over HTTP. @throws {Refusal} where it means nothing */
export function payloadOf({ type }: Parcel, { text, json }: Answered): JsonObject | undefined {
  if (text === '' || type === 'events_api') return undefined;
  if (json !== undefined) return Object.keys(json).length === 0 ? undefined : json;
  if (type === 'slash_commands') return { text };
  throw new Refusal('invalid_response', [text.slice(0, 100)]);
}
