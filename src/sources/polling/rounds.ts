/** How much goes on at once. */
export interface Limits {
  readonly atOnce: number;
  /** Of one host. */
  readonly perHost: number;
}

/** Works on what is due, many things at once and few of one host. */
export interface Rounds {
  /**
   * Begins whatever is due; resolves when the last of it has begun, so that a slow server, which keeps a place of its own for as long
   * as it takes, delays nobody else. Once the signal is aborted nothing is begun any more.
   * @throws what `claim` throws
   */
  tick(signal: AbortSignal): Promise<void>;
  /** Resolves when everything that was begun has ended. */
  idle(): Promise<void>;
}

/**
 * @param parts.claim gives some of what is due, each thing once; nothing when nothing more is due
 * @param parts.release is given what was claimed but not begun
 * @param parts.fault is told what `work` throws
 */
export function createRounds<thing>(parts: {
  readonly claim: () => Promise<readonly thing[]>;
  readonly release: (thing: thing) => Promise<void>;
  readonly addressOf: (thing: thing) => string;
  readonly work: (thing: thing, signal: AbortSignal) => Promise<void>;
  readonly fault: (error: unknown) => void;
  readonly limits: Limits;
}): Rounds {
  const { claim, release, addressOf, work, fault, limits } = parts;
  const running = new Set<Promise<void>>();
  const busy = new Map<string, number>();
  let ticking: Promise<void> | undefined;

  function begin(thing: thing, host: string, signal: AbortSignal): void {
    busy.set(host, (busy.get(host) ?? 0) + 1);
    const done: Promise<void> = work(thing, signal)
      .catch(fault)
      .finally(() => {
        running.delete(done);
        const left = (busy.get(host) ?? 1) - 1;
        if (left > 0) busy.set(host, left);
        else busy.delete(host);
      });
    running.add(done);
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const waiting = Map.groupBy(await claim(), (thing) => hostOf(addressOf(thing)));
      if (waiting.size === 0) return;
      while (waiting.size > 0 && !signal.aborted) {
        const host =
          running.size < limits.atOnce ? freeHost(waiting.keys(), busy, limits.perHost) : undefined;
        if (host === undefined) await Promise.race(running);
        else begin(takeTurn(waiting, host), host, signal);
      }
      for (const thing of [...waiting.values()].flat()) await release(thing);
    }
  }

  return {
    tick(signal) {
      ticking ??= run(signal).finally(() => {
        ticking = undefined;
      });
      return ticking;
    },
    async idle() {
      await ticking?.catch(() => undefined);
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function freeHost(
  hosts: Iterable<string>,
  busy: ReadonlyMap<string, number>,
  perHost: number,
): string | undefined {
  for (const host of hosts) if ((busy.get(host) ?? 0) < perHost) return host;
  return undefined;
}

/** Takes the first thing of a host's queue; the host goes to the end, so that all take turns. */
function takeTurn<thing>(waiting: Map<string, thing[]>, host: string): thing {
  const [first, ...others] = waiting.get(host) ?? [];
  if (first === undefined) throw new Error(`nothing waits for ${host}`);
  waiting.delete(host);
  if (others.length > 0) waiting.set(host, others);
  return first;
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
