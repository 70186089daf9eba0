import * as v from 'valibot';
import { address, list, media, oneOf, snowflake, text, whole } from './fields.ts';

const oneEmoji = /^(?:\p{RGI_Emoji}|\p{Emoji}\uFE0F?)$/v;
const id = v.nullish(whole(0, 2 ** 31 - 1));
const customId = text(1, 100);
/** One of Unicode's, or one of a guild's by its id. */
const emoji = v.nullish(
  v.pipe(
    v.object({
      id: v.nullish(snowflake),
      name: v.nullish(text(0, 32)),
      animated: v.nullish(v.boolean()),
    }),
    v.check(
      ({ id, name }) => Boolean(id) || oneEmoji.test(name ?? ''),
      'COMPONENT_INVALID_EMOJI Invalid emoji',
    ),
  ),
);
const disabled = v.nullish(v.boolean());

const button = v.object({
  type: v.literal(2),
  id,
  style: oneOf([1, 2, 3, 4, 5]),
  label: v.nullish(text(0, 80)),
  emoji,
  custom_id: v.nullish(customId),
  url: v.nullish(address(['http', 'https', 'discord'], 512)),
  disabled,
});

const select = {
  id,
  custom_id: customId,
  placeholder: v.nullish(text(0, 150)),
  min_values: v.nullish(whole(0, 25)),
  max_values: v.nullish(whole(1, 25)),
  disabled,
  required: v.nullish(v.boolean()),
};
const stringSelect = v.object({
  type: v.literal(3),
  ...select,
  options: list(
    v.object({
      label: text(1, 100),
      value: text(1, 100),
      description: v.nullish(text(0, 100)),
      emoji,
      default: v.nullish(v.boolean()),
    }),
    1,
    25,
  ),
});
const channelSelect = v.object({
  type: v.literal(8),
  ...select,
  channel_types: v.nullish(v.array(v.number())),
});
const entitySelects = [
  v.object({ type: v.literal(5), ...select }),
  v.object({ type: v.literal(6), ...select }),
  v.object({ type: v.literal(7), ...select }),
  channelSelect,
] as const;

const row = v.object({
  type: v.literal(1),
  id,
  components: list(v.variant('type', [button, stringSelect, ...entitySelects]), 1, 5),
});

const item = v.object({ url: media });
const described = { description: v.nullish(text(0, 1024)), spoiler: v.nullish(v.boolean()) };
const textDisplay = v.object({ type: v.literal(10), id, content: text(1, 4000) });
const thumbnail = v.object({ type: v.literal(11), id, media: item, ...described });
const section = v.object({
  type: v.literal(9),
  id,
  components: list(textDisplay, 1, 3),
  accessory: v.variant('type', [button, thumbnail]),
});
const gallery = v.object({
  type: v.literal(12),
  id,
  items: list(v.object({ media: item, ...described }), 1, 10),
});
const file = v.object({
  type: v.literal(13),
  id,
  file: v.object({ url: address(['attachment']) }),
  spoiler: v.nullish(v.boolean()),
});
const separator = v.object({
  type: v.literal(14),
  id,
  divider: v.nullish(v.boolean()),
  spacing: v.nullish(oneOf([1, 2])),
});
const inContainer = [row, section, textDisplay, gallery, file, separator] as const;
const container = v.object({
  type: v.literal(17),
  id,
  components: list(v.variant('type', [...inContainer]), 1, 40),
  accent_color: v.nullish(whole(0, 0xffffff)),
  spoiler: v.nullish(v.boolean()),
});

/** A component at the top of a message. */
export const topComponent = v.variant('type', [...inContainer, container]);

const textInput = v.object({
  type: v.literal(4),
  id,
  custom_id: customId,
  style: oneOf([1, 2]),
  label: v.nullish(text(1, 45)),
  min_length: v.nullish(whole(0, 4000)),
  max_length: v.nullish(whole(1, 4000)),
  required: v.nullish(v.boolean()),
  value: v.nullish(text(0, 4000)),
  placeholder: v.nullish(text(0, 100)),
});

/** What a modal shows: rows of one text input each, or labels around an input. */
export const modalForm = v.object({
  custom_id: customId,
  title: text(1, 45),
  components: list(
    v.variant('type', [
      v.object({ type: v.literal(1), id, components: list(textInput, 1, 1) }),
      v.object({
        type: v.literal(18),
        id,
        label: text(1, 45),
        description: v.nullish(text(0, 100)),
        component: v.variant('type', [textInput, stringSelect, ...entitySelects]),
      }),
      textDisplay,
    ]),
    1,
    5,
  ),
});

/** A button, by what Discord sends back when it is clicked or where it leads. */
export type Button = v.InferOutput<typeof button>;
/** A menu of given options. */
export type StringSelect = v.InferOutput<typeof stringSelect>;
/** A component at the top of a message, as it was sent. */
export type TopComponent = v.InferOutput<typeof topComponent>;
/** A modal as it was sent. */
export type Modal = v.InferOutput<typeof modalForm>;
/** A field of a modal. */
export type TextInput = v.InferOutput<typeof textInput>;
type Section = v.InferOutput<typeof section>;
type Row = v.InferOutput<typeof row>;
/** Any component of a message, at whatever depth. */
export type Component = TopComponent | Row['components'][number] | Section['accessory'];
