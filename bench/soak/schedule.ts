import { instantsOf } from './daily.ts';
import type { Announcing, Room, Wanting } from './rooms.ts';

/** When something is announced. */
export function announcedAt({ when }: Announcing, from: number, to: number): readonly number[] {
  return 'once' in when ? [when.once] : instantsOf(when, from, to);
}

/** When digests are due. */
export function digestsAt({ digests }: Wanting, from: number, to: number): readonly number[] {
  return digests === undefined ? [] : instantsOf(digests, from, to);
}

/** Every instant at which something is due in some room, ascending. */
export function dueInstants(rooms: readonly Room[], from: number, to: number): readonly number[] {
  const all = rooms.flatMap(({ wantings, announcings }) => [
    ...wantings.flatMap((each) => digestsAt(each, from, to)),
    ...announcings.flatMap((each) => announcedAt(each, from, to)),
  ]);
  return [...new Set(all)].toSorted((one, other) => one - other);
}
