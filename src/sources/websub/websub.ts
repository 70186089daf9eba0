import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Item } from '../item.ts';
import { itemsOf } from '../items.ts';
import type { DocumentReader } from '../news.ts';
import type { FollowedSource, SourceStore } from '../store.ts';
import type { Fetcher } from '../web/fetch.ts';
import type { Lease, LeaseStore } from './leases.ts';

/** What hubs call, and what makes them call (WebSub, https://www.w3.org/TR/websub/). */
export interface WebSub {
  /** Notes which hubs tell of a source, each time it was read. */
  offer(source: string, topic: string, hubs: readonly string[]): Promise<void>;
  /** Asks hubs that are due, for the first time or to go on. */
  tick(signal: AbortSignal): Promise<void>;
  /**
   * Answers a hub that makes sure of what it was asked for.
   * @returns what it wants to hear; undefined: it was not asked for that
   */
  confirm(name: string, query: URLSearchParams): Promise<string | undefined>;
  /**
   * Takes what a hub sends. What it didn't sign with the lease's secret is left unread.
   * @returns false: nobody wants to hear of this any more
   */
  receive(name: string, sent: Sent): Promise<boolean>;
}

/** What a hub sends. */
export interface Sent {
  readonly body: Uint8Array;
  readonly contentType?: string;
  /** Its X-Hub-Signature: "sha256=…". */
  readonly signature?: string;
}

/** What WebSub works with. */
export interface WebSubParts {
  readonly leases: LeaseStore;
  readonly sources: Pick<SourceStore, 'list'>;
  readonly fetcher: Pick<Fetcher, 'post'>;
  readonly reader: Pick<DocumentReader, 'read'>;
  /** Takes the items of a source that was not asked. */
  readonly take: (source: string, items: readonly Item[]) => Promise<void>;
  /** Where hubs reach Kiosk, without a slash at the end. */
  readonly callback: string;
  readonly now: () => Date;
  /** A name or a secret that nobody guesses. */
  readonly createSecret: () => string;
  /** Told what a hub or a store does wrong. */
  readonly report: (error: unknown, lease: Lease) => void;
}

const hour = 3_600_000;
const day = 24 * hour;
/** What hubs are asked for; they may grant less, or more. */
const askedSeconds = (10 * day) / 1000;
/** Whatever a hub grants, it is asked again after this at the most. */
const longestLease = 30 * day;
/** How long a hub may take to make sure before it is asked again. */
const patience = hour;
/** A hub that refuses is asked again ever later, at the most so late. */
const longestRetry = 7 * day;
const askedAtOnce = 20;
/** The digests a hub may sign with; the standard names them all, and says that sha1 is a poor one. */
const digests = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** Creates what deals with hubs. */
export function createWebSub(parts: WebSubParts): WebSub {
  const { leases, sources, fetcher, reader, take, callback, now, createSecret, report } = parts;

  async function ask(lease: Lease, signal: AbortSignal): Promise<void> {
    const failures = lease.failures + 1;
    const retry = Math.min(longestRetry, patience * 2 ** Math.min(lease.failures, 20));
    // Noted before asking: the hub may make sure before its answer is here.
    await leases.put({ ...lease, dueAt: new Date(now().getTime() + retry), failures });
    try {
      await fetcher.post(
        lease.hub,
        {
          'hub.mode': 'subscribe',
          'hub.topic': lease.topic,
          'hub.callback': `${callback}/${lease.name}`,
          'hub.lease_seconds': String(askedSeconds),
          'hub.secret': lease.secret,
        },
        { signal },
      );
    } catch (error) {
      if (!signal.aborted) report(error, lease);
    }
  }

  return {
    async offer(source, topic, [hub]) {
      const known = await leases.of(source);
      if (hub === undefined) {
        if (known !== undefined) await leases.remove(source);
        return;
      }
      if (known?.hub === hub && known.topic === topic) return;
      await leases.put({
        name: createSecret(),
        source,
        hub,
        topic,
        secret: createSecret(),
        dueAt: now(),
        failures: 0,
      });
    },

    async tick(signal) {
      const due = await leases.due(now(), askedAtOnce);
      const followed = new Set(due.length === 0 ? [] : (await sources.list()).map(({ url }) => url));
      const asking = due.map(async (lease) => {
        if (followed.has(lease.source)) await ask(lease, signal);
        else await leases.remove(lease.source);
      });
      await Promise.all(asking);
    },

    async confirm(name, query) {
      const lease = await leases.find(name);
      const challenge = query.get('hub.challenge') ?? '';
      const isAsked = query.get('hub.mode') === 'subscribe' && query.get('hub.topic') === lease?.topic;
      if (lease === undefined || !isAsked || challenge === '') return undefined;
      const granted = Number(query.get('hub.lease_seconds') ?? askedSeconds) * 1000;
      const length = Math.min(longestLease, granted > 0 ? granted : askedSeconds * 1000);
      const until = new Date(now().getTime() + length);
      // Asked again when two thirds of it are over, so that a hub may be away for a while.
      await leases.put({ ...lease, until, dueAt: new Date(now().getTime() + (2 * length) / 3), failures: 0 });
      return challenge;
    },

    async receive(name, { body, contentType, signature }) {
      const lease = await leases.find(name);
      const followed = lease && (await sources.list()).find(({ url }) => url === lease.source);
      if (lease === undefined || followed === undefined) return false;
      if (!isSigned(body, signature, lease.secret)) return true;
      try {
        const items = await itemsIn(followed, lease, body, contentType);
        await take(lease.source, items);
      } catch (error) {
        report(error, lease);
      }
      return true;
    },
  };

  async function itemsIn(
    followed: FollowedSource,
    { topic }: Lease,
    bytes: Uint8Array,
    contentType: string | undefined,
  ): Promise<readonly Item[]> {
    const type = contentType !== undefined && { contentType };
    const document = await reader.read({ bytes, url: topic, ...type });
    return document.kind === 'feed' ? itemsOf(document, followed.name, followed.language) : [];
  }
}

/** Takes the same time whatever the signature is. */
function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [digest = '', written = ''] = (signature ?? '').split('=', 2);
  if (!digests.has(digest.toLowerCase())) return false;
  const expected = createHmac(digest.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(written, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
