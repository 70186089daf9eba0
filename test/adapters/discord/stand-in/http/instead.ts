import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Fault } from './faults.ts';

/** What is answered in place of doing anything. */
export interface Instead {
  readonly status: number;
  /** JSON, or a page of HTML as a proxy in between would send it. */
  readonly body: Json | { readonly html: string };
  readonly headers: Readonly<Record<string, string>>;
}

/** What a fault answers, if it answers anything. @param headers those of an answer without a fault */
export function insteadOf(fault: Fault, headers: Readonly<Record<string, string>>): Instead | undefined {
  switch (fault.kind) {
    case 'status':
      return failure(fault.status);
    case 'refused': {
      const { status, body } = new Refusal(fault.reason);
      return { status, body, headers };
    }
    case 'rate-limited':
      return limited(fault.retryAfter, fault.global ?? false, headers);
    case 'dropped':
    case 'lost':
    case 'failed':
    case 'stalled':
    case 'held':
      return undefined;
  }
}

/** An error of Discord's, or of a server in between. */
export function failure(status: 500 | 502 | 503 | 504): Instead {
  const words = `${status}: Server Error`;
  const html = `<html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`;
  return { status, body: status === 500 ? { message: words, code: 0 } : { html }, headers: {} };
}

function limited(seconds: number, global: boolean, headers: Readonly<Record<string, string>>): Instead {
  const body = { message: 'You are being rate limited.', retry_after: seconds, global };
  const own = global
    ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }
    : {
        ...headers,
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset-after': seconds.toFixed(3),
        'x-ratelimit-scope': 'user',
      };
  return { status: 429, body, headers: { ...own, 'retry-after': String(seconds) } };
}
