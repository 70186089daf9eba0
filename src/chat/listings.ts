import { isLanguageTag, nameOfLanguage } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { TextKey, Translate } from '../texts.ts';
import type { Listing, OptionListing } from './adapter.ts';
import type { AnyCommand, OptionSpec } from './command.ts';

/** Commands by name. */
export type Commands = ReadonlyMap<string, AnyCommand>;

/** What listings need of the translations. */
export interface Texts {
  readonly languages: readonly LanguageTag[];
  translate(language: LanguageTag): Translate;
  isText(key: string): key is TextKey;
}

/**
 * How every command presents itself in every language.
 * @throws when `locales/` lacks a name or description
 */
export function listCommands(commands: Commands, texts: Texts): readonly Listing[] {
  return texts.languages.flatMap((language) => {
    const say = (key: string) => {
      if (!texts.isText(key)) throw new Error(`locales/ lacks ${key}`);
      return texts.translate(language)(key);
    };
    return [...commands].map(([command, { options, audience, access, menu }]) => ({
      command,
      language,
      name: say(`commands.${command}.name`),
      description: say(`commands.${command}.description`),
      audience,
      access,
      options: Object.entries(options).map(([key, spec]) =>
        listOption(`commands.${command}.options.${key}`, key, spec, { language, say }),
      ),
      ...(menu !== undefined && { menu: { name: say(`commands.${command}.menu`), option: menu } }),
    }));
  });
}

function listOption(
  path: string,
  key: string,
  spec: OptionSpec,
  { language, say }: { readonly language: LanguageTag; readonly say: (key: string) => string },
): OptionListing {
  // A language is called what it is called everywhere; other choices have texts of their own.
  const nameChoice = (value: string) =>
    isLanguageTag(value) ? nameOfLanguage(value, language) : say(`${path}.choices.${value}`);
  return {
    key,
    name: say(`${path}.name`),
    description: say(`${path}.description`),
    type: spec.type,
    required: spec.required ?? false,
    suggests: spec.type === 'text' && spec.suggest !== undefined,
    choices: spec.type === 'choice' ? spec.choices.map((value) => ({ value, name: nameChoice(value) })) : [],
    ...(spec.type === 'integer' && { minimum: spec.minimum, maximum: spec.maximum }),
    ...(spec.type === 'text' && { maximum: spec.maximum }),
  };
}
