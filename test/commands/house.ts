import { Keyv } from 'keyv';
import { createHouse } from '../../src/app.ts';
import type { House } from '../../src/app.ts';
import type { Message } from '../../src/chat/message.ts';
import { readSettings } from '../../src/config.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { createLog } from '../../src/log.ts';
import type { Item } from '../../src/sources/item.ts';
import type { FollowedSource } from '../../src/sources/store.ts';
import type { Store } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';
import { createFakeStore } from '../fakes/article-store.ts';

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
  } = {},
): Promise<TestHouse> {
  const { items = [], sources = [], now = () => new Date('2026-05-06T08:00:00Z') } = parts;
  const store: Store = {
    ...createFakeStore(),
    sources: {
      list: async () => sources,
      add: unused,
      claim: unused,
      settle: unused,
      change: unused,
      remove: unused,
    },
    pages: { add: unused, claim: unused, settle: unused },
    leases: { find: unused, of: unused, put: unused, due: unused, remove: unused },
    keyValue: () => new Keyv(),
    close: async () => {},
  };
  const logged: string[] = [];
  const { config } = readSettings({ TIME_ZONE: 'UTC' });
  const log = createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } });
  const house = await createHouse({ config, store, translations, log, now });
  await house.ingest(items);
  await house.grouping.settle();
  return {
    ...house,
    logged,
    call: (locale, command, options = {}) =>
      house.desk.answer({
        command,
        options,
        locale,
        caller: { id: `web:${locale}`, manager: false },
        channel: 'web:1',
      }),
  };
}
