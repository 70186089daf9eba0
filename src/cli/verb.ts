import type { Readable } from 'node:stream';
import type { Config, Environment } from '../config.ts';
import { UserError } from '../errors.ts';
import type { LanguageTag } from '../language/index.ts';
import type { Log } from '../log.ts';
import type { Store } from '../stores/index.ts';
import type { TextKey, Translate } from '../texts.ts';
import type { Translations } from '../translations.ts';
import type { Output } from './output.ts';

/** What a verb's run ends with; scripts rely on these. */
export const exitCodes = { success: 0, failure: 1, usage: 2 } as const;

/** 0: done, 1: not done. */
export type ExitCode = (typeof exitCodes)['success' | 'failure'];

/** A verb was not used the way its declaration says: exit status 2. */
export class UsageError extends UserError {}

interface OptionBase {
  /** What the option is for, in the help. */
  readonly help: TextKey;
}

/** How one option of a verb is declared; its name in code is its name on the command line ("dryRun": `--dry-run`). */
export type OptionSpec = OptionBase &
  (
    | { readonly type: 'flag' }
    | { readonly type: 'text' | 'file' | 'directory' | 'language' | 'languages' }
    | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  );

/** The options of a verb by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<spec extends OptionSpec> = spec extends { type: 'flag' }
  ? boolean
  : spec extends { type: 'integer' }
    ? number | undefined
    : spec extends { type: 'language' }
      ? LanguageTag | undefined
      : spec extends { type: 'languages' }
        ? readonly LanguageTag[] | undefined
        : string | undefined;

/** The values of a verb's options: a flag is true or false, another option undefined where it was not given. */
export type OptionValues<specs extends OptionSpecs> = {
  readonly [name in keyof specs]: ValueOf<specs[name]>;
};

/** The options that every verb has. */
export const commonOptions = {
  help: { type: 'flag', help: 'cli.options.help' },
  json: { type: 'flag', help: 'cli.options.json' },
  data: { type: 'directory', help: 'cli.options.data' },
  language: { type: 'language', help: 'cli.options.language' },
} as const satisfies OptionSpecs;

/** `--batch FILE`, for verbs that read JSON lines; with it a verb takes no words. */
export const batchOption = { type: 'file', help: 'cli.options.batch' } as const satisfies OptionSpec;

/** The words after a verb: what stands for them in the help, and how many there may be. */
export interface PositionalSpec {
  readonly value: TextKey;
  readonly minimum: number;
  readonly maximum: number;
}

/** What a verb is given when it runs. */
export interface VerbContext<specs extends OptionSpecs = OptionSpecs> {
  readonly options: OptionValues<specs & typeof commonOptions>;
  readonly words: readonly string[];
  /** @throws {UserError} on first use, where settings are not as they must be */
  readonly config: Config;
  readonly environment: Environment;
  /** The language of the reader. */
  readonly language: LanguageTag;
  readonly translate: Translate;
  readonly translations: Translations;
  readonly log: Log;
  readonly now: () => Date;
  /** Standard output. */
  readonly output: Output;
  readonly stdin: Readable;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** True where a person types and reads: standard input and output are both a terminal. */
  readonly isTerminal: boolean;
  /** Aborted by Ctrl+C, by a request to end, and when nobody reads the output any more. */
  readonly signal: AbortSignal;
  /** The folder that holds the store: `--data`, else `DATABASE_URL`, else `data`. */
  readonly dataDirectory: string;
  /** Opens the store; the same one on every call, closed after the verb. */
  openStore(): Promise<Store>;
  /** Notes a fault and returns its incident's id. */
  fault(error: unknown): string;
}

/** Something the command line does. Its name is its line in `index.ts`, its texts are `cli.<name>.*` in `locales/`. */
export interface Verb<specs extends OptionSpecs = OptionSpecs> {
  readonly options: specs;
  readonly words?: PositionalSpec;
  /** @throws {UserError} for what the user can mend */
  run(context: VerbContext<specs>): Promise<ExitCode>;
}

/** A verb whose option types the frame need not know. */
export interface AnyVerb extends Omit<Verb, 'run'> {
  run(context: VerbContext): Promise<ExitCode>;
}

/** Declares a verb; the types of its options follow from the declaration. */
export function defineVerb<const specs extends OptionSpecs>(verb: Verb<specs>): Verb<specs> {
  return verb;
}
