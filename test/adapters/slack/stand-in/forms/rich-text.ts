import * as v from 'valibot';
import { list, words } from './text.ts';

const style = v.optional(
  v.strictObject({
    bold: v.optional(v.boolean()),
    italic: v.optional(v.boolean()),
    strike: v.optional(v.boolean()),
    code: v.optional(v.boolean()),
    underline: v.optional(v.boolean()),
    highlight: v.optional(v.boolean()),
    client_highlight: v.optional(v.boolean()),
    unlink: v.optional(v.boolean()),
  }),
);

/** A run of words, or what stands among them. */
export const richSpan = v.variant('type', [
  v.strictObject({ type: v.literal('text'), text: words(40_000), style }),
  v.strictObject({
    type: v.literal('link'),
    url: words(3000),
    text: v.optional(v.string()),
    unsafe: v.optional(v.boolean()),
    style,
  }),
  v.strictObject({ type: v.literal('user'), user_id: v.string(), style }),
  v.strictObject({ type: v.literal('channel'), channel_id: v.string(), style }),
  v.strictObject({ type: v.literal('usergroup'), usergroup_id: v.string(), style }),
  v.strictObject({ type: v.literal('broadcast'), range: v.picklist(['here', 'channel', 'everyone']), style }),
  v.strictObject({
    type: v.literal('emoji'),
    name: v.string(),
    unicode: v.optional(v.string()),
    style,
  }),
  v.strictObject({
    type: v.literal('date'),
    timestamp: v.number(),
    format: v.string(),
    url: v.optional(v.string()),
    fallback: v.optional(v.string()),
    style,
  }),
  v.strictObject({ type: v.literal('color'), value: v.string(), style }),
]);
/** A run of words, or what stands among them. */
export type RichSpan = v.InferOutput<typeof richSpan>;

const spans = v.array(richSpan);
const border = v.optional(v.number());
const section = v.strictObject({ type: v.literal('rich_text_section'), elements: spans });

/** A paragraph, a list, a quotation or code. */
export const richPart = v.variant('type', [
  section,
  v.strictObject({
    type: v.literal('rich_text_list'),
    style: v.picklist(['bullet', 'ordered']),
    elements: v.array(section),
    indent: v.optional(v.number()),
    offset: v.optional(v.number()),
    border,
  }),
  v.strictObject({ type: v.literal('rich_text_quote'), elements: spans, border }),
  v.strictObject({
    type: v.literal('rich_text_preformatted'),
    elements: spans,
    border,
    language: v.optional(v.string()),
  }),
]);
/** A paragraph, a list, a quotation or code. */
export type RichPart = v.InferOutput<typeof richPart>;

/** The parts of a text. */
export const richParts = list(richPart, 1000);
