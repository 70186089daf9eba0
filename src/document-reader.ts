import type { DocumentWorker } from './document-worker.ts';
import { UserError } from './errors.ts';
import type { DocumentReader, FetchedDocument } from './sources/index.ts';
import { createThread } from './threads.ts';

/** Reads documents in a thread of its own. */
export interface ThreadedReader extends DocumentReader {
  close(): Promise<void>;
}

interface Job {
  /** Asks the thread; the result hands over what it answered. */
  readonly ask: () => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

const module = new URL('document-worker.ts', import.meta.url);
/** MiB of JavaScript objects; the largest page and its document tree need about half of it. */
const largest = 256;
/** A page that takes longer than this is a trap; the largest honest ones take a tenth. */
const longest = 20_000;
/** Documents the thread is given at a time, so that it needn't wait for the next one: waking it up takes as long as reading a feed. */
const ahead = 4;

/**
 * Reads feeds and pages where it holds nobody else up, one after the other. A document that takes too long or too much memory ends the
 * thread, and fails alone: those behind it are read by the next thread.
 * @param limits.milliseconds a document may take
 * @param limits.heap MiB of JavaScript objects it may need
 */
export function createDocumentReader(
  limits: { readonly milliseconds?: number; readonly heap?: number } = {},
): ThreadedReader {
  const { milliseconds = longest, heap = largest } = limits;
  const thread = createThread<DocumentWorker>({ module, data: undefined, heap });
  const waiting: Job[] = [];
  /** What the thread has, in the order of its answers. */
  let given: Job[] = [];
  let limit: NodeJS.Timeout | undefined;

  function proceed(): void {
    clearTimeout(limit);
    while (given.length < ahead) {
      const job = waiting.shift();
      if (job === undefined) break;
      given.push(job);
      void give(job);
    }
    if (given.length > 0) limit = setTimeout(() => thread.kill(), milliseconds);
  }

  async function give(job: Job): Promise<void> {
    const turn = given;
    try {
      const handOver = await job.ask();
      if (turn !== given) return;
      given.shift();
      handOver();
    } catch (error) {
      if (turn !== given) return;
      given.shift();
      if (error instanceof UserError) job.reject(error);
      else {
        job.reject(new UserError('sources.tooComplex', {}, { cause: error }));
        // What the thread broke on is what it was reading; whatever else it had is asked again.
        waiting.unshift(...given);
        given = [];
      }
    }
    proceed();
  }

  function inTurn<value>(ask: () => Promise<value>): Promise<value> {
    return new Promise((resolve, reject) => {
      waiting.push({
        ask: async () => {
          const value = await ask();
          return () => resolve(value);
        },
        reject,
      });
      if (given.length < ahead) proceed();
    });
  }

  return {
    read: (document) => inTurn(() => thread.call('read', alone(document))),
    news: (document, { name, language }, memory) => {
      const followed = { name, ...(language !== undefined && { language }) };
      return inTurn(() => thread.call('news', [alone(document), followed, memory]));
    },
    close: () => thread.stop(),
  };
}

/** What a thread needs of a document, without whatever else shares the memory of its bytes. */
function alone({ bytes, url, contentType }: FetchedDocument): FetchedDocument {
  const isOwn = bytes.buffer.byteLength === bytes.byteLength;
  return { bytes: isOwn ? bytes : bytes.slice(), url, ...(contentType !== undefined && { contentType }) };
}
