/** What an adapter does that nobody waits for, until it stops. */
export interface Work {
  /** Aborted when nobody waits for answers any more. */
  readonly signal: AbortSignal;
  /** True from when it was told to end. */
  isOver(): boolean;
  /** Begins something, unless it is over; resolves when that has ended, whatever came of it. @param what failed, if it fails */
  undertake(work: () => Promise<void>, what: string): Promise<void>;
  /** Takes nothing new, and resolves when what was begun has ended or has had time enough. */
  end(): Promise<void>;
}

/** Milliseconds that what is under way may take when Kiosk stops. */
const usualPatience = 10_000;

/** @param parts.failed is told what was thrown */
export function createWork(parts: {
  readonly patience: number | undefined;
  readonly failed: (error: unknown, what: string) => void;
}): Work {
  const { patience = usualPatience, failed } = parts;
  const underWay = new Set<Promise<void>>();
  const abandon = new AbortController();
  let isOver = false;
  let ended: Promise<void> | undefined;

  async function wait(): Promise<void> {
    const limit = setTimeout(() => abandon.abort(), patience);
    const given = new Promise<void>((resolve) => abandon.signal.addEventListener('abort', () => resolve()));
    await Promise.race([Promise.all(underWay), given]);
    clearTimeout(limit);
    abandon.abort();
  }

  return {
    signal: abandon.signal,
    isOver: () => isOver,
    async undertake(work, what) {
      if (isOver) return;
      const done: Promise<void> = work()
        .catch((error: unknown) => failed(error, what))
        .finally(() => underWay.delete(done));
      underWay.add(done);
      await done;
    },
    end() {
      isOver = true;
      ended ??= wait();
      return ended;
    },
  };
}
