import type { DocumentWorker } from './document-worker.ts';
import { UserError } from './errors.ts';
import type { DocumentReader, FetchedDocument } from './sources/index.ts';
import { createThread } from './threads.ts';

/** Reads documents in a thread of its own. */
export interface ThreadedReader extends DocumentReader {
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

  async function limited<value>(work: () => Promise<value>): Promise<value> {
    const waiting = setTimeout(() => thread.kill(), milliseconds);
    try {
      return await work();
    } catch (error) {
      throw error instanceof UserError ? error : new UserError('sources.tooComplex', {}, { cause: error });
    } finally {
      clearTimeout(waiting);
    }
  }

  function inTurn<value>(work: () => Promise<value>): Promise<value> {
    const done = before.then(() => limited(work));
    before = done.catch(() => undefined);
    return done;
  }

  return {
    read: (document) => inTurn(() => thread.call('read', bare(document))),
    news: (document, { name, language }, memory) =>
      inTurn(() =>
        thread.call('news', [bare(document), { name, ...(language !== undefined && { language }) }, memory]),
      ),
    close: () => thread.stop(),
  };
}

/** What a thread needs of a document. */
function bare({ bytes, url, contentType }: FetchedDocument): FetchedDocument {
  return { bytes, url, ...(contentType !== undefined && { contentType }) };
}
