import { UserError } from '../../errors.ts';
import { acceptedCodings } from './body.ts';
import { destinationOf, serverOf } from './destination.ts';
import { failureOf } from './failure.ts';
import { linesOf } from './fields.ts';
import type { Guard } from './guard.ts';
import { type Answer, request } from './request.ts';
import { createTurns } from './turns.ts';

/** Limits in milliseconds; waiting for a turn counts for none of them. */
export interface Timeouts {
  /** Until there is a connection, finding the address and TLS included. */
  readonly connect: number;
  /** Until the server begins to answer, connecting included; all redirects together. */
  readonly headers: number;
  /** Until the whole answer is there, from its beginning. */
  readonly body: number;
}

/** A question's way from the address that was asked to the one that answers. */
export interface Journey {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** What is said to the server at one address of the way. */
  readonly headers: (url: string) => Readonly<Record<string, string>>;
  readonly body?: string;
  /** The statuses whose redirects are followed. */
  readonly redirects: readonly number[];
  readonly signal: AbortSignal;
  /** Asked for every address on the way before it is asked itself; what this throws ends the journey. */
  readonly admit?: ((url: string) => Promise<void>) | undefined;
}

/** The answer at the end of the way. */
export interface Arrival extends Answer {
  readonly url: string;
  /** How far the first redirects were permanent ones; undefined where they weren't. */
  readonly movedTo: string | undefined;
  /** When the answer began, in Unix milliseconds. */
  readonly at: number;
}

/** Makes journeys. */
export interface Traveller {
  /**
   * Follows the redirects from an address, and returns what `arrive` makes of the answer at their end.
   * @throws {UserError} for whatever a server, a name or an address does wrong
   * @throws the signal's reason, when aborted
   */
  travel<value>(journey: Journey, arrive: (arrival: Arrival) => Promise<value>): Promise<value>;
  /** Ends whatever is under way, and returns when all connections are closed. */
  close(): Promise<void>;
}

const mostRedirects = 5;

/**
 * Travels with every address checked like the first one, with limits on time, and to one server so many times at once as
 * `perHost` says; others wait for their turn.
 */
export function createTraveller(parts: {
  readonly guard: Guard;
  readonly userAgent: string;
  readonly timeouts: Timeouts;
  readonly perHost: number;
}): Traveller {
  const { guard, userAgent, timeouts } = parts;
  const turns = createTurns(parts.perHost);
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();

  async function travel<value>(
    journey: Journey,
    arrive: (arrival: Arrival) => Promise<value>,
  ): Promise<value> {
    const signal = AbortSignal.any([journey.signal, closing.signal]);
    let url = destinationOf(journey.url, guard);
    let patience = timeouts.headers;
    let hasMoved = true;
    let movedTo: string | undefined;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      await journey.admit?.(url.href);
      const leave = await turns.take(serverOf(url), signal);
      const begun = performance.now();
      try {
        const step = await visit({ ...journey, url, signal, patience }, async (answer) => {
          const next = redirectOf(answer, journey.redirects);
          if (next !== undefined) return next;
          return { value: await arrive({ ...answer, url: url.href, movedTo, at: Date.now() }) };
        });
        if ('value' in step) return step.value;
        url = destinationOf(step.location, guard, url);
        hasMoved &&= step.isPermanent;
        if (hasMoved) movedTo = url.href;
      } finally {
        leave();
      }
      patience -= performance.now() - begun;
    }
    throw new UserError('sources.redirects');
  }

  /** @param stop.patience milliseconds until the answer must have begun */
  async function visit<value>(
    stop: Omit<Journey, 'url'> & { readonly url: URL; readonly patience: number },
    receive: (answer: Answer) => Promise<value>,
  ): Promise<value> {
    const { url, method, headers, body, signal, patience } = stop;
    const limit = createLimit(signal);
    const end = performance.now() + patience;
    let hasBegun = false;
    limit.set(Math.min(timeouts.connect, patience));
    try {
      return await request(
        {
          url,
          method,
          headers: { 'user-agent': userAgent, 'accept-encoding': acceptedCodings, ...headers(url.href) },
          ...(body !== undefined && { body }),
          guard,
          signal: limit.signal,
          connected: () => limit.set(end - performance.now()),
        },
        (answer) => {
          hasBegun = true;
          limit.set(timeouts.body);
          return receive(answer);
        },
      );
    } catch (error) {
      throw limit.signal.aborted ? limit.signal.reason : failureOf(error, hasBegun);
    } finally {
      limit.clear();
    }
  }

  return {
    travel(journey, arrive) {
      const travelling = travel(journey, arrive);
      const ended = travelling.catch(() => undefined).finally(() => underWay.delete(ended));
      underWay.add(ended);
      return travelling;
    },
    async close() {
      closing.abort(new Error('The fetcher was closed'));
      await Promise.all(underWay);
    },
  };
}

/** Where an answer sends on to; undefined where it doesn't. */
function redirectOf(
  { status, fields }: Answer,
  followed: readonly number[],
): { readonly location: string; readonly isPermanent: boolean } | undefined {
  const [location, ...others] = linesOf(fields, 'location');
  if (!followed.includes(status) || location === undefined) return undefined;
  if (others.some((other) => other !== location)) throw new UserError('sources.badAnswer');
  // Servers write their addresses in UTF-8, though headers are Latin-1.
  const written = Buffer.from(location, 'latin1').toString('utf8');
  return { location: written, isPermanent: status === 301 || status === 308 };
}

/**
 * Ends one visit that takes too long, or with the signal. What listens to this one's signal lives no longer than the visit, which
 * doesn't hold for `AbortSignal.any`: sockets never take their listeners back.
 */
function createLimit(signal: AbortSignal) {
  const ending = new AbortController();
  const stop = () => ending.abort(signal.reason);
  let timer: NodeJS.Timeout | undefined;
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop);
  return {
    signal: ending.signal,
    /** Forgets the limit before, and sets one from now on. */
    set(milliseconds: number) {
      clearTimeout(timer);
      timer = setTimeout(() => ending.abort(new UserError('sources.timeout')), milliseconds);
    },
    clear() {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    },
  };
}
