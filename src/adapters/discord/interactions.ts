import {
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIInteraction,
  APIInteractionResponse,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import type { Call, Desk, Listing } from '../../chat/adapter.ts';
import type { Message } from '../../chat/message.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import { optionsOf, readerOf } from './calls.ts';
import type { Caller } from './calls.ts';
import { bodyOf } from './components.ts';
import type { Body } from './components.ts';
import type { Control, Controls } from '../controls.ts';
import { formFor, valuesOf } from './forms.ts';
import { limits } from './limits.ts';
import { textsOf } from './quoted-message.ts';

/** Answers interactions, however they come: over the gateway or over HTTP. */
export interface Interactions {
  /**
   * @param acknowledge sends the first response, which Discord wants within three seconds
   * @param signal aborted when nobody waits for the answer any more
   */
  answer(
    interaction: APIInteraction,
    acknowledge: (response: APIInteractionResponse) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  /** Says in the place of an answer that something went wrong, and under which number it is noted. */
  apologise(interaction: APIInteraction, incident: string): Promise<void>;
}

type Acknowledge = Parameters<Interactions['answer']>[1];

/** Answers that only the reader sees. */
const privately = { flags: MessageFlags.Ephemeral } as const;

/**
 * @param parts.show puts a message in the place of the acknowledgement
 */
export function createInteractions(parts: {
  readonly desk: Desk;
  readonly listings: readonly Listing[];
  readonly controls: Controls;
  readonly translate: (language: LanguageTag) => Translate;
  readonly show: (interaction: APIInteraction, body: Body) => Promise<void>;
}): Interactions {
  const { desk, listings, controls, translate, show } = parts;

  /** The command that Discord knows by its English name. */
  function named(name: string): Listing | undefined {
    return listings.find((listing) => listing.language === 'en' && listing.name === name);
  }

  async function present(interaction: APIInteraction, message: Message, page = 0): Promise<void> {
    await show(interaction, await bodyOf(message, page, { controls, t: translate(message.language) }));
  }

  async function command(
    interaction: APIApplicationCommandInteraction,
    acknowledge: Acknowledge,
    signal: AbortSignal,
  ): Promise<void> {
    const { data } = interaction;
    if (data.type === ApplicationCommandType.Message) {
      const listing = listings.find(({ menu }) => menu?.name === data.name);
      await defer(true, acknowledge);
      const [message] = Object.values(data.resolved.messages);
      const options =
        listing?.menu === undefined || message === undefined
          ? {}
          : { [listing.menu.option]: textsOf(message) };
      const call = { ...readerOf(interaction), command: listing?.command ?? data.name, options, signal };
      return present(interaction, await desk.answer(call));
    }
    const listing = named(data.name);
    await defer(listing?.audience === 'caller', acknowledge);
    const given = data.type === ApplicationCommandType.ChatInput ? optionsOf(data.options) : {};
    const options = listing === undefined ? given : keyed(listing, given);
    const call = { ...readerOf(interaction), command: listing?.command ?? data.name, options, signal };
    return present(interaction, await desk.answer(call));
  }

  async function complete(
    interaction: APIApplicationCommandAutocompleteInteraction,
    acknowledge: Acknowledge,
    signal: AbortSignal,
  ): Promise<void> {
    const { data } = interaction;
    const listing = named(data.name);
    const focused = data.options.find((option) => 'focused' in option && option.focused === true);
    const option = listing?.options.find(({ name }) => name === focused?.name);
    const found =
      listing === undefined || option === undefined || focused === undefined
        ? []
        : await desk.suggest({
            ...readerOf(interaction),
            command: listing.command,
            option: option.key,
            typed: 'value' in focused ? String(focused.value) : '',
            given: keyed(listing, optionsOf(data.options.filter((each) => each !== focused))),
            signal,
          });
    const choices = found
      .filter(({ value, label }) => label !== '' && value !== '' && value.length <= limits.optionLabel)
      .map(({ value, label }) => ({ name: label, value }));
    await acknowledge({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: choices.slice(0, limits.menuOptions) },
    });
  }

  async function press(
    interaction: APIMessageComponentInteraction,
    acknowledge: Acknowledge,
    signal: AbortSignal,
  ): Promise<void> {
    const { data } = interaction;
    const id = data.component_type === ComponentType.StringSelect ? (data.values[0] ?? '') : data.custom_id;
    const control = await controls.read(id);
    const reader = readerOf(interaction);
    switch (control?.kind) {
      case undefined:
        await defer(true, acknowledge);
        return present(interaction, await stale(reader));
      case 'page':
        return turn(interaction, control, acknowledge);
      case 'action': {
        if (control.asks !== undefined) {
          const language = await desk.language(reader);
          const listing = listings.find(
            (each) => each.command === control.command && each.language === language,
          );
          if (listing !== undefined) return acknowledge(formFor(listing, control.asks, interaction, id));
        }
        await defer(true, acknowledge);
        return present(
          interaction,
          await desk.answer({ ...reader, command: control.command, options: control.options, signal }),
        );
      }
    }
  }

  /** A page that only the reader sees is turned in its place; of one that others see too, the reader gets the next for themselves. */
  async function turn(
    interaction: APIMessageComponentInteraction,
    { message: name, page }: Extract<Control, { kind: 'page' }>,
    acknowledge: Acknowledge,
  ): Promise<void> {
    const isOwn = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    if (isOwn) await acknowledge({ type: InteractionResponseType.DeferredMessageUpdate });
    else await defer(true, acknowledge);
    const message = await controls.find(name);
    return message === undefined
      ? present(interaction, await stale(readerOf(interaction)))
      : present(interaction, message, page);
  }

  async function submit(
    interaction: APIModalSubmitInteraction,
    acknowledge: Acknowledge,
    signal: AbortSignal,
  ): Promise<void> {
    const control = await controls.read(interaction.data.custom_id);
    const reader = readerOf(interaction);
    await defer(true, acknowledge);
    if (control?.kind !== 'action') return present(interaction, await stale(reader));
    const { command: name, options } = control;
    const call = { ...reader, command: name, options: { ...options, ...valuesOf(interaction) }, signal };
    return present(interaction, await desk.answer(call));
  }

  async function stale(reader: Caller): Promise<Message> {
    const language = await desk.language(reader);
    return { language, blocks: [{ kind: 'text', text: translate(language)('replies.page.stale') }] };
  }

  return {
    async apologise(interaction, incident) {
      const language = await desk.language(readerOf(interaction));
      const text = translate(language)('replies.fault', { incident });
      await present(interaction, { language, blocks: [{ kind: 'text', text }] });
    },

    async answer(interaction, acknowledge, signal) {
      switch (interaction.type) {
        case InteractionType.Ping:
          return acknowledge({ type: InteractionResponseType.Pong });
        case InteractionType.ApplicationCommand:
          return command(interaction, acknowledge, signal);
        case InteractionType.ApplicationCommandAutocomplete:
          return complete(interaction, acknowledge, signal);
        case InteractionType.MessageComponent:
          return press(interaction, acknowledge, signal);
        case InteractionType.ModalSubmit:
          return submit(interaction, acknowledge, signal);
      }
    },
  };
}

function keyed({ options }: Listing, given: Call['options']): Call['options'] {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      options.find((option) => option.name === name)?.key ?? name,
      value,
    ]),
  );
}

async function defer(isPrivate: boolean, acknowledge: Acknowledge): Promise<void> {
  await acknowledge({
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: isPrivate ? privately : {},
  });
}
