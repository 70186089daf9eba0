import type { Modal } from '../forms/components.ts';
import type { Choice } from '../forms/callback.ts';
import type { CommandForm } from '../forms/command.ts';
import type { Contents } from '../forms/message.ts';

/** Somebody with an account; bots too. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
}

/** A role of a guild; the one that everybody has carries the guild's id. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  /** Whether anybody may ping it. */
  readonly mentionable: boolean;
}

/** A user in a guild. */
export interface Member {
  readonly user: User;
  readonly roles: readonly string[];
}

/** A server. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly preferredLocale: string;
  readonly ownerId: string;
  readonly roles: readonly Role[];
  readonly members: ReadonlyMap<string, Member>;
}

/** Kinds of channels by Discord's numbers. */
export const channelTypes = {
  text: 0,
  direct: 1,
  announcement: 5,
  announcementThread: 10,
  thread: 11,
  forum: 15,
} as const;
/** A kind of channel. */
export type ChannelKind = keyof typeof channelTypes;

/** What is allowed or denied to a role or a member in one channel. */
export interface Overwrite {
  readonly id: string;
  readonly type: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

/** A tag of a forum. */
export interface Tag {
  readonly id: string;
  readonly name: string;
}

/** A place where messages are: a channel, a thread, or a direct conversation. */
export interface Channel {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly guildId: string | undefined;
  readonly name: string;
  readonly parentId: string | undefined;
  readonly overwrites: readonly Overwrite[];
  /** The tags of a forum. */
  readonly tags: readonly Tag[];
  /** Whether each post of a forum needs a tag. */
  readonly tagRequired: boolean;
  /** The tags of a post, by id. */
  readonly appliedTags: readonly string[];
  readonly ownerId: string | undefined;
  readonly archived: boolean;
  readonly locked: boolean;
  /** Who talks in a direct conversation besides the bot. */
  readonly recipient: User | undefined;
  /** Whether they take no messages of the bot's. */
  readonly closed: boolean;
}

/** Who a message pings. */
export interface Mentions {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

/** A message. */
export interface Message extends Contents {
  readonly id: string;
  readonly channelId: string;
  readonly author: User;
  readonly createdAt: number;
  readonly editedAt: number | undefined;
  /** Who alone sees it, where it is ephemeral. */
  readonly onlyFor: string | undefined;
  /** The interaction that it answers. */
  readonly interactionId: string | undefined;
  readonly repliesTo: string | undefined;
  readonly nonce: string | number | undefined;
  readonly mentions: Mentions;
  readonly crossposted: boolean;
}

/** A registered command. */
export interface Command {
  readonly id: string;
  readonly version: string;
  readonly guildId: string | undefined;
  readonly form: CommandForm;
}

/** How an interaction was acknowledged. */
export type Acknowledgement =
  | { readonly kind: 'message'; readonly ephemeral: boolean }
  | { readonly kind: 'deferred'; readonly ephemeral: boolean }
  | { readonly kind: 'deferred update' }
  | { readonly kind: 'update' }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'modal'; readonly modal: Modal };

/** Something that a reader did and waits for the bot to answer. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** Discord's number of its kind: command 2, component 3, autocomplete 4, modal 5. */
  readonly type: 2 | 3 | 4 | 5;
  readonly user: User;
  readonly locale: string;
  readonly channelId: string;
  readonly createdAt: number;
  readonly commandName: string | undefined;
  /** Discord's number of the type of the option that values are suggested for. */
  readonly optionType: number | undefined;
  /** The message whose component was used. */
  readonly messageId: string | undefined;
  readonly acknowledged: Acknowledgement | undefined;
  /** The message that "@original" names. */
  readonly originalId: string | undefined;
  /** Whether "@original" was edited since. */
  readonly edited: boolean;
  readonly followUps: readonly string[];
  /** Whether its three seconds were ended by a test. */
  readonly expired: boolean;
}

/** Everything that the stand-in knows. */
export interface World {
  readonly application: {
    readonly id: string;
    readonly name: string;
    readonly bot: User;
    /** Whether it may read what is not said to it. */
    readonly readsContent: boolean;
    /** Whether it may list members. */
    readonly readsMembers: boolean;
  };
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  readonly commands: Map<string, Command>;
  readonly interactions: Map<string, Interaction>;
  now(): number;
  nextId(): string;
}
