import type { JsonObject } from '../../../discord/stand-in/json.ts';
import { Refusal } from '../refusal.ts';
import type { Fault } from './faults.ts';

/** What is answered. */
export interface Answer {
  readonly status: number;
  /** JSON, or text as it is. */
  readonly body: JsonObject | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Says no in JSON, as most of Slack does: with status 200. */
export function refusal(error: Refusal): Answer {
  return { status: 200, body: error.body };
}

/** What a fault answers, if it answers anything. */
export function insteadOf(fault: Fault): Answer | undefined {
  switch (fault.kind) {
    case 'status':
      return failure(fault.status);
    case 'refused':
      return refusal(new Refusal(fault.error));
    case 'rate-limited':
      return limited(fault.retryAfter);
    case 'dropped':
    case 'lost':
    case 'failed':
    case 'stalled':
    case 'held':
      return undefined;
  }
}

/** An error of Slack's, or of a server in between. */
export function failure(status: number): Answer {
  return { status, body: `<html><body>${status} Server Error</body></html>` };
}

/** Says how many seconds to wait. */
export function limited(seconds: number): Answer {
  const body = { ok: false, error: 'ratelimited' };
  return { status: 429, body, headers: { 'retry-after': String(seconds) } };
}
