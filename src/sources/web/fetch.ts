import { type Extent, readBody } from './body.ts';
import { bookmarkOf, conditionsOf } from './bookmark.ts';
import { linesOf } from './fields.ts';
import { freshFor } from './freshness.ts';
import { createGuard, type Guard } from './guard.ts';
import { type HeaderLink, linksOf as headerLinks } from './links.ts';
import { refusal } from './refusal.ts';
import { createTraveller, type Timeouts } from './travel.ts';

/** A document as a server sent it, or that it hasn't changed. */
export type Fetched = Answered &
  (
    | { readonly kind: 'unmodified' }
    | {
        readonly kind: 'document';
        /** Unpacked. */
        readonly bytes: Uint8Array;
        /** Where it was found, after redirects. */
        readonly url: string;
        readonly contentType?: string;
      }
  );

/** What a server says of a document besides. */
export interface Answered {
  /**
   * Opaque; handed in next time, an unchanged document isn't sent again. Of an unmodified document: the new one, else
   * what was handed in.
   */
  readonly bookmark?: string;
  /** Where the document lives now: as far as the first redirects were permanent ones; a temporary one ends the chain. */
  readonly movedTo?: string;
  /** Milliseconds the server calls the answer fresh for; 0 where it forbids to keep it, undefined where it says nothing. */
  readonly freshFor?: number;
  /** WebSub's relations in its headers. */
  readonly links: readonly HeaderLink[];
}

/** How one document is fetched. */
export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly bookmark?: string;
  /** What is hoped for, where a server has several forms of a document; a feed unless given. */
  readonly accept?: keyof typeof accepted;
  /** Of the document after decompression; `defaultMaximumBytes` unless given. */
  readonly maximumBytes?: number;
  /** What becomes of a larger document; it is refused unless given. */
  readonly beyond?: Extent['beyond'];
  /** Asked for every address on the way before it is asked itself; what this throws ends the fetching. */
  readonly admit?: (url: string) => Promise<void>;
}

/** Reads documents from the web, and only from the public web. */
export interface Fetcher {
  /**
   * @throws {FetchError} for every answer without a document
   * @throws {UserError} for whatever else a server, a name or an address does wrong
   * @throws the signal's reason, when aborted
   */
  fetch(url: string, options: FetchOptions): Promise<Fetched>;
  /**
   * Sends a form, as WebSub's hubs want it; only redirects that keep it a form (307, 308) are followed.
   * @throws as `fetch` does; the status of what is returned is one of success
   */
  post(
    url: string,
    form: Readonly<Record<string, string>>,
    options: { readonly signal: AbortSignal },
  ): Promise<{ readonly status: number }>;
  /** Ends whatever is under way, and returns when all connections are closed. */
  close(): Promise<void>;
}

/** Patience that suits slow news servers without holding a place too long. */
export const defaultTimeouts: Timeouts = { connect: 10_000, headers: 20_000, body: 30_000 };

/** Larger than any page and all but archives of feeds. */
export const defaultMaximumBytes = 20_000_000;

const accepted = {
  feed:
    'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, ' +
    'text/xml;q=0.9, text/html;q=0.8, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5',
  text: 'text/plain, */*;q=0.5',
} as const;

/**
 * A client for documents: http and https, at most five redirects, each checked like the first address; no cookies and no
 * credentials; limits on time, on size, and on what one server is asked at the same time.
 * @param parts.allowPrivateHosts host names, addresses and ranges that may be private
 * @param parts.perHost requests to one server at the same time, others wait their turn; two unless given
 */
export function createFetcher(parts: {
  readonly allowPrivateHosts: readonly string[];
  readonly userAgent: string;
  readonly timeouts?: Timeouts;
  readonly perHost?: number;
  readonly guard?: Guard;
}): Fetcher {
  const { allowPrivateHosts, userAgent, timeouts = defaultTimeouts, perHost = 2 } = parts;
  const guard = parts.guard ?? createGuard(allowPrivateHosts);
  const { travel, close } = createTraveller({ guard, userAgent, timeouts, perHost });

  return {
    fetch(address, { bookmark, signal, accept = 'feed', admit, ...extent }) {
      const { maximumBytes = defaultMaximumBytes, beyond = 'refuse' } = extent;
      const journey = {
        url: address,
        method: 'GET',
        headers: (url: string) => ({ accept: accepted[accept], ...conditionsOf(bookmark, url) }),
        redirects: [301, 302, 303, 307, 308],
        signal,
        admit,
      } as const;
      return travel<Fetched>(journey, async ({ status, fields, body, url, movedTo, at }) => {
        // Nothing can be unmodified that wasn't known before.
        const isUnmodified = status === 304 && conditionsOf(bookmark, url) !== undefined;
        if (!isUnmodified && !isDocument(status)) throw refusal(status, fields, at);
        const next = bookmarkOf(url, fields, isUnmodified ? bookmark : undefined);
        const fresh = freshFor(fields, at);
        const answered: Answered = {
          ...(next !== undefined && { bookmark: next }),
          ...(movedTo !== undefined && { movedTo }),
          ...(fresh !== undefined && { freshFor: fresh }),
          links: headerLinks(fields, url),
        };
        if (isUnmodified) return { kind: 'unmodified', ...answered };
        const [contentType] = linesOf(fields, 'content-type');
        const type = contentType !== undefined && { contentType };
        const bytes = await readBody(body, fields, { maximumBytes, beyond });
        return { kind: 'document', bytes, url, ...type, ...answered };
      });
    },
    post(url, form, { signal }) {
      const journey = {
        url,
        method: 'POST',
        headers: () => ({ accept: accepted.text, 'content-type': 'application/x-www-form-urlencoded' }),
        body: new URLSearchParams(form).toString(),
        redirects: [307, 308],
        signal,
      } as const;
      return travel(journey, async ({ status, fields, at }) => {
        if (status < 200 || status > 299) throw refusal(status, fields, at);
        return { status };
      });
    },
    close,
  };
}

/** Success, but for a part of a document (206) that nobody asked for. */
function isDocument(status: number): boolean {
  return status >= 200 && status < 300 && status !== 206;
}
