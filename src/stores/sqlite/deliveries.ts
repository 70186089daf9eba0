import type { Posted } from '../../chat/adapter.ts';
import type { DueDelivery, Told } from '../../delivery/outbox.ts';
import { readKind, readParts } from '../../delivery/stored-parts.ts';
import { languageOf, numberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

/** A delivery as threads hand it to each other: its message as JSON, and what it tells beside that. */
export interface PackedDelivery extends Omit<DueDelivery, 'parts'> {
  readonly parts: string;
  readonly told: readonly Told[];
}

/** What a delivery is read from. */
export const columns =
  'number, key, kind, channel, plan, language, parts, due_at, not_before, edits, follows, attempts, posted_channel, posted_id';

/** Makes a delivery ready for another thread. */
export function pack({ parts, ...delivery }: DueDelivery): PackedDelivery {
  const told = parts.flatMap((part) => part.told ?? []);
  return { ...delivery, parts: JSON.stringify(parts), told };
}

/** What another thread packed. */
export function unpack({ parts, told: _told, ...delivery }: PackedDelivery): DueDelivery {
  return { ...delivery, parts: readParts(parts) };
}

/** A delivery that was read, with its message as it was put. */
export function deliveryOf(row: Row): PackedDelivery {
  const [plan, edits, follows] = [
    optionalTextOf(row, 'plan'),
    optionalTextOf(row, 'edits'),
    optionalTextOf(row, 'follows'),
  ];
  return {
    key: textOf(row, 'key'),
    kind: readKind(textOf(row, 'kind')),
    channel: textOf(row, 'channel'),
    ...(plan !== undefined && { plan }),
    language: languageOf(row),
    parts: textOf(row, 'parts'),
    told: [],
    dueAt: new Date(numberOf(row, 'due_at')),
    notBefore: new Date(numberOf(row, 'not_before')),
    ...(edits !== undefined && { edits }),
    ...(follows !== undefined && { follows }),
  };
}

/** Where a delivery went, if it has gone anywhere. */
export function postedOf(row: Row): Posted | undefined {
  const [channel, id] = [optionalTextOf(row, 'posted_channel'), optionalTextOf(row, 'posted_id')];
  return channel === undefined || id === undefined ? undefined : { channel, id };
}
