import type { Translate } from '../texts.ts';
import { writeOption } from './arguments.ts';
import { verbs } from './index.ts';
import type { VerbName } from './index.ts';
import type { AnyVerb, OptionSpec, OptionSpecs } from './verb.ts';

/** The list of verbs. */
export function describeVerbs(
  names: readonly VerbName[],
  options: OptionSpecs,
  translate: Translate,
): string {
  const entries = names.map((name) => [name, translate(`cli.${name}.summary`)] as const);
  return [
    translate('cli.about'),
    '',
    `${translate('cli.help.usage')} kiosk ${translate('cli.values.verb')} [${translate('cli.values.options')}]`,
    '',
    translate('cli.help.verbs'),
    ...align(entries),
    '',
    translate('cli.help.options'),
    ...describeOptions(options, translate),
    '',
    translate('cli.help.more'),
  ].join('\n');
}

/** What one verb does, its options and an example. */
export function describeVerb(
  name: VerbName,
  verb: AnyVerb,
  options: OptionSpecs,
  translate: Translate,
): string {
  const { words } = verb;
  const shown =
    words === undefined
      ? ''
      : ` ${words.minimum === 0 ? `[${translate(words.value)}]` : translate(words.value)}`;
  return [
    `${translate('cli.help.usage')} kiosk ${name} [${translate('cli.values.options')}]${shown}`,
    '',
    translate(`cli.${name}.summary`),
    '',
    translate('cli.help.options'),
    ...describeOptions(options, translate),
    '',
    translate('cli.help.example'),
    ...translate(`cli.${name}.example`)
      .split('\n')
      .map((line) => `  ${line}`),
  ].join('\n');
}

/** Every verb there is, in the order of the list. */
export function listVerbs(): readonly VerbName[] {
  return Object.keys(verbs).filter(isVerb);
}

/** True where there is such a verb. */
export function isVerb(name: string): name is VerbName {
  return Object.hasOwn(verbs, name);
}

function describeOptions(specs: OptionSpecs, translate: Translate): readonly string[] {
  return align(
    Object.entries(specs).map(([name, spec]) => [
      `${writeOption(name)}${describeValue(spec, translate)}`,
      translate(spec.help),
    ]),
  );
}

function describeValue(spec: OptionSpec, translate: Translate): string {
  return spec.type === 'flag' ? '' : ` ${translate(`cli.values.${spec.type}`)}`;
}

function align(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
