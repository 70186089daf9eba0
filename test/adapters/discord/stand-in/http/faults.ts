import type { RefusalName } from '../refusal.ts';
import { fit } from './routes.ts';
import type { Route } from './routes.ts';

/** Something that goes wrong with a request. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfter: number; readonly global?: boolean }
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504 }
  /** Discord says no, whatever was asked. */
  | { readonly kind: 'refused'; readonly reason: RefusalName }
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
  /** @param route "POST /channels/:channel/messages"; "*" and ":name" fit anything, an id fits itself */
  order(route: string, fault: Fault, times?: number): Ordered;
  /** Takes the next fault that was ordered for this request. */
  meet(method: string, path: string): Met | undefined;
  /** Those that met nothing, or fewer requests than they were ordered for. */
  left(): readonly string[];
}

/** Makes faults for some routes. @param met is told of each that happens */
export function createFaults(routes: readonly Route[], met: () => void): Faults {
  const ordered = new Set<{
    readonly method: string;
    readonly path: string;
    readonly fault: Fault;
    readonly released: PromiseWithResolvers<void>;
    left: number;
    met: number;
  }>();
  return {
    order(name, fault, times = 1) {
      const [method = '', path = ''] = name.split(' ');
      const example = path.replaceAll(/:\w+|\*/g, '0');
      const known = routes.some(
        (route) => route.method === method && (fit(route.path, example) ?? fit(path, route.path)),
      );
      if (!known) throw new Error(`There is no route ${name}`);
      const order = { method, path, fault, left: times, met: 0, released: Promise.withResolvers<void>() };
      ordered.add(order);
      return {
        met: () => order.met,
        release() {
          order.left = 0;
          order.released.resolve();
        },
      };
    },
    meet(method, path) {
      for (const order of ordered) {
        if (order.left === 0 || order.method !== method || !fit(order.path, path)) continue;
        order.left -= 1;
        order.met += 1;
        met();
        return { fault: order.fault, released: order.released.promise };
      }
      return undefined;
    },
    left: () =>
      [...ordered]
        .filter(({ left }) => left > 0)
        .map(({ method, path, fault }) => `${method} ${path}: ${fault.kind}`),
  };
}
