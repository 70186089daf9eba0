import * as v from 'valibot';
import { address, anyText, confirmation, id, imageAddress, list, mrkdwn, plainText, words } from './text.ts';

const style = v.optional(v.picklist(['primary', 'danger']));
const common = { action_id: id, confirm: v.optional(confirmation), focus_on_load: v.optional(v.boolean()) };
const menu = { ...common, placeholder: v.optional(plainText(150)) };

/** One thing to choose. */
export const option = v.strictObject({
  text: anyText(75),
  value: words(150),
  description: v.optional(anyText(75)),
  url: v.optional(address()),
});
/** One thing to choose. */
export type Option = v.InferOutput<typeof option>;

/** Things to choose, by what they have in common. */
export const optionGroup = v.strictObject({ label: plainText(75), options: list(option, 100) });

const choices = {
  options: v.optional(list(option, 100)),
  option_groups: v.optional(list(optionGroup, 100)),
};
const several = { max_selected_items: v.optional(v.pipe(v.number(), v.minValue(1, 'must be more than 0'))) };
const search = { min_query_length: v.optional(v.number()) };
const conversationMenu = {
  ...menu,
  default_to_current_conversation: v.optional(v.boolean()),
  response_url_enabled: v.optional(v.boolean()),
  filter: v.optional(v.looseObject({})),
};

/** Picture beside words. */
export const imageElement = v.strictObject({
  type: v.literal('image'),
  image_url: imageAddress,
  alt_text: words(2000),
});

/** A button. */
export const button = v.strictObject({
  type: v.literal('button'),
  action_id: id,
  confirm: v.optional(confirmation),
  text: plainText(75),
  value: v.optional(words(2000, 0)),
  url: v.optional(address()),
  style,
  accessibility_label: v.optional(words(75)),
});

/** What can be chosen from or pressed, wherever it stands. */
export const controls = [
  v.strictObject({
    type: v.literal('static_select'),
    ...menu,
    ...choices,
    initial_option: v.optional(option),
  }),
  v.strictObject({
    type: v.literal('multi_static_select'),
    ...menu,
    ...choices,
    ...several,
    initial_options: v.optional(list(option, 100)),
  }),
  v.strictObject({
    type: v.literal('external_select'),
    ...menu,
    ...search,
    initial_option: v.optional(option),
  }),
  v.strictObject({
    type: v.literal('multi_external_select'),
    ...menu,
    ...search,
    ...several,
    initial_options: v.optional(list(option, 100)),
  }),
  v.strictObject({ type: v.literal('users_select'), ...menu, initial_user: v.optional(v.string()) }),
  v.strictObject({
    type: v.literal('conversations_select'),
    ...conversationMenu,
    initial_conversation: v.optional(v.string()),
  }),
  v.strictObject({
    type: v.literal('channels_select'),
    ...conversationMenu,
    initial_channel: v.optional(v.string()),
  }),
  v.strictObject({
    type: v.literal('multi_conversations_select'),
    ...conversationMenu,
    ...several,
    initial_conversations: v.optional(v.array(v.string())),
  }),
  v.strictObject({ type: v.literal('datepicker'), ...menu, initial_date: v.optional(v.string()) }),
  v.strictObject({
    type: v.literal('timepicker'),
    ...menu,
    initial_time: v.optional(v.string()),
    timezone: v.optional(v.string()),
  }),
  v.strictObject({
    type: v.literal('checkboxes'),
    ...common,
    options: list(option, 10),
    initial_options: v.optional(list(option, 10)),
  }),
  v.strictObject({
    type: v.literal('radio_buttons'),
    ...common,
    options: list(option, 10),
    initial_option: v.optional(option),
  }),
] as const;

const overflow = v.strictObject({
  type: v.literal('overflow'),
  action_id: id,
  confirm: v.optional(confirmation),
  options: list(option, 5),
});

/** What a reader types into. */
export const textInput = v.strictObject({
  type: v.literal('plain_text_input'),
  action_id: id,
  placeholder: v.optional(plainText(150)),
  initial_value: v.optional(words(3000, 0)),
  multiline: v.optional(v.boolean()),
  min_length: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(3000, 'must be less than 3001'))),
  max_length: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(3000, 'must be less than 3001'))),
  focus_on_load: v.optional(v.boolean()),
  dispatch_action_config: v.optional(v.looseObject({})),
});

/** What may stand in a row of actions. */
export const actionElement = v.variant('type', [button, overflow, ...controls]);
/** What may stand beside a section. */
export const accessory = v.variant('type', [button, overflow, imageElement, ...controls]);
/** What may be filled in. */
export const inputElement = v.variant('type', [textInput, ...controls]);
/** What may stand in a context. */
export const contextElement = v.variant('type', [imageElement, plainText(3000), mrkdwn(3000)]);

/** Whatever a reader may act on. */
export type Control =
  | v.InferOutput<typeof actionElement>
  | v.InferOutput<typeof inputElement>
  | Extract<v.InferOutput<typeof accessory>, { type: 'button' }>;
