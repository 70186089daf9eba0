import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { nearest } from '../chat/nearest.ts';
import { readSettings } from '../config.ts';
import type { Environment } from '../config.ts';
import { UserError } from '../errors.ts';
import type { LanguageTag } from '../language/index.ts';
import { createRedaction } from '../log.ts';
import type { Translate } from '../texts.ts';
import { createTranslations } from '../translations.ts';
import type { Translations } from '../translations.ts';
import { readArguments } from './arguments.ts';
import { Ended, runVerb } from './context.ts';
import type { CommandLine } from './context.ts';
import { describeVerb, describeVerbs, isVerb, listVerbs } from './help.ts';
import { verbs } from './index.ts';
import { createOutput } from './output.ts';
import { UsageError, commonOptions, exitCodes } from './verb.ts';
import type { OptionSpecs } from './verb.ts';

const rootOptions = {
  help: commonOptions.help,
  version: { type: 'flag', help: 'cli.options.version' },
  language: commonOptions.language,
} as const satisfies OptionSpecs;

/** Runs one verb; never rejects. @returns the exit status: 0 done, 1 not done, 2 used wrongly */
export async function runCommandLine(line: CommandLine): Promise<number> {
  const { typed, environment, stderr, signal } = line;
  const { config } = readSettings(environment);
  const translations = createTranslations({ timeZone: config.timeZone });
  const language = chooseLanguage(typed, environment, translations) ?? config.defaultLanguage;
  const translate = translations.translate(language);
  const errors = createOutput(stderr, signal);
  const redact = createRedaction(config.secrets);
  const name = typed[0];
  function fault(error: unknown): string {
    const incident = line.incident();
    const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const stack = config.logLevel === 'debug' && error instanceof Error ? `\n${error.stack}` : '';
    void errors.line(redact(translate('cli.fault', { incident, cause }) + stack));
    return incident;
  }
  async function run(): Promise<number> {
    if (name === undefined || name.startsWith('-')) return runRoot(line, translate);
    if (!isVerb(name)) throw unknownVerb(name);
    const verb = await verbs[name]();
    const specs = { ...verb.options, ...commonOptions };
    const read = readArguments(typed.slice(1), specs, verb.words);
    if (read.options['help'] === true) {
      await createOutput(line.stdout, signal).line(describeVerb(name, verb, specs, translate));
      return exitCodes.success;
    }
    return runVerb(verb, read, { line, config, language, translate, translations, fault });
  }
  try {
    return await Promise.race([run(), line.accident]);
  } catch (error) {
    if (signal.aborted && isAbort(error, signal)) {
      return signal.reason instanceof Ended ? signal.reason.exitCode : exitCodes.failure;
    }
    if (!(error instanceof UserError)) {
      fault(error);
      return exitCodes.failure;
    }
    await errors.line(redact(translate(error.key, error.values)));
    if (!(error instanceof UsageError)) return exitCodes.failure;
    const asked = name !== undefined && isVerb(name) ? `kiosk ${name} --help` : 'kiosk --help';
    await errors.line(translate('cli.usage.seeHelp', { command: asked }));
    return exitCodes.usage;
  }
}

async function runRoot({ typed, stdout, signal }: CommandLine, translate: Translate): Promise<number> {
  const { options } = readArguments(typed, rootOptions, undefined);
  const output = createOutput(stdout, signal);
  await output.line(
    options['version'] === true ? readVersion() : describeVerbs(listVerbs(), rootOptions, translate),
  );
  return exitCodes.success;
}

function readVersion(): string {
  const { version } = v.parse(
    v.object({ version: v.string() }),
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')),
  );
  return version;
}

function isAbort(error: unknown, signal: AbortSignal): boolean {
  return error === signal.reason || (error instanceof Error && error.name === 'AbortError');
}

/** The language asked for with `--language`, else the one of the terminal. */
function chooseLanguage(
  typed: readonly string[],
  environment: Environment,
  translations: Translations,
): LanguageTag | undefined {
  const at = typed.findLastIndex((word) => word === '--language' || word.startsWith('--language='));
  const asked = typed[at]?.includes('=') === true ? typed[at].split('=')[1] : typed[at + 1];
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value,
  );
  return (at === -1 ? undefined : translations.match(asked)) ?? translations.match(locale);
}

function unknownVerb(name: string): UsageError {
  const [meant] = nearest(name, listVerbs(), 1);
  return meant === undefined
    ? new UsageError('cli.usage.unknownVerb', { verb: name })
    : new UsageError('cli.usage.mistypedVerb', { verb: name, nearest: meant });
}
