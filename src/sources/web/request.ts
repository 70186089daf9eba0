import type { Readable } from 'node:stream';
import { Client } from 'undici';
import type { Fields } from './fields.ts';
import type { Guard } from './guard.ts';

/** One question to one server. */
export interface Request {
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

/**
 * Asks on a connection of its own, which is closed when `receive` is done with the answer: nothing is shared between two
 * questions, and a server that sends more than was asked for reaches nobody. Time is for the caller to limit.
 */
export async function request<value>(
  { url, method, headers, body, guard, signal, connected }: Request,
  receive: (answer: Answer) => Promise<value>,
): Promise<value> {
  const client = new Client(url.origin, {
    connect: { lookup: guard.lookup, signal, timeout: 0 },
    allowH2: false,
    pipelining: 0,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 65_536,
  });
  client.once('connect', connected);
  try {
    const path = url.href.slice(url.origin.length).replace(/#.*$/s, '');
    const answer = await client.request({
      path,
      method,
      headers,
      signal,
      ...(body !== undefined && { body }),
    });
    // A body that nobody reads must not fail the process when its connection ends.
    answer.body.on('error', () => undefined);
    return await receive({ status: answer.statusCode, fields: answer.headers, body: answer.body });
  } finally {
    await client.destroy();
  }
}
