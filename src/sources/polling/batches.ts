/** Collects what comes from many sides at once. */
export interface Batches<thing> {
  /** Resolves when these are done with; rejects with what `work` throws for them. */
  add(things: readonly thing[]): Promise<void>;
}

interface Part<thing> {
  readonly things: readonly thing[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Works on one batch after the other: what comes while one is being worked on is the next one, so that a crowd shares what a
 * transaction costs, and a single thing waits for nobody. Where a batch fails, each part of it is tried alone, so that none fails
 * for another's sake.
 */
export function createBatches<thing>(work: (things: readonly thing[]) => Promise<void>): Batches<thing> {
  let waiting: Part<thing>[] = [];
  let isWorking = false;

  async function workOff(): Promise<void> {
    isWorking = true;
    while (waiting.length > 0) {
      const parts = waiting;
      waiting = [];
      try {
        await work(parts.flatMap(({ things }) => things));
        for (const { resolve } of parts) resolve();
      } catch (error) {
        if (parts.length === 1) parts[0]?.reject(error);
        else for (const part of parts) await work(part.things).then(part.resolve, part.reject);
      }
    }
    isWorking = false;
  }

  return {
    add: (things) =>
      new Promise((resolve, reject) => {
        waiting.push({ things, resolve, reject });
        if (!isWorking) void workOff();
      }),
  };
}
