import { Keyv } from 'keyv';
import { createHouse } from '../../src/app.ts';
import type { House } from '../../src/app.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Look } from '../../src/chat/sources.ts';
import { readSettings } from '../../src/config.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { createLog } from '../../src/log.ts';
import type { Item } from '../../src/sources/item.ts';
import type { FollowedSource, SourceStore } from '../../src/sources/store.ts';
import type { Store } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';
import { createFakeStore } from '../fakes/article-store.ts';
import { createFakeAudit } from '../fakes/audit.ts';
import { currentIn } from '../fakes/ledger.ts';
import { createFakeOutbox } from '../fakes/outbox.ts';
import { createFakePlanStore } from '../fakes/plan-store.ts';
import { createFakeSourceStore } from '../fakes/source-store.ts';

/** Kiosk's own words, dates in UTC. */
export const translations = createTranslations({ timeZone: 'UTC' });
/** The languages a command is tried in. */
export const tags = ['en', 'fr', 'de'] as const;

/** A house whose store is in memory, with what a reader says to it. */
export interface TestHouse extends House {
  /** Uses a command as a reader of a language; each language is a reader of its own. */
  call(
    language: LanguageTag,
    command: string,
    options?: Readonly<Record<string, string | number>>,
  ): Promise<Message>;
  /** What was logged, a line an event. */
  readonly logged: readonly string[];
  readonly store: Store;
  /** How often what is due was to be read at once. */
  reads(): number;
}

async function follow(store: SourceStore, sources: readonly FollowedSource[]): Promise<void> {
  for (const { url, name, status, told, ...state } of sources) {
    await store.add([{ url, name }], state.dueAt);
    await store.settle(url, { ...state, status: status === 'paused' ? 'active' : status });
    await store.change(url, { status, told });
  }
}

function unused(): Promise<never> {
  return Promise.reject(new Error('not used here'));
}

/** Opens a house that has read some items and follows some sources. */
export async function openHouse(
  parts: {
    readonly items?: readonly Item[];
    readonly sources?: readonly FollowedSource[];
    readonly now?: () => Date;
    /** Whether those who call manage the channel. */
    readonly manager?: boolean;
    readonly look?: Look;
    /** Whether Kiosk can write into a channel by itself. */
    readonly reaches?: (channel: string) => boolean;
  } = {},
): Promise<TestHouse> {
  const { items = [], sources = [], now = () => new Date('2026-05-06T08:00:00Z') } = parts;
  const { manager = false, look = unused, reaches = () => true } = parts;
  const followed = createFakeSourceStore();
  await follow(followed, sources);
  let reads = 0;
  const articles = createFakeStore();
  const store: Store = {
    ...articles,
    ...createFakeOutbox(currentIn(articles)),
    plans: createFakePlanStore(),
    audit: createFakeAudit(),
    sources: followed,
    pages: { add: unused, claim: unused, settle: unused },
    leases: { find: unused, of: unused, put: unused, due: unused, remove: unused },
    keyValue: () => Object.assign(new Keyv(), { add: unused }),
    close: async () => {},
  };
  const logged: string[] = [];
  const { config } = readSettings({ TIME_ZONE: 'UTC' });
  const log = createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } });
  const readNow = () => void (reads += 1);
  const house = await createHouse({ config, store, translations, log, now, look, readNow, reaches });
  await house.ingest(items);
  await house.grouping.settle();
  return {
    ...house,
    store,
    reads: () => reads,
    logged,
    call: (locale, command, options = {}) =>
      house.desk.answer({
        command,
        options,
        locale,
        caller: { id: `web:${locale}`, manager },
        channel: 'web:1',
      }),
  };
}
