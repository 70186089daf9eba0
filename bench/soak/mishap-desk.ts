import type { Mishap } from './mishaps.ts';
import type { Hold, Platforms } from './platforms.ts';

/** A kill that is planned. */
export type Kill = Extract<Mishap, { kind: 'kill' }>;

/** Sees to it that all goes wrong that was planned. */
export interface MishapDesk {
  /** Orders what goes wrong with requests from now on, and lets go what was held long enough. */
  order(at: number): void;
  /** The next kill of a process that is due. */
  killOf(process: number, at: number): Kill | undefined;
  /** Whether a platform may hold a post; nobody must wait for it. */
  mayHold(): boolean;
  /** Whether one is held. */
  holds(): boolean;
  letGo(): void;
}

const minute = 60_000;

/** Begins with nothing gone wrong. */
export function createMishapDesk(mishaps: readonly Mishap[], platforms: Platforms): MishapDesk {
  const waiting = [...mishaps];
  let held: { readonly hold: Hold; readonly length: number; since?: number } | undefined;

  function take(isMeant: (mishap: Mishap) => boolean): Mishap | undefined {
    const found = waiting.findIndex(isMeant);
    return found === -1 ? undefined : waiting.splice(found, 1)[0];
  }

  function letGo(): void {
    held?.hold.letGo();
    held = undefined;
  }

  return {
    order(at) {
      if (held?.hold.isMet() === true) {
        held.since ??= at;
        if (at - held.since >= held.length) letGo();
      }
      for (;;) {
        const mishap = take((each) => each.kind !== 'kill' && each.at <= at);
        if (mishap?.kind === 'fault') platforms.order(mishap);
        else if (mishap?.kind === 'hold') {
          letGo();
          held = { hold: platforms.hold(mishap.platform), length: mishap.minutes * minute };
        } else return;
      }
    },
    killOf(process, at) {
      const kill = take((each) => each.kind === 'kill' && each.process === process && each.at <= at);
      // What a dead process asked for isn't done minutes later.
      if (kill !== undefined) letGo();
      return kill?.kind === 'kill' ? kill : undefined;
    },
    mayHold: () => held !== undefined,
    holds: () => held?.hold.isMet() === true,
    letGo,
  };
}
