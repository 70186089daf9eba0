import { Agent, fetch, type Response } from 'undici';
import { UserError } from '../../errors.ts';
import { createGuard, type Guard } from './guard.ts';

/** A document as a server sent it, or that it hasn't changed. */
export type Fetched =
  | { readonly kind: 'unmodified' }
  | {
      readonly kind: 'document';
      readonly bytes: Uint8Array;
      /** Where it was found, after redirects. */
      readonly url: string;
      readonly contentType?: string;
      /** Opaque; handed in next time, an unchanged document isn't sent again. */
      readonly bookmark?: string;
    };

/** How one document is fetched. */
export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly bookmark?: string;
  /** Of the document after decompression; `defaultMaximumBytes` unless given. */
  readonly maximumBytes?: number;
}

/** Reads documents from the web, and only from the public web. */
export interface Fetcher {
  /**
   * @throws {UserError} for whatever a server, a name or an address does wrong
   * @throws the signal's reason, when aborted
   */
  fetch(url: string, options: FetchOptions): Promise<Fetched>;
  /** Closes its connections. */
  close(): Promise<void>;
}

/** Limits in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** Until the server begins to answer, connecting included. */
  readonly headers: number;
  /** Until the whole answer is there, from its beginning. */
  readonly body: number;
}

/** Patience that suits slow news servers without holding a place too long. */
export const defaultTimeouts: Timeouts = { connect: 10_000, headers: 20_000, body: 30_000 };

/** Larger than any page and all but archives of feeds. */
export const defaultMaximumBytes = 20_000_000;

const mostRedirects = 5;

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, ' +
  'text/xml;q=0.9, text/html;q=0.8, */*;q=0.5';

/**
 * A client for documents: http and https, at most five redirects, each checked like the first address; no cookies and no
 * credentials; limits on time and size.
 * @param parts.allowPrivateHosts host names, addresses and ranges that may be private
 */
export function createFetcher(parts: {
  readonly allowPrivateHosts: readonly string[];
  readonly userAgent: string;
  readonly timeouts?: Timeouts;
  readonly guard?: Guard;
}): Fetcher {
  const { allowPrivateHosts, userAgent, timeouts = defaultTimeouts } = parts;
  const guard = parts.guard ?? createGuard(allowPrivateHosts);
  const agent = new Agent({
    connect: { timeout: timeouts.connect, lookup: guard.lookup },
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    maxHeaderSize: 65_536,
  });

  async function ask(url: URL, bookmark: string | undefined, signal: AbortSignal): Promise<Response> {
    return fetch(url, {
      dispatcher: agent,
      redirect: 'manual',
      signal,
      headers: { 'user-agent': userAgent, accept, ...conditions(bookmark) },
    });
  }

  async function follow(address: string, options: FetchOptions): Promise<Fetched> {
    const { bookmark, signal, maximumBytes = defaultMaximumBytes } = options;
    let url = checked(address, guard);
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const limit = new AbortController();
      const waiting = setTimeout(() => limit.abort(new UserError('sources.timeout')), timeouts.headers);
      const both = AbortSignal.any([signal, limit.signal]);
      const asked = url;
      try {
        const response = await ask(asked, redirects === 0 ? bookmark : undefined, both);
        const location = response.headers.get('location');
        if (isRedirect(response.status) && location !== null) {
          await response.body?.cancel();
          url = checked(location, guard, asked);
          continue;
        }
        clearTimeout(waiting);
        return await receive(response, asked, { maximumBytes, limit, milliseconds: timeouts.body });
      } catch (error) {
        throw failure(error, signal, limit.signal);
      } finally {
        clearTimeout(waiting);
      }
    }
    throw new UserError('sources.redirects');
  }

  return { fetch: follow, close: () => agent.destroy() };
}

async function receive(
  response: Response,
  url: URL,
  limits: { readonly maximumBytes: number; readonly limit: AbortController; readonly milliseconds: number },
): Promise<Fetched> {
  const { maximumBytes, limit, milliseconds } = limits;
  if (response.status === 304) {
    await response.body?.cancel();
    return { kind: 'unmodified' };
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw refusal(response.status);
  }
  const waiting = setTimeout(() => limit.abort(new UserError('sources.timeout')), milliseconds);
  try {
    const bytes = await collect(response, maximumBytes);
    const contentType = response.headers.get('content-type');
    const bookmark = bookmarkOf(response);
    return {
      kind: 'document',
      bytes,
      url: url.href,
      ...(contentType !== null && { contentType }),
      ...(bookmark !== undefined && { bookmark }),
    };
  } finally {
    clearTimeout(waiting);
  }
}

async function collect(response: Response, maximumBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest, so a compressed bomb is never unpacked further than the limit.
  for await (const chunk of response.body ?? []) {
    const bytes = chunk instanceof Uint8Array ? chunk : new Uint8Array();
    size += bytes.length;
    if (size > maximumBytes) throw new UserError('sources.tooLarge');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

function checked(address: string, guard: Guard, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new UserError('sources.invalidAddress', { url: address.slice(0, 200) });
  }
  if (url.username !== '' || url.password !== '') throw new UserError('sources.credentials');
  guard.check(url.hostname);
  return url;
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function refusal(status: number): UserError {
  if (status === 404 || status === 410) return new UserError('sources.gone', { status });
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return new UserError('sources.forbidden', { status });
  }
  if (status === 429) return new UserError('sources.busy', { status });
  return new UserError(status >= 500 ? 'sources.serverFault' : 'sources.badAnswer', { status });
}

function failure(error: unknown, given: AbortSignal, limit: AbortSignal): unknown {
  if (given.aborted) return given.reason;
  if (limit.aborted) return limit.reason;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof UserError) return cause;
    if (cause.name.includes('Timeout')) return new UserError('sources.timeout', {}, { cause: error });
  }
  return new UserError('sources.unreachable', {}, { cause: error });
}

function conditions(bookmark: string | undefined): Readonly<Record<string, string>> {
  const [etag = '', lastModified = ''] = (bookmark ?? '').split('\n');
  return {
    ...(etag !== '' && { 'if-none-match': etag }),
    ...(lastModified !== '' && { 'if-modified-since': lastModified }),
  };
}

/** The ETag and the date of the last change, on a line each. */
function bookmarkOf(response: Response): string | undefined {
  const etag = response.headers.get('etag') ?? '';
  const lastModified = response.headers.get('last-modified') ?? '';
  return etag === '' && lastModified === '' ? undefined : `${etag}\n${lastModified}`;
}
