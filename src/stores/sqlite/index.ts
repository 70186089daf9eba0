import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { createKeyv } from '../key-value.ts';
import type { Store } from '../store.ts';
import { createArchive } from './archive.ts';
import { createArticleStore } from './article-store.ts';
import { createAudit } from './audit.ts';
import { createKeyValueDriver } from './key-value-driver.ts';
import { createLeaseStore } from './leases.ts';
import { createLedger } from './ledger.ts';
import { createOutbox } from './outbox.ts';
import { createPageStore } from './pages.ts';
import { createPlanStore } from './plan-store.ts';
import type { Reader } from './reader.ts';
import { createSourceStore } from './source-store.ts';
import { createThread } from '../../threads.ts';
import type { Thread } from '../../threads.ts';
import type { WorkerData } from './worker.ts';
import type { Writer } from './writer.ts';

const module = new URL('worker.ts', import.meta.url);
/** MiB of JavaScript objects a thread may hold; what they read and write is cut into small pieces. */
const heap = { reader: 96, writer: 256 };

/** The threads of one database. */
export interface Threads {
  readonly writer: Thread<Writer>;
  /** The reading thread with the least to do. */
  reader(): Thread<Reader>;
  /** The one that loads what is known about languages when it must. */
  readonly linguist: Thread<Reader>;
}

/** Chunks of the index, a thousand articles, the newest, that are renewed before anything is asked: all of a small store. */
const renewedFirst = 16;

/**
 * The embedded store: one SQLite file in a folder, read and written by threads of its own so that the event loop is
 * never held. Any number of processes may share the file.
 * @throws {UserError} when the folder or the file can't be used
 */
export async function createSqliteStore(place: { readonly directory: string }, log?: Log): Promise<Store> {
  await createFolder(place.directory);
  const file = join(place.directory, 'kiosk.db');
  const partsOf = (role: WorkerData['role']) => ({
    module,
    data: { file, role } satisfies WorkerData,
    heap: heap[role],
  });
  const writer = createThread<Writer>(partsOf('writer'));
  const readers = [createThread<Reader>(partsOf('reader')), createThread<Reader>(partsOf('reader'))] as const;
  const reader = () => (readers[1].pending < readers[0].pending ? readers[1] : readers[0]);
  const closing = new AbortController();
  let closed: Promise<void> | undefined;

  async function prepare(): Promise<void> {
    const lack = await reader().call('lack', undefined);
    if (lack === 'tables') await writer.call('prepare', undefined);
    if (lack === 'nothing') return;
    const begun = Promise.withResolvers<void>();
    renewIndex(begun.resolve)
      .catch((error: unknown) => log?.error({ error }, 'index not renewed'))
      .finally(begun.resolve);
    await begun.promise;
  }

  async function renewIndex(begun: () => void): Promise<void> {
    let chunks = 0;
    while (!closing.signal.aborted && (await writer.call('reanalyse', undefined)) === 'more') {
      if (chunks === 0) log?.info({ file }, 'index is being renewed');
      chunks += 1;
      if (chunks === renewedFirst) begun();
    }
    if (chunks > 0 && !closing.signal.aborted) log?.info({ file }, 'index is renewed');
  }

  async function stop(): Promise<void> {
    closing.abort();
    // The writer last: whoever closes last writes the log back into the file.
    await Promise.all(readers.map((thread) => thread.stop()));
    await writer.stop();
  }

  const close = () => (closed ??= stop());
  try {
    await prepare();
  } catch (error) {
    await close();
    throw error;
  }
  const threads: Threads = { writer, reader, linguist: readers[0] };
  return {
    articles: createArticleStore(threads),
    archive: createArchive(threads),
    sources: createSourceStore(threads),
    pages: createPageStore(threads),
    leases: createLeaseStore(threads),
    plans: createPlanStore(threads),
    outbox: createOutbox(threads),
    ledger: createLedger(threads),
    audit: createAudit(threads),
    keyValue: (namespace) => createKeyv(createKeyValueDriver(threads, namespace)),
    close,
  };
}

async function createFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    throw new UserError('store.folder', { folder: directory }, { cause: error });
  }
}
