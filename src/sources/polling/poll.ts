import { UserError } from '../../errors.ts';
import type { TextKey } from '../../texts.ts';
import type { Item } from '../item.ts';
import { itemAlone } from '../items.ts';
import type { DuePage, PageStore } from '../pages.ts';
import type { Gathered, Source } from '../source.ts';
import type { ClaimedSource, SourceState, SourceStore } from '../store.ts';
import { FetchError } from '../web/refusal.ts';
import { memorable } from '../news.ts';
import { recall, remember } from './memory.ts';
import { intervalBy, nextRead, retryAfter, slower } from './pace.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** Something worth telling about a source; each is told once, not with every read. */
export type PollEvent = { readonly source: ClaimedSource } & (
  | { readonly kind: 'read'; readonly fresh: number }
  /** It failed for the first time, or so often that it is asleep now, or for good. */
  | {
      readonly kind: 'failing' | 'asleep' | 'ended';
      readonly reason: TextKey;
      readonly error: unknown;
    }
  | { readonly kind: 'recovered' }
  | { readonly kind: 'moved'; readonly to: string }
);

/** What a poller works with. */
export interface PollerParts {
  readonly store: SourceStore;
  readonly pages: Pick<PageStore, 'add'>;
  readonly source: (followed: ClaimedSource) => Source;
  /** Keeps the items, and must not be asked to forget them again. */
  readonly take: (items: readonly Item[]) => Promise<void>;
  readonly now: () => Date;
  /** Is told which hubs tell of a source that was read. */
  readonly offer: (source: string, topic: string, hubs: readonly string[]) => Promise<void>;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly report: (event: PollEvent) => void;
  /** Told what the store throws. */
  readonly fault: (error: unknown) => void;
}

const minute = 60_000;
/** Sources claimed at a time, and for how long: many times what reading them takes when all are slow. */
const claimed = { limit: 200, milliseconds: 30 * minute };
const limits = { atOnce: 32, perHost: 2 };
/** After this many failures in a row (most of a day) a source is asleep. */
const failuresToSleep = 9;
const day = 24 * 60 * minute;
/** Items of a source that was never read whose pages are read; the rest is stored as its feed tells it. */
const pagesOfFirstRead = 20;

/** Reads what is followed when it is due. */
export interface Poller extends Rounds {
  /** Takes items of a source that sent them by itself. */
  receive(url: string, items: readonly Item[]): Promise<void>;
}

