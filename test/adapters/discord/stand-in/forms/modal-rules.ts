import type { Callback } from './callback.ts';
import type { Modal } from './components.ts';
import type { Problem } from './form.ts';

/** What an answer has to keep beyond its fields: ids of a modal's fields apart, a label for each, bounds that fit. */
export function callbackProblems(callback: Callback): readonly Problem[] {
  if (callback.type !== 9) return [];
  const fields = fieldsOf(callback.data);
  const ids = fields.map(({ field }) => field.custom_id);
  return fields.flatMap(({ field, label, path }, index) => [
    ...(ids.indexOf(field.custom_id) === index ? [] : [problem(path, 'custom_id', twice)]),
    ...(label === '' ? [problem(path, 'label', missing)] : []),
    ...(field.type === 4 && !fits(field) ? [problem(path, 'value', unfit)] : []),
  ]);
}

function problem(
  path: readonly (string | number)[],
  name: string,
  [code, message]: readonly [string, string],
): Problem {
  return { path: [...path, name], code, message };
}

const twice = ['COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'] as const;
const missing = ['BASE_TYPE_REQUIRED', 'This field is required'] as const;
const unfit = ['BASE_TYPE_BAD_LENGTH', 'The value must fit min_length and max_length.'] as const;

function fieldsOf({ components }: Modal) {
  return components.flatMap((component, index) => {
    const path = ['data', 'components', index];
    if (component.type === 10) return [];
    if (component.type === 18)
      return [{ field: component.component, label: component.label, path: [...path, 'component'] }];
    return component.components.map((field, place) => ({
      field,
      label: field.label ?? '',
      path: [...path, 'components', place],
    }));
  });
}

function fits(field: {
  readonly value?: string | null | undefined;
  readonly min_length?: number | null | undefined;
  readonly max_length?: number | null | undefined;
}): boolean {
  const [least, most] = [field.min_length ?? 0, field.max_length ?? 4000];
  const length = field.value?.length ?? 0;
  return least <= most && (length === 0 || (length >= least && length <= most));
}
