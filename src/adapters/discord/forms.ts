import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js';
import type {
  APIMessage,
  APIMessageComponentInteraction,
  APIModalInteractionResponse,
  APIModalSubmitInteraction,
} from 'discord.js';
import type { Listing } from '../../chat/adapter.ts';
import { shortened } from './components.ts';
import { limits } from './limits.ts';

/**
 * A form that asks for one option of a command, called like the button that opens it.
 * @param id the button's; it comes back with what was written
 */
export function formFor(
  listing: Listing,
  option: string,
  { message }: APIMessageComponentInteraction,
  id: string,
): APIModalInteractionResponse {
  const {
    name = option,
    description = option,
    maximum = limits.modalValue,
  } = listing.options.find(({ key }) => key === option) ?? {};
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: id,
      title: shortened(labelOf(message, id) ?? listing.description, limits.modalTitle),
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

function labelOf({ components = [] }: APIMessage, id: string): string | undefined {
  const buttons = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  return buttons.flatMap((button) =>
    'custom_id' in button && button.custom_id === id && 'label' in button ? (button.label ?? []) : [],
  )[0];
}

/** What was written into a form, by the options it asked for. */
export function valuesOf({ data }: APIModalSubmitInteraction): Readonly<Record<string, string>> {
  return Object.fromEntries(
    data.components
      .flatMap((row) => ('components' in row ? row.components : []))
      .flatMap((field) => ('value' in field ? [[field.custom_id, field.value]] : [])),
  );
}
