/** Something that goes wrong with a request. */
export type Fault =
  /** 429, with how many seconds to wait. */
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504 }
  /** Slack says no, whatever was asked: "fatal_error", "internal_error". */
  | { readonly kind: 'refused'; readonly error: string }
  /** The connection ends before anything is done. */
  | { readonly kind: 'dropped' }
  /** Everything is done, but the connection ends before the answer. */
  | { readonly kind: 'lost' }
  /** Everything is done, and the answer begins, but it never ends. */
  | { readonly kind: 'stalled' }
  /** Everything is done, but a server in between fails at the answer. */
  | { readonly kind: 'failed'; readonly status: 502 | 504 }
  /** Nothing is done until the test lets go. */
  | { readonly kind: 'held' };

/** A fault that a test ordered. */
export interface Ordered {
  /** How many requests it has met. */
  met(): number;
  /** Lets held requests go on, and those to come. */
  release(): void;
}

/** The fault that meets a request, and a promise for when it may go on. */
export interface Met {
  readonly fault: Fault;
  readonly released: Promise<void>;
}

/** The faults to come. */
export interface Faults {
  /** @param method "chat.postMessage", "response_url" for what is sent there, or "*" for everything */
  order(method: string, fault: Fault, times?: number): Ordered;
  /** Takes the next fault that was ordered for this method. */
  meet(method: string): Met | undefined;
  /** Those that met nothing, or fewer requests than they were ordered for. */
  left(): readonly string[];
}

/** Makes faults for some methods. @param met is told of each that happens */
export function createFaults(methods: readonly string[], met: () => void): Faults {
  const ordered = new Set<{
    readonly method: string;
    readonly fault: Fault;
    readonly released: PromiseWithResolvers<void>;
    left: number;
    met: number;
  }>();
  const known = new Set([...methods, 'response_url', '*']);
  return {
    order(method, fault, times = 1) {
      if (!known.has(method)) throw new Error(`There is no method ${method}`);
      const order = { method, fault, left: times, met: 0, released: Promise.withResolvers<void>() };
      ordered.add(order);
      return {
        met: () => order.met,
        release() {
          order.left = 0;
          order.released.resolve();
        },
      };
    },
    meet(method) {
      for (const order of ordered) {
        if (order.left === 0 || (order.method !== '*' && order.method !== method)) continue;
        order.left -= 1;
        order.met += 1;
        met();
        return { fault: order.fault, released: order.released.promise };
      }
      return undefined;
    },
    left: () =>
      [...ordered].filter(({ left }) => left > 0).map(({ method, fault }) => `${method}: ${fault.kind}`),
  };
}