/** Creates the reader of everything that is followed. */
export function createPoller(parts: PollerParts): Poller {
  const { store, pages, take, now, random, report, fault } = parts;

  async function read(followed: ClaimedSource, signal: AbortSignal): Promise<void> {
    try {
      const gathered = await parts.source(followed).fetch(followed, signal);
      if (gathered.news !== undefined) await keep(gathered.news.fresh, followed.memory !== undefined);
      await settle(followed, gathered);
    } catch (error) {
      // What was interrupted is neither read nor failed; it stays due.
      if (signal.aborted) await release(followed);
      else await fail(followed, error);
    }
  }

  /** Stores what is whole, and has the pages of the rest read. */
  async function keep(fresh: readonly Item[], news: boolean): Promise<void> {
    const at = now();
    const items = fresh.map((item) => ({ ...believable(item, at), news }));
    const partial = items.filter(({ complete }) => complete === false);
    const toRead = news ? partial : partial.slice(0, pagesOfFirstRead);
    const alone = partial.slice(toRead.length).map(itemAlone);
    const whole = items.filter(({ complete }) => complete !== false);
    if (toRead.length > 0) await pages.add(toRead.map((item) => pageOf(item, at)));
    if (whole.length + alone.length > 0) await take([...whole, ...alone]);
  }

  async function settle(followed: ClaimedSource, gathered: Gathered): Promise<void> {
    const { news, bookmark, movedTo, wishes, hubs, topic } = gathered;
    const readAt = now();
    const isSlower = news?.fresh.length === 0 || news === undefined;
    const interval =
      isSlower && followed.interval !== undefined
        ? slower(followed.interval)
        : intervalBy(news?.dates ?? [], readAt, followed.interval);
    const state: SourceState = {
      status: 'active',
      dueAt: nextRead(readAt, interval, wishes, random()),
      readAt,
      interval,
      failures: 0,
      ...(bookmark !== undefined && { bookmark }),
    };
    await store.settle(followed.url, state, news?.memory);
    if (news !== undefined) await parts.offer(followed.url, topic ?? followed.url, hubs);
    if (movedTo !== undefined && movedTo !== followed.url) {
      await store.change(followed.url, { url: movedTo });
      report({ kind: 'moved', source: followed, to: movedTo });
    }
    if (followed.failures > 0) report({ kind: 'recovered', source: followed });
    report({ kind: 'read', source: followed, fresh: news?.fresh.length ?? 0 });
  }

  async function fail(followed: ClaimedSource, error: unknown): Promise<void> {
    const { bookmark, readAt, interval } = followed;
    const failures = followed.failures + 1;
    const refused = error instanceof FetchError ? error : undefined;
    const status = refused?.status === 410 ? 'ended' : failures >= failuresToSleep ? 'asleep' : 'active';
    const wait = status === 'asleep' ? day : retryAfter(failures, random(), refused?.retryAfter);
    const reason: TextKey = error instanceof UserError ? error.key : 'sources.fault';
    await store.settle(followed.url, {
      status,
      dueAt: new Date(now().getTime() + wait),
      failures,
      failure: reason,
      ...(readAt !== undefined && { readAt }),
      ...(interval !== undefined && { interval }),
      ...(bookmark !== undefined && { bookmark }),
    });
    if (status !== followed.status)
      report({ kind: status === 'active' ? 'failing' : status, source: followed, reason, error });
    else if (failures === 1) report({ kind: 'failing', source: followed, reason, error });
  }

  async function receive(url: string, items: readonly Item[]): Promise<void> {
    const [followed] = await store.claim(now(), 1, claimedUntil(), url);
    // What comes before the first read would make that a flood.
    if (followed?.memory === undefined) return followed && release(followed);
    try {
      const before = recall(followed.memory);
      const prints = new Map(before.map((known) => [known.name, known.print]));
      const sent = items.map((item) => ({ item, seen: { ...memorable(item), written: '' } }));
      const fresh = sent.filter(({ seen }) => prints.get(seen.name) !== seen.print);
      await keep(
        fresh.map(({ item }) => item),
        true,
      );
      await store.settle(
        url,
        stateOf(followed),
        remember(
          fresh.map(({ seen }) => seen),
          before,
        ),
      );
    } catch (error) {
      await release(followed);
      throw error;
    }
  }

  async function release({ url, dueAt }: ClaimedSource): Promise<void> {
    await store.change(url, { dueAt });
  }

  function claimedUntil(): Date {
    return new Date(now().getTime() + claimed.milliseconds);
  }

  const rounds = createRounds({
    claim: () => store.claim(now(), claimed.limit, claimedUntil()),
    release,
    addressOf: ({ url }) => url,
    work: read,
    fault,
    limits,
  });
  return { ...rounds, receive };
}

function stateOf({
  status,
  dueAt,
  bookmark,
  readAt,
  interval,
  failures,
  failure,
}: ClaimedSource): SourceState {
  return {
    status: status === 'paused' ? 'active' : status,
    dueAt,
    failures,
    ...(bookmark !== undefined && { bookmark }),
    ...(readAt !== undefined && { readAt }),
    ...(interval !== undefined && { interval }),
    ...(failure !== undefined && { failure }),
  };
}

function pageOf(item: Item, dueAt: Date): DuePage {
  return { name: item.names?.[0] ?? item.url, item, dueAt, looks: 0, failures: 0 };
}

/** An item as it is when it is read: what claims to be published later has no date. */
function believable({ publishedAt, ...item }: Item, at: Date): Item {
  return publishedAt === undefined || publishedAt > at ? item : { ...item, publishedAt };
}
