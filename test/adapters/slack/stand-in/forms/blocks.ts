import * as v from 'valibot';
import { accessory, actionElement, contextElement, inputElement } from './elements.ts';
import { richParts } from './rich-text.ts';
import { anyText, id, imageAddress, list, plainText, words } from './text.ts';

const section = v.pipe(
  v.strictObject({
    type: v.literal('section'),
    block_id: id,
    text: v.optional(anyText(3000)),
    fields: v.optional(list(anyText(2000), 10)),
    accessory: v.optional(accessory),
    expand: v.optional(v.boolean()),
  }),
  v.check(
    ({ text, fields }) => text !== undefined || fields !== undefined,
    'either text or fields must be set',
  ),
);

/** A block of a message, a modal or a home tab. */
export const block = v.variant('type', [
  section,
  v.strictObject({ type: v.literal('divider'), block_id: id }),
  v.strictObject({ type: v.literal('header'), block_id: id, text: plainText(150) }),
  v.strictObject({
    type: v.literal('image'),
    block_id: id,
    image_url: imageAddress,
    alt_text: words(2000),
    title: v.optional(plainText(2000)),
  }),
  v.strictObject({ type: v.literal('actions'), block_id: id, elements: list(actionElement, 25) }),
  v.strictObject({ type: v.literal('context'), block_id: id, elements: list(contextElement, 10) }),
  v.strictObject({ type: v.literal('rich_text'), block_id: id, elements: richParts }),
  v.strictObject({
    type: v.literal('input'),
    block_id: id,
    label: plainText(2000),
    element: inputElement,
    hint: v.optional(plainText(2000)),
    optional: v.optional(v.boolean()),
    dispatch_action: v.optional(v.boolean()),
  }),
  v.strictObject({ type: v.literal('markdown'), block_id: id, text: words(12_000) }),
]);
/** A block of a message, a modal or a home tab. */
export type Block = v.InferOutput<typeof block>;

/** The blocks of a message. */
export const messageBlocks = list(block, 50, 0);
/** The blocks of a modal or a home tab. */
export const viewBlocks = list(block, 100, 0);
