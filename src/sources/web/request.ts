import type { Readable } from 'node:stream';
import { Client } from 'undici';
import { UserError } from '../../errors.ts';
import type { Fields } from './fields.ts';
import type { Guard } from './guard.ts';

/** One question to one server. */
export interface Request {
  /** Without a fragment. */
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly guard: Guard;
  /** Ends everything at once, the connection itself included. */
  readonly signal: AbortSignal;
  /** Called when there is a connection, and the server has it to begin its answer. */
  readonly connected: () => void;
}

/** The beginning of an answer; its body is read or dropped. */
export interface Answer {
  readonly status: number;
  readonly fields: Fields;
  readonly body: Readable;
}

/** Answers before the answer (1xx) that a server may give: RFC 9110 sets no limit, and a hostile one never comes to an end. */
const mostInterim = 20;

/** Milliseconds until the next of a name's addresses is tried; Node's own 250 lose servers that are far away. */
const attempt = 1_000;

/**
 * Asks on a connection of its own, which is closed when `receive` is done with the answer: nothing is shared between two
 * questions, and a server that sends more than was asked for reaches nobody. Time is for the caller to limit.
 */
export async function request<value>(
  { url, method, headers, body, guard, signal, connected }: Request,
  receive: (answer: Answer) => Promise<value>,
): Promise<value> {
  const client = new Client(url.origin, {
    connect: { lookup: guard.lookup, signal, timeout: 0, autoSelectFamilyAttemptTimeout: attempt },
    allowH2: false,
    pipelining: 0,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 65_536,
  });
  client.once('connect', connected);
  let interim = 0;
  try {
    const answer = await client.request({
      path: url.href.slice(url.origin.length),
      method,
      headers,
      signal,
      onInfo() {
        interim += 1;
        if (interim > mostInterim) throw new UserError('sources.badAnswer');
      },
      ...(body !== undefined && { body }),
    });
    return await receive({ status: answer.statusCode, fields: answer.headers, body: answer.body });
  } finally {
    await client.destroy();
  }
}
