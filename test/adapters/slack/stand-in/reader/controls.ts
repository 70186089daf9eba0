import { plain } from '../../../discord/stand-in/json.ts';
import type { Json, JsonObject } from '../../../discord/stand-in/json.ts';
import type { Block } from '../forms/blocks.ts';
import { placed } from '../forms/layout.ts';
import type { Placed } from '../forms/layout.ts';
import type { Option } from '../forms/elements.ts';
import { fieldKey } from './fields.ts';
import type { Held } from './fields.ts';
import { chosenIn, optionsOf } from './seen.ts';

/** A control by its words or its action id. @throws where there is none or where it can't be told */
export function controlNamed(blocks: readonly Block[], name: string): Placed {
  const all = placed(blocks);
  const named = all.filter(({ control, actionId, blockId, label }) => {
    const words = control.type === 'button' ? control.text.text : label;
    return [actionId, blockId, words].includes(name);
  });
  const [found, other] = named;
  if (found === undefined) {
    const there = all.map(({ control, actionId }) =>
      control.type === 'button' ? control.text.text : actionId,
    );
    throw new Error(`There is no ${name}; there are: ${there.join(', ')}`);
  }
  if (other !== undefined) throw new Error(`There are several of ${name}`);
  return found;
}

/** A button that was clicked, as the bot is told. */
export function pressed(place: Placed, at: string): JsonObject {
  const { control } = place;
  if (control.type !== 'button') throw new Error(`${place.actionId} is no button`);
  const { text, value, style } = control;
  return { ...begin(place, at), text: plain(text), ...(value === undefined ? {} : { value }), style };
}

/** A menu from which something was chosen. @param offered what an external menu suggested */
export function chosen(
  place: Placed,
  values: readonly string[],
  at: string,
  offered: readonly Option[] = [],
): JsonObject {
  return { ...begin(place, at), ...held(place, values, offered) };
}

/** What all fields hold, as in a view's state. */
export function stateOf(blocks: readonly Block[], values: Held): JsonObject {
  const state: Record<string, Record<string, Json>> = {};
  for (const place of placed(blocks)) {
    if (place.control.type === 'button' || place.control.type === 'overflow') continue;
    const inner = held(place, values.get(fieldKey(place)) ?? chosenIn(place), []);
    state[place.blockId] = {
      ...state[place.blockId],
      [place.actionId]: { type: place.control.type, ...inner },
    };
  }
  return state;
}

function begin({ control, actionId, blockId }: Placed, at: string): JsonObject {
  return { type: control.type, action_id: actionId, block_id: blockId, action_ts: at };
}

/** What a control holds, under the name that its kind gives it. @throws where it doesn't offer such a value */
function held(place: Placed, values: readonly string[], offered: readonly Option[]): JsonObject {
  const { control } = place;
  const [value = null] = values;
  const options = values.map((one) => optionOf(place, one, offered));
  switch (control.type) {
    case 'button':
      return {};
    case 'plain_text_input':
      return { value };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { selected_option: options[0] ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { selected_options: options };
    case 'users_select':
      return { selected_user: value };
    case 'channels_select':
      return { selected_channel: value };
    case 'conversations_select':
      return { selected_conversation: value };
    case 'multi_conversations_select':
      return { selected_conversations: [...values] };
    case 'datepicker':
      return { selected_date: value };
    case 'timepicker':
      return { selected_time: value };
  }
}

function optionOf(place: Placed, value: string, offered: readonly Option[]): Json {
  const { control, actionId } = place;
  const isExternal = control.type.endsWith('external_select');
  const all = [...optionsOf(place), ...offered];
  const found = all.find((option) => option.value === value || option.text.text === value);
  if (found !== undefined) return plain(found);
  if (isExternal) return { text: { type: 'plain_text', text: value }, value };
  if (!optionKinds.has(control.type)) return value;
  throw new Error(
    `${actionId} does not offer ${value}; it offers: ${all.map((one) => one.value).join(', ')}`,
  );
}

const optionKinds: ReadonlySet<string> = new Set([
  'static_select',
  'multi_static_select',
  'radio_buttons',
  'checkboxes',
  'overflow',
]);
