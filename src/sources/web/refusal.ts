import { UserError } from '../../errors.ts';
import type { TextKey } from '../../texts.ts';
import { type Fields } from './fields.ts';
import { retryAfter } from './freshness.ts';

/** What a server said no with. Shown to people as its key says. */
export class FetchError extends UserError {
  /** Of the answer, as HTTP counts them. */
  readonly status: number;
  /** Milliseconds the server wants to be left alone for, where it says so. */
  readonly retryAfter: number | undefined;

  constructor(key: TextKey, status: number, retryAfter?: number) {
    super(key, { status });
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

const reasons: ReadonlyMap<number, TextKey> = new Map<number, TextKey>([
  [401, 'sources.forbidden'],
  [402, 'sources.forbidden'],
  [403, 'sources.forbidden'],
  [404, 'sources.missing'],
  [410, 'sources.gone'],
  [429, 'sources.busy'],
  [451, 'sources.forbidden'],
]);

/** The error that an answer without a document is. */
export function refusal(status: number, fields: Fields, now: number): FetchError {
  const key = reasons.get(status) ?? (status >= 500 ? 'sources.serverFault' : 'sources.badAnswer');
  return new FetchError(key, status, retryAfter(fields, now));
}
