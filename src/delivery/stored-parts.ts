import * as v from 'valibot';
import type { Block } from '../chat/message.ts';
import { readJson } from '../chat/stored.ts';
import type { DeliveryKind, Part } from './outbox.ts';

const partsSchema = v.array(
  v.object({
    // Only Kiosk writes them.
    blocks: v.array(v.custom<Block>((value) => typeof value === 'object' && value !== null)),
    told: v.exactOptional(
      v.object({
        story: v.string(),
        quoted: v.string(),
        telling: v.array(v.string()),
        articles: v.array(v.object({ id: v.string(), revision: v.number(), withdrawn: v.boolean() })),
      }),
    ),
  }),
);
const kindSchema = v.picklist(['digest', 'alert', 'update', 'announcement', 'correction', 'notice']);

/**
 * A message's parts that were kept as JSON.
 * @throws where they are none
 */
export function readParts(text: string): readonly Part[] {
  return v.parse(partsSchema, readJson(text));
}

/**
 * What a delivery that was kept is.
 * @throws where it is none of the kinds
 */
export function readKind(text: string): DeliveryKind {
  return v.parse(kindSchema, text);
}
