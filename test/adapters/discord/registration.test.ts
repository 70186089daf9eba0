import { describe, expect, test } from 'vitest';
import { messageCommands, slashCommands } from '../../../src/adapters/discord/registration.ts';
import { listCommands } from '../../../src/chat/listings.ts';
import { loadCommands } from '../../../src/commands.ts';
import { createTranslations } from '../../../src/translations.ts';

const listings = listCommands(await loadCommands(), createTranslations());
const slash = slashCommands(listings);
const onMessages = messageCommands(listings);
const named = (name: string) => slash.find((command) => command.name === name);

/** Every text of a command, and every one of each language. */
type Localized = { readonly name: string; readonly name_localizations?: object | null | undefined };
const names = ({ name, name_localizations: others }: Localized) => [name, ...Object.values(others ?? {})];
const parts = ({ options = [] }: (typeof slash)[number]): readonly Localized[] =>
  options.flatMap((option) => [option, ...('choices' in option ? (option.choices ?? []) : [])]);

const longest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));

describe('commands, as Discord is told of them', () => {
  test('are called by their names in every language', () => {
    expect(named('ask')).toMatchObject({
      name_localizations: { 'en-US': 'ask', 'en-GB': 'ask', fr: 'demander', de: 'fragen' },
      options: [
        {
          name: 'question',
          name_localizations: { fr: 'question', de: 'frage' },
          required: true,
          max_length: 2000,
        },
        {},
        { name: 'count', type: 4, min_value: 1, max_value: 10 },
      ],
    });
  });

  test('offer their choices in every language', () => {
    expect(named('summary')).toMatchObject({
      options: [
        { name: 'story', autocomplete: true },
        { choices: [{ value: 'short', name_localizations: { fr: 'court', de: 'kurz' } }, {}, {}] },
        { name: 'in' },
      ],
    });
  });

  test('are for whoever manages a server where they say so, and there only', () => {
    expect(named('source')).toMatchObject({ default_member_permissions: 32, contexts: [0] });
    expect(named('ask')).toMatchObject({ default_member_permissions: null, contexts: [0, 1, 2] });
  });

  test('are offered on messages where they take what a message says', () => {
    expect(onMessages).toEqual([
      {
        type: 3,
        name: 'Summarise',
        name_localizations: {
          'en-US': 'Summarise',
          'en-GB': 'Summarise',
          fr: 'Résumer',
          de: 'Zusammenfassen',
        },
        contexts: [0, 1, 2],
        integration_types: [0, 1],
        default_member_permissions: null,
      },
    ]);
  });

  test('want what they need first, in whatever order they say so', () => {
    const reversed = listings.map((listing) => ({ ...listing, options: listing.options.toReversed() }));
    const ask = slashCommands(reversed).find(({ name }) => name === 'ask');
    expect(ask?.options?.map(({ name }) => name)).toEqual(['question', 'count', 'in']);
  });

  // https://discord.com/developers/docs/interactions/application-commands
  test('keep to Discord’s limits', () => {
    expect(slash.length).toBeLessThanOrEqual(100);
    for (const command of slash) {
      const options = command.options ?? [];
      expect(options.length).toBeLessThanOrEqual(25);
      const required = options.map((option) => option.required === true);
      expect(required).toEqual(required.toSorted((one, other) => Number(other) - Number(one)));
      for (const name of [command, ...options].flatMap(names))
        expect(name).toMatch(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
      for (const { description, description_localizations: others } of [command, ...options]) {
        for (const text of [description, ...Object.values(others ?? {})]) {
          expect(text).toMatch(/^.{1,100}$/u);
        }
      }
      for (const option of options) {
        const choices = 'choices' in option ? (option.choices ?? []) : [];
        expect(choices.length).toBeLessThanOrEqual(25);
        for (const name of choices.flatMap(names)) expect(name).toMatch(/^.{1,100}$/);
      }
      for (const locale of ['en-US', 'fr', 'de'] as const) {
        const called = options.map((option) => option.name_localizations?.[locale] ?? option.name);
        expect(new Set(called).size).toBe(called.length);
      }
    }
    expect(onMessages.length).toBeLessThanOrEqual(5);
    for (const name of onMessages.flatMap(names)) expect(name).toMatch(/^.{1,32}$/u);
  });

  test('are not too long in all, with the longest of each text’s languages', () => {
    for (const command of slash) {
      const size = [command, ...parts(command)]
        .map((part) => {
          const described =
            'description' in part && typeof part.description === 'string' ? part.description : '';
          const others: object =
            'description_localizations' in part && typeof part.description_localizations === 'object'
              ? (part.description_localizations ?? {})
              : {};
          const value = 'value' in part ? String(part.value) : '';
          return longest(names(part)) + longest([described, ...Object.values(others)]) + value.length;
        })
        .reduce((sum, length) => sum + length, 0);
      expect(size).toBeLessThanOrEqual(8000);
    }
  });
});
