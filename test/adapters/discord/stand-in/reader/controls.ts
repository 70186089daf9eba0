import { walk } from '../forms/layout.ts';
import type { JsonObject } from '../json.ts';
import type { Message } from '../world/world.ts';

/** What is sent when a button is clicked. @param button its label or custom id */
export function clicked({ components }: Message, button: string): JsonObject {
  const buttons = walk(components).flatMap(({ component }) => (component.type === 2 ? [component] : []));
  const found =
    buttons.find(({ custom_id }) => custom_id === button) ?? buttons.find(({ label }) => label === button);
  if (!found?.custom_id || found.disabled) throw new Error(`There is no button ${button} to click`);
  return { custom_id: found.custom_id, component_type: 2, id: found.id ?? 1 };
}

/** What is sent when options of a menu are chosen. @param menu its custom id @param chosen the options' values or labels */
export function selected({ components }: Message, menu: string, chosen: readonly string[]): JsonObject {
  const found = walk(components)
    .flatMap(({ component }) => (component.type === 3 ? [component] : []))
    .find(({ custom_id }) => custom_id === menu);
  if (found === undefined || found.disabled) throw new Error(`There is no menu ${menu} to choose from`);
  const values = chosen.map((name) => {
    const option =
      found.options.find(({ value }) => value === name) ?? found.options.find(({ label }) => label === name);
    if (option === undefined) throw new Error(`The menu ${menu} has no option ${name}`);
    return option.value;
  });
  if (values.length < (found.min_values ?? 1) || values.length > (found.max_values ?? 1))
    throw new Error(`The menu ${menu} doesn't take ${values.length} values`);
  return { custom_id: menu, component_type: 3, values, id: found.id ?? 1 };
}
