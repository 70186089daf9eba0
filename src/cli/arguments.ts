import { parseArgs } from 'node:util';
import { nearest } from '../chat/nearest.ts';
import { isLanguageTag, languageTags } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';

import { UsageError } from './verb.ts';
import type { OptionSpec, OptionSpecs, PositionalSpec } from './verb.ts';

/** The value of one option as it was read. */
export type OptionValue = boolean | string | number | readonly LanguageTag[] | undefined;

interface Given {
  readonly name: string;
  readonly value: string | undefined;
  readonly inline: boolean;
}

/** An option's name as it is typed: `dryRun` is "--dry-run". */
export function writeOption(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * Reads what follows a verb. node:util does the splitting and no library more, because every text of one would be English.
 * @throws {UsageError} naming what isn't as declared
 */
export function readArguments(
  typed: readonly string[],
  specs: OptionSpecs,
  words: PositionalSpec | undefined,
): { readonly options: Readonly<Record<string, OptionValue>>; readonly words: readonly string[] } {
  const names = new Map(Object.keys(specs).map((name) => [writeOption(name).slice(2), name]));
  const { given, positionals } = split(typed, specs, names);
  const options: Record<string, OptionValue> = {};
  for (const { name: written, value, inline } of given) {
    const name = names.get(written);
    const spec = name === undefined ? undefined : specs[name];
    if (name === undefined || spec === undefined) throw unknownOption(written, [...names.keys()]);
    options[name] = readValue(spec, `--${written}`, value, inline);
  }
  for (const [name, spec] of Object.entries(specs)) {
    if (spec.type === 'flag') options[name] ??= false;
  }
  if (options['help'] !== true) checkWords(positionals, words, options['batch'] !== undefined);
  return { options, words: positionals };
}

function split(
  typed: readonly string[],
  specs: OptionSpecs,
  names: ReadonlyMap<string, string>,
): { readonly given: readonly Given[]; readonly positionals: readonly string[] } {
  const entries = [...names].map(([written, name]) => {
    const type = specs[name]?.type === 'flag' ? 'boolean' : 'string';
    return [written, { type, ...(name === 'help' && { short: 'h' }) }] as const;
  });
  const { tokens, positionals } = parseArgs({
    args: [...typed],
    options: Object.fromEntries(entries),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = tokens
    .filter((token) => token.kind === 'option')
    .map(({ name, value, inlineValue }) => ({ name, value, inline: inlineValue ?? false }));
  return { given, positionals };
}

function unknownOption(written: string, known: readonly string[]): UsageError {
  const option = written.length === 1 ? `-${written}` : `--${written}`;
  const [meant] = nearest(written, known, 1);
  return meant === undefined
    ? new UsageError('cli.usage.unknownOption', { option })
    : new UsageError('cli.usage.mistypedOption', { option, nearest: `--${meant}` });
}

function readValue(
  spec: OptionSpec,
  option: string,
  value: string | undefined,
  inline: boolean,
): OptionValue {
  if (spec.type === 'flag') {
    if (value !== undefined) throw new UsageError('cli.usage.noValue', { option });
    return true;
  }
  // "--limit --json" forgot the number; "--limit=--json" means it.
  if (value === undefined || value === '' || (!inline && value.startsWith('--'))) {
    throw new UsageError('cli.usage.missingValue', { option });
  }
  switch (spec.type) {
    case 'integer': {
      const number = Number(value);
      if (/^[+-]?\d+$/.test(value) && number >= spec.minimum && number <= spec.maximum) return number;
      const { minimum, maximum } = spec;
      throw new UsageError('cli.usage.notInteger', { option, value, minimum, maximum });
    }
    case 'language':
      return readLanguage(option, value);
    case 'languages':
      return value.split(',').map((tag) => readLanguage(option, tag.trim()));
    default:
      return value;
  }
}

function readLanguage(option: string, value: string): LanguageTag {
  const tag = value.toLowerCase();
  if (isLanguageTag(tag)) return tag;
  throw new UsageError('cli.usage.notLanguage', { option, value, allowed: languageTags.join(', ') });
}

function checkWords(given: readonly string[], spec: PositionalSpec | undefined, batch: boolean): void {
  const { minimum, maximum } = batch || spec === undefined ? { minimum: 0, maximum: 0 } : spec;
  const extra = given[maximum];
  if (extra !== undefined) {
    throw new UsageError(batch ? 'cli.usage.wordsWithBatch' : 'cli.usage.extraWord', { word: extra });
  }
  if (given.length < minimum) throw new UsageError('cli.usage.missingWord');
}
