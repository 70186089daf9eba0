import type { Placed } from '../forms/layout.ts';
import { keyOf } from '../world/post.ts';
import type { Message, View } from '../world/world.ts';

/** What a reader has put into fields, by the fields' keys. */
export type Held = ReadonlyMap<string, readonly string[]>;

/** What readers have put into fields that are before them, and not sent off yet. */
export interface Fields {
  put(where: Message | View, values: Held): void;
  in(where: Message | View): Held;
}

/** What a field is known by. */
export function fieldKey({ blockId, actionId }: Pick<Placed, 'blockId' | 'actionId'>): string {
  return JSON.stringify([blockId, actionId]);
}

/** Begins with untouched fields. */
export function createFields(): Fields {
  const held = new Map<string, Held>();
  const heldIn = (where: Message | View): Held => held.get(nameOf(where)) ?? new Map();
  return {
    in: heldIn,
    put: (where, values) => void held.set(nameOf(where), new Map([...heldIn(where), ...values])),
  };
}

function nameOf(where: Message | View): string {
  return 'form' in where ? where.id : keyOf(where.channelId, where.ts);
}
