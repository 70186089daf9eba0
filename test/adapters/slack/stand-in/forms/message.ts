import * as v from 'valibot';
import { isObject, plain } from '../../../discord/stand-in/json.ts';
import { Refusal } from '../refusal.ts';
import type { Metadata } from '../world/world.ts';
import type { Block } from './blocks.ts';
import { read } from './check.ts';
import { readBlocks } from './layout.ts';

/** The length at which Slack cuts a message. */
export const mostText = 40_000;
/** The length at which Slack does not take a changed message (docs.slack.dev/reference/methods/chat.update). */
const mostChanged = 4000;

const flag = v.pipe(
  v.union([v.boolean(), v.picklist(['true', 'false', '1', '0'])]),
  v.transform((value) => value === true || value === 'true' || value === '1'),
);

/** The fields that all ways of writing share. */
export const writingFields = {
  text: v.optional(v.string()),
  blocks: v.optional(v.unknown()),
  metadata: v.optional(v.unknown()),
  unfurl_links: v.optional(flag),
  unfurl_media: v.optional(flag),
  thread_ts: v.optional(v.string()),
};
/** True or false, as a form says it. */
export { flag };

const metadataForm = v.strictObject({ event_type: v.string(), event_payload: v.looseObject({}) });

/** What is written. */
export interface Written {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: Metadata | undefined;
  /** What a bot should have done otherwise, though Slack takes it. */
  readonly flaws: readonly string[];
}

/** Understands what is to be written. @throws {Refusal} */
export function readWritten(
  form: { readonly text?: string | undefined; readonly blocks?: unknown; readonly metadata?: unknown },
  nextId: (letter: string) => string,
): Written {
  const blocks = form.blocks === undefined ? [] : readBlocks(form.blocks, nextId);
  const text = form.text ?? '';
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  return {
    text: text.slice(0, mostText),
    blocks,
    metadata: form.metadata === undefined ? undefined : readMetadata(form.metadata),
    flaws: [
      ...(text === '' ? ['missing_text_in_message: the blocks have no text to fall back on'] : []),
      ...(text.length > mostText ? [`message_truncated: ${text.length} characters of text`] : []),
    ],
  };
}

/** Refuses a text that is too long to replace another. @throws {Refusal} */
export function checkChanged({ text }: Written): void {
  if (text.length > mostChanged) throw new Refusal('msg_too_long');
}

function readMetadata(value: unknown): Metadata {
  const { event_type, event_payload } = read(metadataForm, value, '/metadata', 'invalid_metadata_format');
  const payload = plain(event_payload);
  if (!isObject(payload)) throw new Refusal('invalid_metadata_format');
  return {
    event_type,
    event_payload: Object.fromEntries(Object.entries(payload).map(([key, inner]) => [key, plain(inner)])),
  };
}
