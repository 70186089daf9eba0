import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { topComponent } from './components.ts';
import type { Component, TopComponent } from './components.ts';
import { embedForm, embedProblems } from './embeds.ts';
import type { Embed } from './embeds.ts';
import { list, snowflake, text, whole } from './fields.ts';
import { check } from './form.ts';
import type { Problem } from './form.ts';
import { componentProblems, walk } from './layout.ts';

/** Flags of a message by their names. */
export const messageFlags = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  layout: 1 << 15,
} as const;

/** Who may be pinged, as the sender says. */
export const allowedMentionsForm = v.object({
  parse: v.nullish(v.array(v.picklist(['users', 'roles', 'everyone']))),
  users: v.nullish(list(snowflake, 0, 100)),
  roles: v.nullish(list(snowflake, 0, 100)),
  replied_user: v.nullish(v.boolean()),
});
/** Who may be pinged, as the sender says. */
export type AllowedMentions = v.InferOutput<typeof allowedMentionsForm>;

/** The fields that all ways of sending or editing a message share. */
export const messageFields = {
  content: v.nullish(text(0, 2000)),
  embeds: v.nullish(list(embedForm, 0, 10)),
  components: v.nullish(list(topComponent, 0, 40)),
  flags: v.nullish(whole(0, 2 ** 31 - 1)),
  allowed_mentions: v.nullish(allowedMentionsForm),
  attachments: v.nullish(
    list(v.object({ id: v.union([v.string(), v.number()]), filename: v.nullish(v.string()) }), 0, 10),
  ),
  tts: v.nullish(v.boolean()),
};
/** A message to be edited, or to be sent by an interaction. */
export const messageForm = v.object(messageFields);
/** A message to be sent to a channel. */
export const newMessageForm = v.object({
  ...messageFields,
  nonce: v.nullish(v.union([text(0, 25), v.number()])),
  enforce_nonce: v.nullish(v.boolean()),
  message_reference: v.nullish(
    v.object({
      type: v.nullish(v.literal(0)),
      message_id: snowflake,
      channel_id: v.nullish(snowflake),
      guild_id: v.nullish(snowflake),
      fail_if_not_exists: v.nullish(v.boolean()),
    }),
  ),
});
/** The fields that all ways of sending or editing a message share. */
export type MessageForm = v.InferOutput<typeof messageForm>;
/** A message to be sent to a channel. */
export type NewMessageForm = v.InferOutput<typeof newMessageForm>;

/** What a message shows. */
export interface Contents {
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly TopComponent[];
  /** Names of the files that come with it. */
  readonly files: readonly string[];
  readonly flags: number;
}

/** What a message showed before anything was written. */
export const nothing: Contents = { content: '', embeds: [], components: [], files: [], flags: 0 };

/** Lays a form over what a message showed: null empties a field, absence leaves it. @throws {Refusal} */
export function write(before: Contents, form: MessageForm, files: readonly string[]): Contents {
  const kept = form.attachments === undefined || form.attachments === null ? before.files : [];
  const after = {
    content: form.content === undefined ? before.content : (form.content ?? '').trim(),
    embeds: form.embeds === undefined ? before.embeds : (form.embeds ?? []),
    components: form.components === undefined ? before.components : (form.components ?? []),
    files: [...kept, ...files],
    flags: before.flags | (form.flags ?? 0),
  };
  check(after, ({ embeds }) => embedProblems(embeds), componentRules, layoutRules, attachmentRules);
  check(form, mentionRules);
  if (
    after.content === '' &&
    [after.embeds, after.components, after.files].every(({ length }) => length === 0)
  )
    throw new Refusal('emptyMessage');
  return after;
}

function componentRules({ components, flags }: Contents): readonly Problem[] {
  return componentProblems(components, (flags & messageFlags.layout) !== 0);
}

function layoutRules({ content, embeds, flags }: Contents): readonly Problem[] {
  if ((flags & messageFlags.layout) === 0) return [];
  const legacy = [...(content === '' ? [] : ['content']), ...(embeds.length === 0 ? [] : ['embeds'])];
  return legacy.map((field) => ({
    path: [field],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}

/** What a layout shows of files has to come with the message. */
function attachmentRules({ components, files }: Contents): readonly Problem[] {
  return walk(components).flatMap(({ component, path }) =>
    shownFiles(component)
      .filter((url) => url.startsWith('attachment://') && !files.includes(url.replace('attachment://', '')))
      .map(() => ({
        path,
        code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        message: 'The unfurled media item must reference an uploaded attachment',
      })),
  );
}

function shownFiles(component: Component): readonly string[] {
  if (component.type === 11) return [component.media.url];
  if (component.type === 12) return component.items.map(({ media }) => media.url);
  return component.type === 13 ? [component.file.url] : [];
}

function mentionRules({ allowed_mentions: allowed }: MessageForm): readonly Problem[] {
  return (['users', 'roles'] as const)
    .filter((kind) => allowed?.parse?.includes(kind) && (allowed[kind] ?? []).length > 0)
    .map((kind) => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}
