import { createChance } from './chance.ts';
import type { Chance } from './chance.ts';

/** What goes wrong with a request. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504 }
  /** The connection ends before anything is done. */
  | { readonly kind: 'dropped' }
  /** Everything is done, but the connection ends before the answer. */
  | { readonly kind: 'lost' }
  /** Nothing is done for so many real milliseconds, whatever becomes of who asked. */
  | { readonly kind: 'slow'; readonly milliseconds: number };

/** When a process is killed, in what it does next. */
export type Moment =
  /** After so much of the time that this takes. */
  | { readonly kind: 'step' | 'opening'; readonly share: number }
  /** When a platform has taken so many posts and edits of it, before it says so. */
  | { readonly kind: 'commit'; readonly count: number };

/** Something that goes wrong, from a time on. */
export type Mishap =
  | {
      readonly kind: 'fault';
      readonly at: number;
      readonly platform: 'discord' | 'slack';
      readonly of: 'post' | 'edit' | 'read';
      readonly fault: Fault;
      readonly times: number;
    }
  /** A platform holds a post for some minutes, and who posts must hold on to it. */
  | {
      readonly kind: 'hold';
      readonly at: number;
      readonly platform: 'discord' | 'slack';
      readonly minutes: number;
    }
  | {
      readonly kind: 'kill';
      readonly at: number;
      readonly process: number;
      readonly moment: Moment;
      /** How long it stays down, in milliseconds. */
      readonly outage: number;
    };

const minute = 60_000;
/** The share of instants at which something goes wrong with requests: the more channels, the more requests there are. */
const faulty = (channels: number) => Math.min(0.5, 0.3 + 0.004 * channels);
/** The share of instants at which platforms take their time. */
const tardy = 0.5;
/** The share of instants at which a platform holds a post. */
const held = 0.03;

/**
 * Plans all that goes wrong.
 * @param instants when something is due
 */
export function planMishaps(
  seed: number,
  instants: readonly number[],
  {
    channels,
    kills,
    processes,
  }: { readonly channels: number; readonly kills: number; readonly processes: number },
): readonly Mishap[] {
  const chance = createChance(seed, 'mishaps');
  const slow = instants.filter(() => chance.isHit(tardy)).flatMap((at) => slownessAt(chance, at));
  const holds = instants
    .filter(() => chance.isHit(held))
    .map((at) => ({
      kind: 'hold' as const,
      at,
      platform: chance.pick(['discord', 'slack'] as const),
      minutes: chance.whole(1, 4),
    }));
  const faults = instants.filter(() => chance.isHit(faulty(channels))).flatMap((at) => faultsAt(chance, at));
  const killed = Array.from({ length: kills }, () => ({
    kind: 'kill' as const,
    at: chance.pick(instants),
    process: chance.whole(0, processes - 1),
    moment: momentOf(chance),
    outage: outageOf(chance),
  }));
  return [...holds, ...slow, ...faults, ...killed].toSorted((one, other) => one.at - other.at);
}

/** Long enough for another process to see what is on its way. */
function slownessAt(chance: Chance, at: number): readonly Mishap[] {
  return (['discord', 'slack'] as const).map((platform) => ({
    kind: 'fault',
    at,
    platform,
    of: 'post',
    fault: { kind: 'slow', milliseconds: chance.whole(10, 50) },
    times: chance.whole(1, 3),
  }));
}

function faultsAt(chance: Chance, at: number): readonly Mishap[] {
  return Array.from({ length: chance.whole(1, 3) }, () => {
    const platform = chance.pick(['discord', 'slack'] as const);
    return {
      kind: 'fault',
      at,
      platform,
      of: chance.pick(['post', 'post', 'post', 'edit', 'read'] as const),
      fault: faultOf(chance, platform),
      // discord.js tries again by itself; what goes wrong more often reaches the outbox.
      times: chance.pick([1, 1, 2, 5]),
    };
  });
}

function faultOf(chance: Chance, platform: 'discord' | 'slack'): Fault {
  const kind = chance.pick(['rate-limited', 'status', 'dropped', 'lost', 'lost'] as const);
  // discord.js waits in real time, and Slack counts in seconds.
  if (kind === 'rate-limited')
    return { kind, retryAfter: platform === 'discord' ? 0.02 : chance.pick([1, 30, 90]) };
  return kind === 'status' ? { kind, status: chance.pick([500, 502, 503, 504] as const) } : { kind };
}

function momentOf(chance: Chance): Moment {
  const kind = chance.pick(['step', 'step', 'step', 'commit', 'commit', 'commit', 'opening'] as const);
  return kind === 'commit'
    ? { kind, count: chance.pick([1, 1, 1, 2, 2, 3, 5]) }
    : { kind, share: chance.share() };
}

function outageOf(chance: Chance): number {
  const kind = chance.pick([
    'none',
    'none',
    'none',
    'none',
    'none',
    'none',
    'short',
    'short',
    'short',
    'long',
  ] as const);
  if (kind === 'none') return 0;
  return (kind === 'short' ? chance.whole(1, 5) : chance.whole(20, 150)) * minute;
}
