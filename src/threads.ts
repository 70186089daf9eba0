import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker, parentPort } from 'node:worker_threads';
import { UserError } from './errors.ts';
import type { TextKey, TextValues } from './texts.ts';

/** What a thread can be asked: functions of one argument that can be copied between threads, as their result can. */
export type Calls<methods> = { readonly [name in keyof methods]: (input: never) => unknown };

/** A thread as its user sees it: the same functions, asynchronous. */
export interface Thread<methods extends Calls<methods>> {
  /** Calls that have not been answered yet. */
  readonly pending: number;
  call<name extends keyof methods & string>(
    name: name,
    input: Parameters<methods[name]>[0],
  ): Promise<Awaited<ReturnType<methods[name]>>>;
  /** Ends the thread at once; calls under way reject, and the next one starts it anew. */
  kill(): void;
  /** Ends the thread once the calls made before are answered; later ones reject. */
  stop(): Promise<void>;
}

type Reply<value> = { readonly id: number } & (
  | { readonly kind: 'value'; readonly value: value }
  | { readonly kind: 'user error'; readonly key: TextKey; readonly values: TextValues }
  | { readonly kind: 'fault'; readonly error: unknown }
);

interface Pending {
  readonly settle: (reply: Reply<never>) => void;
  readonly fail: (error: Error) => void;
}

/**
 * A worker thread that is started by the first call, keeps the process alive only while it owes an answer, and is
 * replaced on the next call after a crash, which rejects the calls it took with it.
 */
export function createThread<methods extends Calls<methods>>(parts: {
  readonly module: URL;
  readonly data: unknown;
  /** MiB of JavaScript objects the thread may hold. */
  readonly heap: number;
}): Thread<methods> {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let calls = 0;
  let isStopped = false;

  function start(): Worker {
    const started = new Worker(parts.module, {
      workerData: parts.data,
      env: environment(),
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: parts.heap, maxYoungGenerationSizeMb: 8 },
    });
    started.on('message', (reply) => {
      const call = pending.get(reply.id);
      forget(started, reply.id);
      call?.settle(reply);
    });
    started.on('error', (error) => lose(started, error instanceof Error ? error : new Error(String(error))));
    started.on('exit', (code) => lose(started, new Error(`a thread ended with status ${code}`)));
    return started;
  }

  function forget(from: Worker, id: number): void {
    pending.delete(id);
    // Whoever waits for the thread's end needs the process alive until then.
    if (pending.size === 0 && !isStopped) from.unref();
  }

  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return;
    worker = undefined;
    const calls = [...pending.values()];
    pending.clear();
    for (const call of calls) call.fail(error);
  }

  return {
    get pending() {
      return pending.size;
    },
    call(name, input) {
      return new Promise((resolve, reject) => {
        if (isStopped) throw new Error('the thread is closed');
        worker ??= start();
        const id = ++calls;
        const settle = (reply: Reply<Awaited<ReturnType<methods[typeof name]>>>) => {
          if (reply.kind === 'value') resolve(reply.value);
          else reject(reply.kind === 'fault' ? reply.error : new UserError(reply.key, reply.values));
        };
        pending.set(id, { settle, fail: reject });
        worker.ref();
        worker.postMessage({ id, name, input }, []);
      });
    },
    kill() {
      const killed = worker;
      if (killed === undefined) return;
      lose(killed, new Error('a thread was ended'));
      void killed.terminate();
    },
    async stop() {
      isStopped = true;
      const stopped = worker;
      if (stopped === undefined) return;
      const exit = new Promise<void>((resolve) => stopped.once('exit', () => resolve()));
      stopped.ref();
      stopped.postMessage({ id: 0, name: 'stop' }, []);
      await exit;
    },
  };
}

/** Where this process keeps what it compiled, a thread finds it too; it starts faster and needs 20 MB less so. */
function environment(): Record<string, string> {
  const cache = getCompileCacheDir();
  return cache === undefined ? {} : { NODE_COMPILE_CACHE: dirname(cache) };
}

/**
 * Answers the calls of the thread that started this one.
 * @param explain makes an error one for people, where it can
 * @param stop runs before the thread ends
 */
export function serve<methods extends Calls<methods>>(
  methods: methods,
  explain: (error: unknown) => unknown,
  stop: () => void,
): void {
  const answering = new Set<Promise<unknown>>();
  parentPort?.on('message', async ({ id, name, input }) => {
    if (name === 'stop') {
      await Promise.all(answering);
      stop();
      parentPort?.close();
      return;
    }
    const answered = answer(id, name, input);
    answering.add(answered);
    parentPort?.postMessage(await answered, []);
    answering.delete(answered);
  });

  async function answer(id: number, name: string, input: unknown): Promise<Reply<unknown>> {
    try {
      const known: object = methods;
      const method: (input: unknown) => unknown = Reflect.get(known, name);
      return { id, kind: 'value', value: await method(input) };
    } catch (error) {
      const explained = explain(error);
      if (!(explained instanceof UserError)) return { id, kind: 'fault', error: explained };
      return { id, kind: 'user error', key: explained.key, values: explained.values };
    }
  }
}
