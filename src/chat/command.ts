import type { LanguageTag } from '../language/language.ts';
import type { Translate } from '../texts.ts';
import type { Call, Caller, Listing, Permission, Suggestion } from './adapter.ts';
import type { Kiosk } from './kiosk.ts';
import type { Message } from './message.ts';

interface OptionBase {
  readonly required?: boolean;
}

/** Free text, at most `maximum` characters. `suggest` offers values while the reader types. */
export interface TextOption extends OptionBase {
  readonly type: 'text';
  readonly maximum: number;
  readonly suggest?: (typed: string, context: SuggestContext) => Promise<readonly Suggestion[]>;
}

/** A whole number between two bounds, both included. */
export interface IntegerOption extends OptionBase {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
}

/** One of a few fixed values; their names are texts of `locales/`. */
export interface ChoiceOption<value extends string = string> extends OptionBase {
  readonly type: 'choice';
  readonly choices: readonly value[];
}

/** How one option of a command is declared. */
export type OptionSpec = TextOption | IntegerOption | ChoiceOption;

/** The options of a command by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<spec extends OptionSpec> = spec extends { type: 'integer' }
  ? number
  : spec extends ChoiceOption<infer value>
    ? value
    : string;

/** The values a command receives: those not required may be undefined. */
export type OptionValues<specs extends OptionSpecs> = {
  readonly [name in keyof specs]: specs[name] extends { required: true }
    ? ValueOf<specs[name]>
    : ValueOf<specs[name]> | undefined;
};

/** What is known of a reader, and of Kiosk, wherever a command has something to say. */
interface BaseContext {
  readonly language: LanguageTag;
  readonly t: Translate;
  readonly kiosk: Kiosk;
  /** Every command as it presents itself in the reader's language. */
  readonly listings: readonly Listing[];
  readonly caller: Caller;
  readonly channel: string;
  /** The time zone the reader most likely lives by, an IANA name. */
  readonly timeZone: string;
  readonly now: Date;
}

/** What a suggestion may know. */
export interface SuggestContext extends BaseContext {
  /** The options that have a value already, as typed or chosen. */
  readonly given: Call['options'];
}

/** What a command is given when it runs. */
export interface CommandContext<specs extends OptionSpecs = OptionSpecs> extends BaseContext {
  readonly options: OptionValues<specs>;
  /** What the channel belongs to, or the channel itself. */
  readonly place: string;
  /** What Kiosk may not do in the channel, though it should; undefined where the platform doesn't tell. */
  readonly lacks: readonly Permission[] | undefined;
  /** The texts of another language than the reader's. */
  translate(language: LanguageTag): Translate;
  /** What a reader of this language types to use a command. */
  typed(command: string, options?: Readonly<Record<string, string | number | boolean>>): string;
  readonly signal: AbortSignal;
}

/** Something a reader types. Its names and texts are `commands.<file name>.*` in `locales/`. */
export interface Command<specs extends OptionSpecs = OptionSpecs> {
  readonly options: specs;
  /** Who sees the reply: everyone in the channel, or the reader alone. */
  readonly audience: 'channel' | 'caller';
  readonly access: 'everyone' | 'managers';
  /** The option that takes what a message says, where the platform can offer the command on messages. */
  readonly menu?: keyof specs & string;
  /** @throws {UserError} for what the reader can mend */
  run(context: CommandContext<specs>): Promise<Message>;
}

/** A command whose option types dispatch need not know. */
export interface AnyCommand extends Omit<Command, 'run' | 'menu'> {
  readonly menu?: string;
  run(context: CommandContext): Promise<Message>;
}

/** Declares a command; the types of its options follow from the declaration. */
export function defineCommand<const specs extends OptionSpecs>(command: {
  readonly options: specs;
  readonly audience?: 'channel' | 'caller';
  readonly access?: 'everyone' | 'managers';
  readonly menu?: keyof specs & string;
  run(context: CommandContext<specs>): Promise<Message>;
}): Command<specs> {
  return { audience: 'channel', access: 'everyone', ...command };
}
