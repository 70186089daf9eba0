import type { types } from '@slack/bolt';
import * as v from 'valibot';
import type { Listing } from '../../chat/adapter.ts';
import { shortened } from './blocks.ts';

/** What a form knows of where it was opened. */
export interface Origin {
  /** The id of the control that it completes. */
  readonly control: string;
  readonly channel: string | undefined;
  readonly thread: string | undefined;
}

/** How a form asks: with a menu of suggestions, or with room for a text. */
export type FieldKind = 'menu' | 'text';

/** The id of all of Kiosk's forms. */
export const formId = 'kiosk_form';
/** The id of a form's menu. */
export const menuId = 'choice';
const titleLength = 24;
const labelLength = 150;
const field = { block: 'value', action: 'value' } as const;
const longest = 3000;

const originSchema = v.object({
  control: v.string(),
  channel: v.optional(v.string()),
  thread: v.optional(v.string()),
});
const stateSchema = v.object({
  values: v.object({
    value: v.object({
      value: v.optional(v.object({ value: v.nullish(v.string()) })),
      choice: v.optional(v.object({ selected_option: v.nullish(v.object({ value: v.string() })) })),
    }),
  }),
});

/** A form that asks for one option of a command, called like the button that opens it. */
export function formFor(
  listing: Listing,
  asked: { readonly option: string; readonly kind: FieldKind; readonly title: string },
  origin: Origin,
): types.ModalView {
  const { option, kind, title } = asked;
  const {
    name = option,
    description = option,
    maximum = longest,
  } = listing.options.find(({ key }) => key === option) ?? {};
  const placeholder: types.PlainTextElement = {
    type: 'plain_text',
    text: shortened(description, labelLength),
    emoji: false,
  };
  return {
    type: 'modal',
    callback_id: formId,
    private_metadata: JSON.stringify(origin),
    title: { type: 'plain_text', text: shortened(title, titleLength), emoji: false },
    submit: { type: 'plain_text', text: shortened(title, titleLength), emoji: false },
    blocks: [
      {
        type: 'input',
        block_id: field.block,
        label: { type: 'plain_text', text: shortened(name, labelLength), emoji: false },
        element:
          kind === 'menu'
            ? { type: 'external_select', action_id: menuId, min_query_length: 0, placeholder }
            : {
                type: 'plain_text_input',
                action_id: field.action,
                multiline: true,
                max_length: Math.min(maximum, longest),
                placeholder,
              },
      },
    ],
  };
}

/** Where a form was opened; undefined where it isn't one of ours. */
export function originOf(view: { readonly private_metadata: string }): Origin | undefined {
  const origin = v.safeParse(v.pipe(v.string(), v.parseJson(), originSchema), view.private_metadata);
  if (!origin.success) return undefined;
  const { control, channel, thread } = origin.output;
  return { control, channel, thread };
}

/** What was written into a form, or the id of what was chosen from its menu. */
export function filledIn(view: {
  readonly state: unknown;
}): { readonly written: string } | { readonly chosen: string } | undefined {
  const state = v.safeParse(stateSchema, view.state);
  if (!state.success) return undefined;
  const { value, choice } = state.output.values.value;
  const chosen = choice?.selected_option?.value;
  return chosen === undefined ? { written: value?.value ?? '' } : { chosen };
}
