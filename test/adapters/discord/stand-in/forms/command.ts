import * as v from 'valibot';
import { list, oneOf, text, whole } from './fields.ts';

/** discord-api-docs, "Application Command Naming". */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const invalidName = 'APPLICATION_COMMAND_INVALID_NAME Command name is invalid';
const commandName = v.pipe(
  text(1, 32),
  v.check((name) => namePattern.test(name) && name === name.toLowerCase(), invalidName),
);

/** The locales that Discord knows (discord-api-docs, "Locales"). */
const locales = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);
function localized<const form>(form: v.GenericSchema<unknown, form>) {
  const locale = v.pipe(
    v.string(),
    v.check((tag) => locales.has(tag), 'DICT_TYPE_INVALID_KEY Value must be a known locale.'),
  );
  return v.nullish(v.record(locale, form));
}
const description = text(1, 100);

const choice = v.object({
  name: text(1, 100),
  name_localizations: localized(text(1, 100)),
  value: v.union([text(0, 100), v.number()]),
});
const option = v.object({
  // Subcommands (1, 2) are not stood in for.
  type: oneOf([3, 4, 5, 6, 7, 8, 9, 10, 11]),
  name: commandName,
  name_localizations: localized(commandName),
  description,
  description_localizations: localized(description),
  required: v.nullish(v.boolean()),
  choices: v.nullish(list(choice, 0, 25)),
  autocomplete: v.nullish(v.boolean()),
  min_value: v.nullish(v.number()),
  max_value: v.nullish(v.number()),
  min_length: v.nullish(whole(0, 6000)),
  max_length: v.nullish(whole(1, 6000)),
  channel_types: v.nullish(v.array(v.number())),
});

const menuName = v.pipe(
  text(1, 32),
  v.check((name) => name.trim() !== '', invalidName),
);
const settings = {
  // The documentation has a text, the description a number; what comes back is a text.
  default_member_permissions: v.nullish(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(String),
      v.regex(/^\d+$/, 'NUMBER_TYPE_COERCE Value is not a set of permissions.'),
    ),
  ),
  dm_permission: v.nullish(v.boolean()),
  contexts: v.nullish(v.array(oneOf([0, 1, 2]))),
  integration_types: v.nullish(v.array(oneOf([0, 1]))),
  nsfw: v.nullish(v.boolean()),
};
const chatInput = v.object({
  type: v.optional(v.literal(1), 1),
  name: commandName,
  name_localizations: localized(commandName),
  description,
  description_localizations: localized(description),
  options: v.nullish(list(option, 0, 25)),
  ...settings,
});
const menu = <const type extends 2 | 3>(type: type) =>
  v.object({
    type: v.literal(type),
    name: menuName,
    name_localizations: localized(menuName),
    description: v.nullish(
      v.literal(
        '',
        'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED Context menu commands cannot have description',
      ),
    ),
    description_localizations: v.nullish(v.record(v.string(), v.string())),
    options: v.nullish(
      v.pipe(
        v.array(option),
        v.maxLength(0, 'APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED Context menu commands cannot have options'),
      ),
    ),
    ...settings,
  });

/** A command as it is registered. */
export const commandForm = v.variant('type', [chatInput, menu(2), menu(3)]);
/** A command as it is registered: typed (1), or in the menu of a user (2) or of a message (3). */
export type CommandForm = v.InferOutput<typeof commandForm>;
/** An option of a command. */
export type OptionForm = v.InferOutput<typeof option>;
