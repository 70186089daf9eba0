import * as v from 'valibot';
import type { Block } from '../chat/message.ts';
import { readJson } from '../chat/stored.ts';
import type { Part } from './outbox.ts';

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
        isUpdate: v.exactOptional(v.boolean()),
      }),
    ),
  }),
);

/**
 * The pieces of a message that were kept as JSON.
 * @throws where they are none
 */
export function readParts(text: string): readonly Part[] {
  return v.parse(partsSchema, readJson(text));
}
