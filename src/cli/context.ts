import type { Readable } from 'node:stream';
import { readConfig } from '../config.ts';
import type { Config, Environment } from '../config.ts';
import { isLanguageTag } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import { createLog } from '../log.ts';
import type { LogStyle } from '../log.ts';
import type { Store } from '../stores/index.ts';
import type { Translate } from '../texts.ts';
import type { Translations } from '../translations.ts';
import type { OptionValue } from './arguments.ts';
import { createOutput } from './output.ts';
import type { AnyVerb, ExitCode } from './verb.ts';

/** Ends a run from outside; its exit status is the run's unless the verb ends well by itself. */
export class Ended extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('ended from outside');
    this.exitCode = exitCode;
  }
}

/** The surroundings of one use of the command line. */
export interface CommandLine {
  /** What was typed after `kiosk`. */
  readonly typed: readonly string[];
  readonly environment: Environment;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Aborted with an `Ended`. */
  readonly signal: AbortSignal;
  /** Rejects when something fails that nobody waits for. */
  readonly accident: Promise<never>;
  readonly now: () => Date;
  /** A new name for an incident, hard to take for another. */
  readonly incident: () => string;
}

/** Runs one verb with what was read of its arguments, and closes the store if the verb opened it. */
export async function runVerb(
  verb: AnyVerb,
  read: { readonly options: Readonly<Record<string, OptionValue>>; readonly words: readonly string[] },
  parts: {
    readonly line: CommandLine;
    /** With initial values where settings are not as they must be. */
    readonly config: Config;
    readonly language: LanguageTag;
    readonly translate: Translate;
    readonly translations: Translations;
    readonly fault: (error: unknown) => string;
  },
): Promise<ExitCode> {
  const { line, config, ...shared } = parts;
  const { environment, stdin, stdout, stderr, signal } = line;
  const { data, language } = read.options;
  const dataDirectory = typeof data === 'string' ? data : config.dataDirectory;
  const log = createLog({ level: config.logLevel, secrets: config.secrets, style: logStyle(line) });
  let store: Promise<Store> | undefined;
  async function openStore(): Promise<Store> {
    // A bad DATABASE_URL must not lead to a store somewhere else.
    if (typeof data !== 'string') readConfig(environment, shared.translate);
    const stores = await import('../stores/index.ts');
    return stores.openStore({ directory: dataDirectory }, log);
  }
  try {
    return await verb.run({
      ...shared,
      options: {
        ...read.options,
        help: false,
        json: read.options['json'] === true,
        data: typeof data === 'string' ? data : undefined,
        language: isLanguageTag(language) ? language : undefined,
      },
      words: read.words,
      get config() {
        return readConfig(environment, shared.translate);
      },
      environment,
      log,
      now: line.now,
      output: createOutput(stdout, signal),
      stdin,
      stdout,
      stderr,
      isTerminal: stdin.isTTY === true && stdout.isTTY === true,
      signal,
      dataDirectory,
      openStore: () => (store ??= openStore()),
    });
  } finally {
    const opened = await store?.catch(() => undefined);
    await opened?.close();
  }
}

/** A person reads what a terminal shows; what is piped is read by programs. */
function logStyle({ stderr, environment }: CommandLine): LogStyle {
  if (stderr.isTTY !== true) return 'json';
  return (environment['NO_COLOR'] ?? '') === '' ? 'coloured' : 'plain';
}
