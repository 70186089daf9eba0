import { randomBytes, randomUUID } from 'node:crypto';
import { createAnswerer } from './answers/answerer.ts';
import type { ChatAdapter, Desk, Listing } from './chat/adapter.ts';
import { unlimited } from './chat/call-limits.ts';
import type { CallLimits } from './chat/call-limits.ts';
import { createConversation } from './chat/conversation.ts';
import { createDesk } from './chat/desk.ts';
import type { Kiosk } from './chat/kiosk.ts';
import { listCommands } from './chat/listings.ts';
import { createKiosk } from './chat/service.ts';
import { createSources } from './chat/sources.ts';
import type { Look } from './chat/sources.ts';
import { createSettings } from './chat/settings.ts';
import { loadCommands } from './commands.ts';
import type { Config } from './config.ts';
import { guessTimeZone } from './delivery/guess-zone.ts';
import { createNewsdesk } from './delivery/newsdesk.ts';
import { createNewsroom } from './delivery/newsroom.ts';
import type { Newsroom } from './delivery/newsroom.ts';
import { loadDetector } from './language/index.ts';
import { loadWords } from './lexicon.ts';
import type { Log } from './log.ts';
import { createOccasionalLook } from './look.ts';
import { everyMinute } from './schedule.ts';
import type { Chore, Schedule } from './schedule.ts';
import type { Store } from './stores/index.ts';
import { createGrouping } from './stories/grouping.ts';
import type { Grouping } from './stories/grouping.ts';
import { createIngest } from './stories/ingest.ts';
import type { Ingest } from './stories/ingest.ts';
import type { Translations } from './translations.ts';
import { createWordLists } from './word-lists.ts';

/** What every front needs: a desk that answers, and what stands behind it. */
export interface House {
  readonly kiosk: Kiosk;
  readonly desk: Desk;
  readonly ingest: Ingest;
  readonly grouping: Grouping;
  readonly newsroom: Newsroom;
  /** Every command in every language. */
  readonly listings: readonly Listing[];
}

/** What a house is built of. */
export interface HouseParts {
  readonly config: Config;
  readonly store: Store;
  readonly translations: Translations;
  readonly log: Log;
  readonly now: () => Date;
  /** Reads what is at an address; on its own now and then, unless this process reads anyway. */
  readonly look?: Look;
  /** How much may be asked at a time; as much as people like without it. */
  readonly limits?: CallLimits;
  /** Whether Kiosk can write into a channel by itself; into all without it. */
  readonly reaches?: (channel: string) => boolean;
  /** Reads what is due at once, where this process reads sources. */
  readonly readNow?: () => void;
}

/** Puts store, answers, summaries, chat and commands together. */
export async function createHouse(parts: HouseParts): Promise<House> {
  const { config, store, translations, log, now, readNow = () => undefined } = parts;
  const look = parts.look ?? createOccasionalLook(config);
  const commands = await loadCommands();
  const listings = listCommands(commands, translations);
  const lists = await createWordLists(store.keyValue('lexicon')).list();
  const { lexicon, dictionary } = loadWords(lists.map(({ text }) => text));
  const answerer = createAnswerer({
    store: store.articles,
    lexicon,
    now,
    timeZone: config.timeZone,
  });
  const settings = createSettings(store.keyValue('settings'));
  const newsroom = createNewsroom({
    ...store,
    dictionary,
    settings,
    noted: store.keyValue('newsroom'),
    translate: translations.translate,
    fault: (error, what) => log.error({ error, what }, 'the newsroom failed'),
  });
  const kiosk = createKiosk({
    articles: store.articles,
    archive: store.archive,
    sources: createSources({ store: store.sources, look, now, readNow }),
    answerer,
    lexicon,
    look,
    loadDetector,
    settings,
    newsdesk: createNewsdesk({
      ...store,
      dictionary,
      newsroom,
      now,
      createId: () => randomBytes(4).toString('hex'),
      reaches: parts.reaches ?? (() => true),
    }),
    conversation: createConversation(store.keyValue('conversation')),
  });
  const desk = createDesk({
    commands,
    listings,
    kiosk,
    texts: translations,
    defaultLanguage: config.defaultLanguage,
    loadDetector,
    timeZoneFor: (locale) => guessTimeZone(locale, config.timeZone),
    now,
    limits: parts.limits ?? unlimited,
    fault: (error, call) => {
      const incident = randomUUID().slice(0, 8);
      log.error({ incident, error, ...call }, 'fault');
      return incident;
    },
  });
  return {
    kiosk,
    desk,
    listings,
    newsroom,
    ingest: createIngest({ store: store.articles, detector: loadDetector, now }),
    grouping: createGrouping({ store: store.articles, archive: store.archive, now }),
  };
}

/** The running service. */
export interface App {
  /** Opens every adapter, then reads and posts what is due, every minute. */
  start(): Promise<void>;
  /** Begins to read what is due without waiting for the minute. */
  readNow(): void;
  /** Finishes what has begun and closes all, in reverse. */
  stop(): Promise<void>;
}

/**
 * The service. Everything it touches is handed in: adapters, what it does every minute, the store and the log.
 * @param parts.reading reads the sources that are due
 * @param parts.posting writes and posts what channels wait for
 */
export function createApp(parts: {
  readonly house: House;
  readonly adapters: readonly ChatAdapter[];
  readonly reading: Chore;
  readonly posting: Chore;
  readonly store: Store;
  readonly log: Log;
}): App {
  const { house, adapters, reading, posting, store, log } = parts;
  const stopping = new AbortController();
  const started: ChatAdapter[] = [];
  const underWay = new Set<Promise<void>>();
  const schedules: Schedule[] = [];

  async function see(chore: Chore): Promise<void> {
    const name = chore === reading ? 'reading' : 'posting';
    await chore.tick(stopping.signal).catch((error: unknown) => log.error({ error }, `${name} failed`));
  }

  function begin(chore: Chore): void {
    const done: Promise<void> = see(chore).finally(() => underWay.delete(done));
    underWay.add(done);
  }

  function readNow(): void {
    if (schedules.length > 0 && !stopping.signal.aborted) begin(reading);
  }

  return {
    readNow,
    async start() {
      for (const adapter of adapters) {
        await adapter.start(house.listings, house.desk);
        started.push(adapter);
      }
      // Each has a schedule of its own: what is due mustn't wait for a slow source.
      for (const chore of [reading, posting]) {
        const onError = (error: unknown) => log.error({ error }, 'a minute failed');
        schedules.push(everyMinute(() => see(chore), { onError }));
        begin(chore);
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all(schedules.map((schedule) => schedule.stop()));
      await Promise.all(underWay);
      for (const chore of [reading, posting])
        await chore.idle().catch((error: unknown) => log.error({ error }, 'ending failed'));
      for (const adapter of started.splice(0).reverse()) {
        // One that can't end well must not keep the others, or the store, open.
        await adapter
          .stop()
          .catch((error: unknown) => log.error({ error, platform: adapter.platform }, 'stopping failed'));
      }
      await store.close();
    },
  };
}
