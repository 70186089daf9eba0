import { UserError } from '../../errors.ts';
import type { TextKey, TextValues } from '../../texts.ts';
import type { Field, FileEntry, Problem } from './nodes.ts';

/** Reads the fields of one entry; whatever isn't as it must be becomes a problem, and is undefined. */
export interface FieldReader {
  text(name: string): string | undefined;
  /** Several texts, or one line of them with commas. */
  texts(name: string): readonly string[] | undefined;
  /** Texts by their names. */
  map(name: string): ReadonlyMap<string, Field> | undefined;
  number(name: string, minimum: number, maximum: number): number | undefined;
  oneOf<value extends string>(name: string, allowed: readonly value[]): value | undefined;
  /** What a text means. @param parse throws a UserError for what can't be understood */
  parsed<value>(name: string, parse: (text: string) => value): value | undefined;
  /** The same of several texts. */
  listed<value>(name: string, parse: (texts: readonly string[]) => value): value | undefined;
  /** True where something is written, whatever it is. */
  has(name: string): boolean;
  report(name: string, key: TextKey, values?: TextValues): void;
  reportAt(line: number, key: TextKey, values?: TextValues): void;
}

/**
 * @param known every field there may be
 * @param problems where problems are added
 */
export function createFieldReader(
  { line, fields }: FileEntry,
  known: readonly string[],
  problems: Problem[],
): FieldReader {
  const lineOf = (name: string) => fields.get(name)?.line ?? line;

  function reportAt(line: number, key: TextKey, values: TextValues = {}): void {
    problems.push({ line, key, values });
  }

  function report(name: string, key: TextKey, values: TextValues = {}): void {
    reportAt(lineOf(name), key, values);
  }

  function has(name: string): boolean {
    const value = fields.get(name)?.value;
    return value !== undefined && !(value.kind === 'text' && value.text === '');
  }

  function understood<value>(name: string, parse: () => value): value | undefined {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      report(name, error.key, error.values);
      return undefined;
    }
  }

  function text(name: string): string | undefined {
    const value = fields.get(name)?.value;
    if (value === undefined) return undefined;
    if (value.kind === 'text') return value.text === '' ? undefined : value.text;
    report(name, 'cli.subscriptions.problems.text', { field: name });
    return undefined;
  }

  function texts(name: string): readonly string[] | undefined {
    const value = fields.get(name)?.value;
    if (value === undefined) return undefined;
    if (value.kind === 'list') return value.items.filter((item) => item !== '');
    if (value.kind === 'text')
      return value.text
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean);
    report(name, 'cli.subscriptions.problems.texts', { field: name });
    return undefined;
  }

  for (const name of fields.keys()) {
    if (!known.includes(name))
      report(name, 'cli.subscriptions.problems.unknown', { field: name, allowed: known.join(', ') });
  }

  return {
    text,
    texts,
    has,
    report,
    reportAt,
    parsed(name, parse) {
      const written = text(name);
      return written === undefined ? undefined : understood(name, () => parse(written));
    },
    listed(name, parse) {
      const written = texts(name);
      return written === undefined ? undefined : understood(name, () => parse(written));
    },
    map(name) {
      const value = fields.get(name)?.value;
      if (value === undefined || (value.kind === 'text' && value.text === '')) return undefined;
      if (value.kind === 'map') return value.fields;
      report(name, 'cli.subscriptions.problems.map', { field: name });
      return undefined;
    },
    number(name, minimum, maximum) {
      const written = text(name);
      if (written === undefined) return undefined;
      const number = Number(written);
      if (/^\d+$/.test(written) && number >= minimum && number <= maximum) return number;
      report(name, 'errors.notInteger', { option: name, minimum, maximum });
      return undefined;
    },
    oneOf(name, allowed) {
      const written = text(name);
      const found = allowed.find((value) => value === written);
      if (written !== undefined && found === undefined)
        report(name, 'errors.notChoice', { option: name, choices: allowed.join(', ') });
      return found;
    },
  };
}
