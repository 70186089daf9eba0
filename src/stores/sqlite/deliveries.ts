import type { Posted } from '../../chat/adapter.ts';
import type { DeliveryKind, DueDelivery, Told } from '../../delivery/outbox.ts';
import { readParts } from '../../delivery/stored-parts.ts';
import { languageOf, numberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

/** A delivery as threads hand it to each other: its message as JSON, and what it tells beside that. */
export interface PackedDelivery extends Omit<DueDelivery, 'parts'> {
  readonly parts: string;
  readonly told: readonly Told[];
}

/** What a delivery is read from, besides `parts`. */
export const columns =
  'key, kind, channel, plan, language, due_at, not_before, edits, follows, state, attempts, posted_channel, posted_id, settled_at, failure';

const kinds: Readonly<Record<DeliveryKind, true>> = {
  digest: true,
  alert: true,
  update: true,
  announcement: true,
  correction: true,
  notice: true,
};

/** Makes a delivery ready for another thread. */
export function pack({ parts, ...delivery }: DueDelivery): PackedDelivery {
  const told = parts.flatMap((part) => part.told ?? []);
  return { ...delivery, parts: JSON.stringify(parts), told };
}

/** What another thread packed. */
export function unpack({ parts, told: _told, ...delivery }: PackedDelivery): DueDelivery {
  return { ...delivery, parts: readParts(parts) };
}

/** A delivery that was read. */
export function deliveryOf(row: Row): PackedDelivery {
  const [plan, edits, follows] = [
    optionalTextOf(row, 'plan'),
    optionalTextOf(row, 'edits'),
    optionalTextOf(row, 'follows'),
  ];
  return {
    key: textOf(row, 'key'),
    kind: kindOf(row),
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

function kindOf(row: Row): DeliveryKind {
  const kind = textOf(row, 'kind');
  if (isKind(kind)) return kind;
  throw new TypeError(`no kind of delivery: ${kind}`);
}

function isKind(text: string): text is DeliveryKind {
  return Object.hasOwn(kinds, text);
}

/** Where a delivery went, if it has gone anywhere. */
export function postedOf(row: Row): Posted | undefined {
  const [channel, id] = [optionalTextOf(row, 'posted_channel'), optionalTextOf(row, 'posted_id')];
  return channel === undefined || id === undefined ? undefined : { channel, id };
}
