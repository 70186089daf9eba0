import type { LanguageTag } from '../language/language.ts';
import type { Message } from './message.ts';

/** A reader. `id` names them across calls on one platform ("web:…", "terminal:local", "discord:…"). */
export interface Caller {
  readonly id: string;
  /** True where the platform says that this reader manages the channel. */
  readonly manager: boolean;
}

/** What Kiosk needs in a channel: their names are texts of `locales/`. */
export type Permission = 'view' | 'send' | 'embed' | 'history' | 'threads' | 'newThreads';

/** One use of a command, from any platform. */
export interface Call {
  readonly command: string;
  /** As typed or chosen; dispatch parses them by the command's declaration. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly caller: Caller;
  /** The channel's id, platform first: "web:…", "terminal:…", "discord:<guild>:<channel>". */
  readonly channel: string;
  /** What the channel belongs to: "discord:<guild>". */
  readonly place?: string;
  /** The platform's locale for this reader, as a BCP 47 tag ("de-AT"). */
  readonly locale?: string;
  /** The platform's locale for the place, which counts where nothing is known of the reader. */
  readonly placeLocale?: string;
  /** What Kiosk may not do in the channel, though it should; undefined where the platform doesn't tell. */
  readonly lacks?: readonly Permission[];
  /** Aborted when nobody waits for the reply any more. */
  readonly signal?: AbortSignal;
}

/** What tells the language in which somebody is answered. */
export type Reader = Pick<Call, 'caller' | 'channel' | 'place' | 'locale' | 'placeLocale'>;

/** A call with free text ("/ask …", or just a question) in place of a parsed command. */
export interface TypedCall extends Omit<Call, 'command' | 'options'> {
  readonly text: string;
}

/** One option of a listing. */
export interface OptionListing {
  /** The name the declaration uses. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'text' | 'integer' | 'boolean' | 'choice';
  readonly required: boolean;
  /** True where `suggest` offers values while the reader types. */
  readonly suggests: boolean;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  /** Bounds: characters of a text, value of an integer. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** How one command presents itself in one language. */
export interface Listing {
  readonly command: string;
  readonly language: LanguageTag;
  readonly name: string;
  readonly description: string;
  readonly audience: 'channel' | 'caller';
  readonly access: 'everyone' | 'managers';
  readonly options: readonly OptionListing[];
  /** How it is called where it is offered on a message, and the option that takes what the message says. */
  readonly menu?: { readonly name: string; readonly option: string };
}

/** A value an option could have. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** Asks for values of an option while the reader types. */
export interface SuggestionCall extends Omit<Call, 'options'> {
  readonly option: string;
  readonly typed: string;
  /** The options that have a value already. */
  readonly given?: Call['options'];
}

/** What Kiosk does for an adapter. None of these reject: faults become messages. */
export interface Desk {
  answer(call: Call): Promise<Message>;
  answerText(call: TypedCall): Promise<Message>;
  suggest(call: SuggestionCall): Promise<readonly Suggestion[]>;
  /** What a reader types to make this call, in their language: "/fragen Wer …". */
  typed(call: Pick<Call, 'command' | 'options'>, language: LanguageTag): string;
  /** The language in which a reader is answered. */
  language(reader: Reader): Promise<LanguageTag>;
  /** Kiosk is in this place, perhaps again: what was chosen for it holds. */
  entered(place: string): Promise<void>;
  /** Kiosk has left this place: what was chosen for it is kept for a while, then forgotten. */
  left(place: string): Promise<void>;
}

/** One message due to one channel. */
export interface Delivery {
  /** Names what it is; the same key is delivered once. */
  readonly key: string;
  /** A channel's id, or a reader's, who is written to directly. */
  readonly channel: string;
  readonly message: Message;
  /** The post in whose thread it goes, where the platform has threads. */
  readonly follows?: Posted;
}

/** Where a delivery went; enough to edit it later. */
export interface Posted {
  readonly channel: string;
  readonly id: string;
}

/** A platform people read Kiosk on. */
export interface ChatAdapter {
  readonly platform: string;
  /** @param listings every command in every language */
  start(listings: readonly Listing[], desk: Desk): Promise<void>;
  /** @throws {DeliveryError} */
  post(delivery: Delivery): Promise<Posted>;
  /** @throws {DeliveryError} */
  edit(posted: Posted, message: Message): Promise<void>;
  stop(): Promise<void>;
}
