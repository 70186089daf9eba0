import type { CommandForm, OptionForm } from './command.ts';
import type { Problem } from './form.ts';

interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null | undefined;
}

/** What a command has to keep beyond its fields: 8,000 characters, required options first, names apart. */
export function commandProblems(command: CommandForm): readonly Problem[] {
  const options = command.options ?? [];
  const size = sizeOf(command);
  return [
    ...(size > 8000
      ? [
          {
            path: [],
            code: 'APPLICATION_COMMAND_TOO_LARGE',
            message: `Command exceeds maximum size (8000): ${size}`,
          },
        ]
      : []),
    ...options.flatMap(({ required }, index) =>
      required && index > 0 && !options[index - 1]?.required
        ? [
            {
              path: ['options', index],
              code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
              message: 'Required options must be placed before non-required options',
            },
          ]
        : [],
    ),
    ...repeated(options).map((index) => ({
      path: ['options', index],
      code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
      message: 'Option name already exists',
    })),
    ...options.flatMap((option, index) =>
      optionProblems(option).map((problem) => ({ ...problem, path: ['options', index, ...problem.path] })),
    ),
  ];
}

/** The places of commands or options whose name, in some language, another one before them has. */
export function repeated(named: readonly Named[]): readonly number[] {
  const seen = new Set<string>();
  return named.flatMap(({ name, name_localizations }, index) => {
    const names = [
      ` ${name}`,
      ...Object.entries(name_localizations ?? {}).map(([locale, local]) => `${locale} ${local}`),
    ];
    const known = names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return known ? [index] : [];
  });
}

function optionProblems(option: OptionForm): readonly Problem[] {
  const choices = option.choices ?? [];
  const takesChoices = [3, 4, 10].includes(option.type);
  const problem = (path: readonly (string | number)[], code: string, message: string) => ({
    path,
    code,
    message,
  });
  return [
    ...(choices.length > 0 && option.autocomplete
      ? [
          problem(
            ['autocomplete'],
            'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES',
            'Autocomplete cannot be used with choices',
          ),
        ]
      : []),
    ...(!takesChoices && (choices.length > 0 || option.autocomplete)
      ? [
          problem(
            ['choices'],
            'APPLICATION_COMMAND_OPTION_CHOICES_NOT_ALLOWED',
            'This type of option has no choices',
          ),
        ]
      : []),
    ...choices.flatMap(({ value }, index) =>
      typeof value === (option.type === 3 ? 'string' : 'number')
        ? []
        : [
            problem(
              ['choices', index, 'value'],
              'APPLICATION_COMMAND_OPTION_CHOICE_TYPE',
              'Choice of the wrong type',
            ),
          ],
    ),
    ...repeated(choices).map((index) =>
      problem(
        ['choices', index],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice name already exists',
      ),
    ),
    ...(option.type !== 3 && (isGiven(option.min_length) || isGiven(option.max_length))
      ? [
          problem(
            ['max_length'],
            'APPLICATION_COMMAND_OPTION_LENGTH_NOT_ALLOWED',
            'Only strings have a length',
          ),
        ]
      : []),
    ...(![4, 10].includes(option.type) && (isGiven(option.min_value) || isGiven(option.max_value))
      ? [problem(['max_value'], 'APPLICATION_COMMAND_OPTION_VALUE_NOT_ALLOWED', 'Only numbers have bounds')]
      : []),
    ...((option.min_length ?? 0) > (option.max_length ?? 6000) ||
    (option.min_value ?? -Infinity) > (option.max_value ?? Infinity)
      ? [problem([], 'APPLICATION_COMMAND_OPTION_BOUNDS', 'The minimum is above the maximum')]
      : []),
  ];
}

function isGiven(value: number | null | undefined): boolean {
  return value !== undefined && value !== null;
}

/** Characters of names, descriptions and values, counting of each only its longest translation. */
function sizeOf(command: CommandForm): number {
  const described = [command, ...(command.options ?? [])].flatMap((item) => [
    longest(item.name, item.name_localizations),
    longest(item.description ?? '', item.description_localizations),
  ]);
  const chosen = (command.options ?? [])
    .flatMap(({ choices }) => choices ?? [])
    .map(({ name, name_localizations, value }) => longest(name, name_localizations) + String(value).length);
  return [...described, ...chosen].reduce((sum, length) => sum + length, 0);
}

function longest(text: string, translations: Readonly<Record<string, string>> | null | undefined): number {
  return Math.max(...[text, ...Object.values(translations ?? {})].map(({ length }) => length));
}
