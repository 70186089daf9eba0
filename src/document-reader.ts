import type { DocumentWorker } from './document-worker.ts';
import { UserError } from './errors.ts';
import type { DocumentReader, ReadDocument } from './sources/index.ts';
import { createThread } from './threads.ts';

/** Reads documents in a thread of its own. */
export interface ThreadedReader {
  readonly read: DocumentReader;
  close(): Promise<void>;
}

const module = new URL('document-worker.ts', import.meta.url);
/** MiB of JavaScript objects; the largest page and its document tree need about half of it. */
const heap = 256;
/** A page that takes longer than this is a trap; the largest honest ones take a tenth. */
const longest = 20_000;

/**
 * Reads feeds and pages where it holds nobody else up. A document that takes too long or too much memory ends the thread, and only
 * itself fails: they are read one after the other.
 * @param parts.milliseconds a document may take
 */
export function createDocumentReader(parts: { readonly milliseconds?: number } = {}): ThreadedReader {
  const { milliseconds = longest } = parts;
  const thread = createThread<DocumentWorker>({ module, data: undefined, heap });
  let before: Promise<unknown> = Promise.resolve();

  async function readOne(document: Parameters<DocumentReader>[0]): Promise<ReadDocument> {
    const { bytes, url, contentType } = document;
    const waiting = setTimeout(() => thread.kill(), milliseconds);
    try {
      return await thread.call('read', { bytes, url, ...(contentType !== undefined && { contentType }) });
    } catch (error) {
      throw error instanceof UserError ? error : new UserError('sources.tooComplex', {}, { cause: error });
    } finally {
      clearTimeout(waiting);
    }
  }

  return {
    read(document) {
      const done = before.then(() => readOne(document));
      before = done.catch(() => undefined);
      return done;
    },
    close: () => thread.stop(),
  };
}
