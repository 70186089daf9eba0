import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js';
import type { APIModalInteractionResponse, APIModalSubmitInteraction } from 'discord.js';
import type { Listing } from '../../chat/adapter.ts';
import { shortened } from './components.ts';
import { limits } from './limits.ts';

/**
 * A form that asks for one option of a command.
 * @param id comes back with what was written
 */
export function formFor(listing: Listing, option: string, id: string): APIModalInteractionResponse {
  const {
    name = option,
    description = option,
    maximum = limits.modalValue,
  } = listing.options.find(({ key }) => key === option) ?? {};
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: id,
      title: shortened(listing.description, limits.modalTitle),
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.TextInput,
              custom_id: option,
              label: shortened(name, limits.modalLabel),
              placeholder: shortened(description, limits.modalPlaceholder),
              style: TextInputStyle.Paragraph,
              required: true,
              max_length: Math.min(maximum, limits.modalValue),
            },
          ],
        },
      ],
    },
  };
}

/** What was written into a form, by the options it asked for. */
export function valuesOf({ data }: APIModalSubmitInteraction): Readonly<Record<string, string>> {
  return Object.fromEntries(
    data.components
      .flatMap((row) => ('components' in row ? row.components : []))
      .flatMap((field) => ('value' in field ? [[field.custom_id, field.value]] : [])),
  );
}
