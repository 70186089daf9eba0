import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from './log.ts';
import {
  createBatches,
  createFeedSource,
  createLooks,
  createPageFetcher,
  createPoller,
  createRobots,
  createWebSub,
} from './sources/index.ts';
import type {
  DocumentReader,
  Fetcher,
  Item,
  LeaseStore,
  PageStore,
  PollEvent,
  SourceStore,
  WebSub,
} from './sources/index.ts';
import type { Archive } from './stories/archive.ts';
import type { Grouping } from './stories/grouping.ts';
import type { Ingest } from './stories/ingest.ts';
import { nameOf } from './stories/names.ts';
import type { Translate } from './texts.ts';

/** Everything that reads sources and keeps what they give. */
export interface Reading {
  /** Begins what is due, and finds the stories of what has come. */
  tick(signal: AbortSignal): Promise<void>;
  /** What hubs call; undefined where Kiosk has no address of its own. */
  readonly webSub: WebSub | undefined;
  /** Resolves when everything that was begun has ended, and its stories are found. */
  idle(): Promise<void>;
}

const day = 24 * 60 * 60 * 1000;

/**
 * @param parts.publicUrl where hubs reach Kiosk
 * @param parts.keepDays after how many days stories are removed
 * @param parts.healthChanged is called when a channel may have to be told how a source fares
 */
export function createReading(parts: {
  readonly store: {
    readonly sources: SourceStore;
    readonly pages: PageStore;
    readonly leases: LeaseStore;
    readonly archive: Archive;
  };
  readonly ingest: Ingest;
  readonly grouping: Grouping;
  readonly fetcher: Fetcher;
  readonly reader: DocumentReader;
  readonly userAgent: string;
  readonly publicUrl: string | undefined;
  readonly keepDays: number;
  readonly now: () => Date;
  readonly log: Log;
  readonly translate: Translate;
  readonly healthChanged: () => void;
}): Reading {
  const { store, ingest, grouping, fetcher, reader, userAgent, publicUrl, keepDays, now, log } = parts;
  let signal = new AbortController().signal;
  let isTicking = false;
  const pageFetcher = createPageFetcher({
    fetcher,
    robots: createRobots({ fetcher, userAgent, now }),
    now,
    wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
  });
  const fault = (error: unknown) => log.error({ error }, 'reading failed');
  const batches = createBatches<Item>(async (items) => {
    await ingest(items);
    // In a crowd stories are found when the last of it has begun, since what came together is grouped together.
    if (!isTicking) void grouping.settle().catch(fault);
  });
  const webSub =
    publicUrl === undefined
      ? undefined
      : createWebSub({
          leases: store.leases,
          sources: store.sources,
          fetcher,
          reader,
          take: (source, items) => poller.receive(source, items),
          callback: `${publicUrl}/websub`,
          now,
          createSecret: () => randomBytes(24).toString('base64url'),
          report: (error, { source, hub }) => log.warn({ error, source, hub }, 'a hub cannot be used'),
        });
  const poller = createPoller({
    store: store.sources,
    pages: {
      async add(pages) {
        await store.pages.add(pages);
        void looks.tick(signal).catch(fault);
      },
    },
    source: (followed) => createFeedSource({ followed, fetcher, reader }),
    take: batches.add,
    offer: async (...offered) => webSub?.offer(...offered),
    now,
    random: Math.random,
    report,
    fault,
  });
  const looks = createLooks({
    store: store.pages,
    fetcher: pageFetcher,
    reader,
    take: batches.add,
    withdraw: async ({ names: [name = ''] = [] }) => {
      const withdrawn = await store.archive.withdraw(nameOf(name), now());
      if (withdrawn) log.info({ name }, 'an article was withdrawn');
    },
    now,
    fault,
  });
  let pruneAt = 0;

  function report(event: PollEvent): void {
    const source = { source: event.source.name, url: event.source.url };
    switch (event.kind) {
      case 'read':
        return log.debug({ ...source, fresh: event.fresh }, 'a source was read');
      case 'moved':
        return log.info({ ...source, to: event.to }, 'a source has moved');
      case 'recovered':
        parts.healthChanged();
        return log.info(source, 'a source can be read again');
      case 'failing':
      case 'asleep':
      case 'ended': {
        log.debug({ ...source, error: event.error }, 'reading a source failed');
        if (event.kind !== 'failing') parts.healthChanged();
        return log.warn({ ...source, why: parts.translate(event.reason) }, told[event.kind]);
      }
    }
  }

  /** Removes what is older than wanted, once a day. */
  async function prune(): Promise<void> {
    if (now().getTime() < pruneAt) return;
    pruneAt = now().getTime() + day;
    const before = new Date(now().getTime() - keepDays * day);
    let removed = 0;
    for (let count = -1; count !== 0 && !signal.aborted; removed += count) {
      count = await store.archive.prune(before);
    }
    if (removed > 0) log.info({ articles: removed }, 'old stories were removed');
  }

  return {
    webSub,
    async tick(stopping) {
      signal = stopping;
      isTicking = true;
      try {
        await poller.tick(signal);
        await looks.tick(signal);
      } finally {
        isTicking = false;
      }
      await grouping.settle();
      await webSub?.tick(signal);
      await prune();
    },
    async idle() {
      await poller.idle();
      await looks.idle();
      await grouping.settle();
    },
  };
}

const told = {
  failing: 'a source cannot be read, it is tried again',
  asleep: 'a source could not be read for long, it is tried once a day',
  ended: 'a source is gone for good',
} as const;
