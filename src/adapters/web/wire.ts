import type { Action, Block, Message } from '../../chat/message.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Listing, Suggestion } from '../../chat/adapter.ts';
import type { PageTexts } from './texts.ts';

/** A value as it arrives in the page: dates are ISO 8601 strings. */
export type Wire<value> = value extends Date
  ? string
  : value extends string | number | boolean | undefined
    ? value
    : value extends readonly (infer item)[]
      ? readonly Wire<item>[]
      : { readonly [key in keyof value]: Wire<value[key]> };

/** An action with what a reader would have typed for it. */
export type TypedAction = Action & { readonly typed: string };

/** A block whose actions say what they type. */
export type TypedBlock =
  | Exclude<Block, { kind: 'actions' }>
  | { readonly kind: 'actions'; readonly actions: readonly TypedAction[] };

/** A message for the page. */
export interface TypedMessage extends Omit<Message, 'blocks'> {
  readonly blocks: readonly TypedBlock[];
}

/** A message as it arrives in the page. */
export type WireMessage = Wire<TypedMessage>;

/** Something Kiosk posted by itself, as it arrives in the page. */
export interface WirePost {
  readonly id: string;
  /** When it was posted, ISO 8601. */
  readonly at: string;
  readonly message: WireMessage;
}

/** What the page learns about Kiosk in one language. */
export interface WirePage {
  readonly language: LanguageTag;
  readonly languages: readonly LanguageTag[];
  readonly texts: PageTexts;
  /** The commands in this language. */
  readonly listings: readonly Listing[];
  /** True where there is a session to end. */
  readonly signedIn: boolean;
}

/** The reply to one call. */
export interface WireReply {
  readonly message: WireMessage;
}

/** Values an option could have. */
export interface WireSuggestions {
  readonly suggestions: readonly Suggestion[];
}

/** Adds to each action what a reader would have typed for it, in the message's language. */
export function withTyped(
  message: Message,
  typed: (action: Action, language: LanguageTag) => string,
): TypedMessage {
  return {
    ...message,
    blocks: message.blocks.map((block) =>
      block.kind === 'actions'
        ? {
            ...block,
            actions: block.actions
              .filter(({ asks }) => asks === undefined)
              .map((action) => ({ ...action, typed: typed(action, message.language) })),
          }
        : block,
    ),
  };
}
