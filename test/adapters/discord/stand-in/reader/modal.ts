import type { Modal } from '../forms/components.ts';
import type { JsonObject } from '../json.ts';

/** A modal as its client sends it, filled in by labels or custom ids. @throws {Error} where the client wouldn't */
export function modalValues(modal: Modal, values: Readonly<Record<string, string>>): JsonObject {
  const used = new Set<string>();
  const given = (customId: string, label: string | null | undefined): string | undefined => {
    const key = [customId, label ?? customId].find((name) => values[name] !== undefined);
    if (key !== undefined) used.add(key);
    return key === undefined ? undefined : values[key];
  };
  const components = modal.components.map((component): JsonObject => {
    if (component.type === 10) return { type: 10, id: component.id ?? 1 };
    if (component.type === 1) {
      const inputs = component.components.map((input) => typed(input, given(input.custom_id, input.label)));
      return { type: 1, id: component.id ?? 1, components: inputs };
    }
    const { component: input, label } = component;
    const value = given(input.custom_id, label);
    if (input.type === 4) return { type: 18, id: component.id ?? 1, component: typed(input, value) };
    if (value === undefined && input.required !== false) throw new Error(`${label} has to be chosen`);
    const chosen = {
      type: input.type,
      custom_id: input.custom_id,
      id: input.id ?? 1,
      values: value === undefined ? [] : [value],
    };
    return { type: 18, id: component.id ?? 1, component: chosen };
  });
  const stray = Object.keys(values).find((name) => !used.has(name));
  if (stray !== undefined) throw new Error(`The modal has no field ${stray}`);
  return { custom_id: modal.custom_id, components };
}

interface Field {
  readonly custom_id: string;
  readonly id?: number | null | undefined;
  readonly required?: boolean | null | undefined;
  readonly min_length?: number | null | undefined;
  readonly max_length?: number | null | undefined;
  readonly value?: string | null | undefined;
}

function typed(field: Field, given: string | undefined): JsonObject {
  const value = given ?? field.value ?? '';
  if (value === '' && field.required !== false) throw new Error(`${field.custom_id} has to be filled in`);
  if (value !== '' && (value.length < (field.min_length ?? 0) || value.length > (field.max_length ?? 4000)))
    throw new Error(`${field.custom_id} is too short or too long`);
  return { type: 4, custom_id: field.custom_id, value, id: field.id ?? 1 };
}
