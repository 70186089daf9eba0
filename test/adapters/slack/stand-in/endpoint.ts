import { createHmac } from 'node:crypto';
import { isObject } from '../../discord/stand-in/json.ts';
import type { JsonObject } from '../../discord/stand-in/json.ts';
import { objectOf } from './socket/server.ts';

/** Where a bot listens over HTTP; all of them may be one address. */
export interface Endpoint {
  readonly events: string;
  readonly commands: string;
  readonly interactivity: string;
}

/** What may be different about a request to the bot. */
export interface Sending {
  /** The signature in place of the right one. */
  readonly signature?: string;
  /** The secret to sign with in place of the right one. */
  readonly secret?: string;
  /** Seconds since 1970 at which it says it was sent. */
  readonly timestamp?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a bot answered over HTTP. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly json: JsonObject | undefined;
  readonly headers: Headers;
}

/** Knocks at addresses as Slack does: signed (docs.slack.dev/authentication/verifying-requests-from-slack). */
export interface Signer {
  /** @param body JSON, or a form as text. */
  send(url: string, body: JsonObject | URLSearchParams, sending?: Sending): Promise<Answered>;
}

/** Signs with the app's secret. @param now milliseconds since 1970 by the bot's clock, which refuses old requests */
export function createSigner(signingSecret: string, now: () => number): Signer {
  return {
    async send(url, body, { signature, secret = signingSecret, timestamp, headers = {} } = {}) {
      const text = body instanceof URLSearchParams ? body.toString() : JSON.stringify(body);
      const at = String(timestamp ?? Math.floor(now() / 1000));
      const signed = createHmac('sha256', secret).update(`v0:${at}:${text}`).digest('hex');
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type':
            body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : 'application/json',
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': at,
          'x-slack-signature': signature ?? `v0=${signed}`,
          ...headers,
        },
        body: text,
      });
      const answer = await response.text();
      return { status: response.status, text: answer, json: parse(answer), headers: response.headers };
    },
  };
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? objectOf(value) : undefined;
  } catch {
    return undefined;
  }
}
