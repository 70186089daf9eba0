import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createHouse } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { createDocumentReader } from '../../src/document-reader.ts';
import { createLog } from '../../src/log.ts';
import { createReading } from '../../src/reading.ts';
import { createFetcher } from '../../src/sources/index.ts';
import { createGuard } from '../../src/sources/web/guard.ts';
import { openStore } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';
import { portOf } from '../sources/server.ts';

/** What a paper's server does with a request; nothing is "not found". */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** The web of one test: every name under "example" is this machine, with what is published there. */
export interface TestWeb {
  /** The address of a path of a paper: "http://gazette.example:1234/feed". */
  at(paper: string, path: string): string;
  /** Publishes something at an address; a string is a document, and replaces what was there. */
  publish(url: string, answer: Answer | string | Uint8Array): void;
  /** Addresses that were asked for, robots.txt aside. */
  readonly asked: string[];
}

/** Opens a web with nothing in it. */
export async function openWeb(): Promise<TestWeb> {
  const published = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}${request.url}`;
    if (!url.endsWith('/robots.txt')) asked.push(url);
    const answer = published.get(url);
    if (answer === undefined) response.writeHead(404).end('nothing here');
    else answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const port = portOf(server.address());
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return {
    asked,
    at: (paper, path) => `http://${paper}.example:${port}${path}`,
    publish(url, answer) {
      const isDocument = typeof answer === 'string' || answer instanceof Uint8Array;
      published.set(url, isDocument ? (_, response) => void response.end(answer) : answer);
    },
  };
}

/** Everything that reads, over a real store and a real thread, with a clock that tests move. */
export async function openNewsroom(
  parts: { readonly directory?: string; readonly clock?: { now: Date } } = {},
) {
  const directory = parts.directory ?? (await mkdtemp(join(tmpdir(), 'kiosk-reading-')));
  const clock = parts.clock ?? { now: new Date('2026-11-25T08:00:00Z') };
  const store = await openStore({ directory });
  const logged: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => void logged.push(line) } });
  const now = () => clock.now;
  const translations = createTranslations({ timeZone: 'UTC' });
  const { config } = readSettings({ TIME_ZONE: 'UTC', KEEP_DAYS: '30' });
  // Names lead to this machine, and private addresses behind them nowhere.
  const guard = createGuard(['127.0.0.1'], (name, _, done) =>
    done(null, [{ address: name.startsWith('inside') ? '10.0.0.1' : '127.0.0.1', family: 4 }]),
  );
  const timeouts = { connect: 2000, headers: 2000, body: 2000 };
  const fetcher = createFetcher({ allowPrivateHosts: [], userAgent: 'Kiosk/test', guard, timeouts });
  const reader = createDocumentReader();
  const house = await createHouse({ config, store, translations, log, now });
  const reading = createReading({
    ...house,
    ...config,
    store,
    fetcher,
    reader,
    userAgent: 'Kiosk/test',
    publicUrl: undefined,
    now,
    log,
    translate: translations.translate('en'),
    healthChanged: () => undefined,
  });
  const stopping = new AbortController();
  let isOpen = true;

  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    stopping.abort();
    await reading.idle();
    await fetcher.close();
    await reader.close();
    await store.close();
    if (parts.directory === undefined) await rm(directory, { recursive: true, force: true });
  }
  onTestFinished(close);

  return {
    ...house,
    store,
    clock,
    logged,
    close,
    follow: (url: string, name: string) => store.sources.add([{ url, name, language: 'en' }], clock.now),
    /** Reads what is due, to the end: sources, and then the pages of their articles. */
    async read() {
      await reading.tick(stopping.signal);
      await reading.idle();
    },
    begin: () => reading.tick(stopping.signal),
    /** Lets so many minutes pass, and reads. */
    async after(minutes: number) {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
      await reading.tick(stopping.signal);
      await reading.idle();
    },
    /** Every stored article with its text, oldest first. */
    async articles() {
      const stories = await store.articles.stories({ limit: 100_000 });
      const ids = stories.flatMap(({ articles }) => articles.map(({ id }) => id));
      const stored = await store.articles.articles(ids);
      return stored
        .map(({ article }) => article)
        .toSorted(
          (one, other) =>
            one.publishedAt.getTime() - other.publishedAt.getTime() || (one.url < other.url ? -1 : 1),
        );
    },
    async source(url: string) {
      return (await store.sources.list()).find((source) => source.url === url);
    },
  };
}
