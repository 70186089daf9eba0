import type { types } from '@slack/bolt';
import * as v from 'valibot';
import type { Listing } from '../../chat/adapter.ts';
import { shortened } from './blocks.ts';

/** What a form knows of where it was opened. */
export interface Origin {
  /** The id of the control that it completes, or the command's name. */
  readonly control: string;
  readonly channel: string | undefined;
}

/** The id of all of Kiosk's forms. */
export const formId = 'kiosk_form';
const titleLength = 24;
const labelLength = 150;
const field = { block: 'value', action: 'value' } as const;
const longest = 3000;

const originSchema = v.object({ control: v.string(), channel: v.optional(v.string()) });
const stateSchema = v.object({
  values: v.object({ value: v.object({ value: v.object({ value: v.nullish(v.string()) }) }) }),
});

/** A form that asks for one option of a command. */
export function formFor(listing: Listing, option: string, title: string, origin: Origin): types.ModalView {
  const {
    name = option,
    description = option,
    maximum = longest,
  } = listing.options.find(({ key }) => key === option) ?? {};
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
        element: {
          type: 'plain_text_input',
          action_id: field.action,
          multiline: true,
          max_length: Math.min(maximum, longest),
          placeholder: { type: 'plain_text', text: shortened(description, labelLength), emoji: false },
        },
      },
    ],
  };
}

/** Where a form was opened, and what was written into it. */
export function readForm(view: {
  readonly private_metadata: string;
  readonly state: unknown;
}): { readonly origin: Origin; readonly value: string } | undefined {
  const state = v.safeParse(stateSchema, view.state);
  const origin = v.safeParse(v.pipe(v.string(), v.parseJson(), originSchema), view.private_metadata);
  if (!state.success || !origin.success) return undefined;
  const { control, channel } = origin.output;
  return { origin: { control, channel }, value: state.output.values.value.value.value ?? '' };
}
