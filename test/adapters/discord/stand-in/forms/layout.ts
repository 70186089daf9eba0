import type { Component, TopComponent } from './components.ts';
import type { Problem } from './form.ts';

/** A component and where it is in its message. */
export interface Placed {
  readonly component: Component;
  readonly path: readonly (string | number)[];
}

/** Every component of a message, nested ones after those that hold them. */
export function walk(components: readonly TopComponent[]): readonly Placed[] {
  return components.flatMap((component, index) => below(component, ['components', index]));
}

function below(component: Component, path: readonly (string | number)[]): readonly Placed[] {
  const here = { component, path };
  switch (component.type) {
    case 1:
    case 17:
      return [here, ...inside(component.components, path)];
    case 9:
      return [
        here,
        ...inside(component.components, path),
        ...below(component.accessory, [...path, 'accessory']),
      ];
    default:
      return [here];
  }
}

function inside(components: readonly Component[], path: readonly (string | number)[]): readonly Placed[] {
  return components.flatMap((component, index) => below(component, [...path, 'components', index]));
}

/** The rules for the components of a message; `layout` is whether it carries the flag of Components V2. */
export function componentProblems(components: readonly TopComponent[], layout: boolean): readonly Problem[] {
  const placed = walk(components);
  return [
    ...(layout ? layoutProblems(placed) : legacyProblems(components)),
    ...repeatedCustomIds(placed),
    ...placed.flatMap(({ component, path }) => ownProblems(component, path)),
  ];
}

function legacyProblems(components: readonly TopComponent[]): readonly Problem[] {
  const strangers = components.flatMap(({ type }, index) =>
    type === 1
      ? []
      : [
          {
            path: ['components', index, 'type'],
            code: 'UNION_TYPE_CHOICES',
            message: 'Value of field "type" must be one of (1,).',
          },
        ],
  );
  return components.length > 5
    ? [
        {
          path: ['components'],
          code: 'BASE_TYPE_BAD_LENGTH',
          message: 'Must be between 1 and 5 in length.',
        },
        ...strangers,
      ]
    : strangers;
}

function layoutProblems(placed: readonly Placed[]): readonly Problem[] {
  const characters = placed.reduce(
    (sum, { component }) => sum + (component.type === 10 ? component.content.length : 0),
    0,
  );
  const path = ['components'];
  return [
    ...(placed.length > 40
      ? [
          {
            path,
            code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            message: 'The total number of components exceeds the maximum of 40',
          },
        ]
      : []),
    ...(characters > 4000
      ? [
          {
            path,
            code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            message: 'Displayable text size exceeds maximum of 4000',
          },
        ]
      : []),
  ];
}

function repeatedCustomIds(placed: readonly Placed[]): readonly Problem[] {
  const seen = new Set<string>();
  return placed.flatMap(({ component, path }) => {
    const customId = 'custom_id' in component ? component.custom_id : undefined;
    if (!customId) return [];
    if (!seen.has(customId)) {
      seen.add(customId);
      return [];
    }
    const code = 'COMPONENT_CUSTOM_ID_DUPLICATED';
    return [{ path: [...path, 'custom_id'], code, message: 'Component custom id cannot be duplicated' }];
  });
}

function ownProblems(component: Component, path: readonly (string | number)[]): readonly Problem[] {
  const required = (field: string): Problem => ({
    path: [...path, field],
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
  });
  const problem = (field: string, code: string, message: string): Problem => ({
    path: [...path, field],
    code,
    message,
  });
  switch (component.type) {
    case 1:
      return component.components.some(({ type }) => type !== 2) && component.components.length > 1
        ? [
            problem(
              'components',
              'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
              'The specified component exceeds the maximum width',
            ),
          ]
        : [];
    case 2: {
      const leads = component.style === 5;
      return [
        ...(leads && !component.url ? [required('url')] : []),
        ...(!leads && !component.custom_id ? [required('custom_id')] : []),
        ...(leads && component.custom_id
          ? [
              problem(
                '',
                'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
                'A custom id and url cannot both be specified',
              ),
            ]
          : []),
        ...(!leads && component.url
          ? [problem('url', 'BASE_TYPE_CHOICES', 'Only a button of style 5 has a url')]
          : []),
        ...(!component.label && !component.emoji ? [required('label')] : []),
      ];
    }
    case 3: {
      const values = component.options.map(({ value }) => value);
      const repeated = values.findIndex((value, index) => values.indexOf(value) !== index);
      const most = component.max_values ?? 1;
      return [
        ...(repeated < 0
          ? []
          : [
              {
                path: [...path, 'options', repeated],
                code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
                message: 'The specified option value is already used',
              },
            ]),
        ...(most > component.options.length || most < (component.min_values ?? 1)
          ? [problem('max_values', 'BASE_TYPE_CHOICES', 'max_values must fit min_values and the options')]
          : []),
      ];
    }
    default:
      return [];
  }
}
