import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
} from 'discord.js';
import type {
  APIApplicationCommandBasicOption,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Listing, OptionListing } from '../../chat/adapter.ts';
import type { LanguageTag } from '../../language/language.ts';

/** As Discord's own description has it (https://github.com/discord/discord-api-spec): permissions are a number in what is sent. */
type Sent<command> = Omit<command, 'default_member_permissions'> & {
  readonly default_member_permissions: number | null;
};
/** A slash command. */
export type SlashCommand = Sent<RESTPostAPIChatInputApplicationCommandsJSONBody>;
/** A command that is offered on messages. */
export type MessageCommand = Sent<RESTPostAPIContextMenuApplicationCommandsJSONBody>;

/** The locales of Discord's that a language is for (https://discord.com/developers/docs/reference#locales). */
const locales: Readonly<Record<LanguageTag, readonly Locale[]>> = {
  en: [Locale.EnglishUS, Locale.EnglishGB],
  fr: [Locale.French],
  de: [Locale.German],
};

const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};
const inServers = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** What Discord is told of Kiosk's slash commands. */
export function slashCommands(listings: readonly Listing[]): readonly SlashCommand[] {
  return inEnglish(listings).map((listing) => slashCommand(listing, sameIn(listing, listings)));
}

/** What Discord is told of those commands that are offered on messages. */
export function messageCommands(listings: readonly Listing[]): readonly MessageCommand[] {
  return inEnglish(listings).flatMap((listing) => messageCommand(listing, sameIn(listing, listings)));
}

/** Discord's own names are the English ones. */
function inEnglish(listings: readonly Listing[]): readonly Listing[] {
  return listings.filter(({ language }) => language === 'en');
}

function sameIn({ command }: Listing, listings: readonly Listing[]): readonly Listing[] {
  return listings.filter((listing) => listing.command === command);
}

function slashCommand(
  { name, description, access, options }: Listing,
  all: readonly Listing[],
): SlashCommand {
  // Discord takes those that are required first.
  const ordered = options.toSorted((one, other) => Number(other.required) - Number(one.required));
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    name_localizations: localized(all, (listing) => listing.name),
    description,
    description_localizations: localized(all, (listing) => listing.description),
    options: ordered.map((option) => describeOption(option, all)),
    ...placeOf(access),
  };
}

function messageCommand({ menu, access }: Listing, all: readonly Listing[]): readonly MessageCommand[] {
  if (menu === undefined) return [];
  return [
    {
      type: ApplicationCommandType.Message,
      name: menu.name,
      name_localizations: localized(all, (listing) => listing.menu?.name),
      ...placeOf(access),
    },
  ];
}

function placeOf(access: Listing['access']) {
  return access === 'managers'
    ? { ...inServers, default_member_permissions: Number(PermissionFlagsBits.ManageGuild) }
    : { ...everywhere, default_member_permissions: null };
}

function describeOption(option: OptionListing, all: readonly Listing[]): APIApplicationCommandBasicOption {
  const { key, name, description, required, choices, minimum, maximum, suggests } = option;
  const inEach = (listing: Listing) => listing.options.find((other) => other.key === key);
  const common = {
    name,
    name_localizations: localized(all, (listing) => inEach(listing)?.name),
    description,
    description_localizations: localized(all, (listing) => inEach(listing)?.description),
    required,
  };
  switch (option.type) {
    case 'integer':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        ...(minimum !== undefined && { min_value: minimum }),
        ...(maximum !== undefined && { max_value: maximum }),
      };
    case 'boolean':
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case 'choice':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        choices: choices.map((choice) => ({
          name: choice.name,
          name_localizations: localized(
            all,
            (listing) => inEach(listing)?.choices.find(({ value }) => value === choice.value)?.name,
          ),
          value: choice.value,
        })),
      };
    case 'text':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        ...(maximum !== undefined && { max_length: Math.min(maximum, longestText) }),
        ...(suggests && { autocomplete: true }),
      };
  }
}

/** Discord takes no longer text option. */
const longestText = 6000;

function localized(
  all: readonly Listing[],
  textOf: (listing: Listing) => string | undefined,
): LocalizationMap {
  return Object.fromEntries(
    all.flatMap((listing) => {
      const text = textOf(listing);
      return text === undefined ? [] : locales[listing.language].map((locale) => [locale, text]);
    }),
  );
}
