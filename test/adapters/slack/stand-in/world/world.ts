import type { Block } from '../forms/blocks.ts';
import type { View as ViewForm } from '../forms/view.ts';
import type { JsonObject } from '../../../discord/stand-in/json.ts';

/** The application as its settings page shows it. */
export interface App {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  /** The app-level token, for Socket Mode. */
  readonly appToken: string;
  /** The slash commands it has. */
  readonly commands: readonly string[];
  /** The callback ids of its shortcuts. */
  readonly shortcuts: readonly string[];
  /** The events it subscribed to: "message.channels"; undefined for all. */
  readonly events: readonly string[] | undefined;
  /** Whether its tokens expire and are to be refreshed. */
  readonly rotates: boolean;
}

/** A workspace. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** The app in a workspace. */
export interface Install {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly scopes: readonly string[];
  /** What bot tokens that were given out are worth now. */
  readonly active: boolean;
}

/** A bot token and what became of it. */
export interface Token {
  readonly token: string;
  readonly teamId: string;
  readonly state: 'good' | 'revoked' | 'inactive';
  /** Milliseconds since 1970; undefined for those that do not expire. */
  readonly expiresAt: number | undefined;
  readonly refreshToken: string | undefined;
}

/** Somebody in a workspace. */
export interface User {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly locale: string;
  readonly admin: boolean;
  readonly owner: boolean;
  /** Whether the account was closed. */
  readonly deactivated: boolean;
  /** "Europe/Berlin" */
  readonly timeZone: string;
  /** The id of the bot that it is. */
  readonly botId: string | undefined;
}

/** A conversation. */
export interface Channel {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly archived: boolean;
  /** User ids. */
  readonly members: readonly string[];
}

/** A message, by whomever. */
export interface Message {
  readonly channelId: string;
  readonly ts: string;
  readonly userId: string;
  readonly botId: string | undefined;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: Metadata | undefined;
  readonly threadTs: string | undefined;
  readonly editedTs: string | undefined;
  /** The only one who sees it. */
  readonly onlyFor: string | undefined;
  /** Whether it is only a mark of a message that was deleted though it had been replied to. */
  readonly tombstone: boolean;
  readonly unfurlLinks: boolean | undefined;
  readonly unfurlMedia: boolean | undefined;
}

/** What an app keeps with a message, unseen. */
export interface Metadata {
  readonly event_type: string;
  readonly event_payload: JsonObject;
}

/** A modal or a home tab that is open. */
export interface View {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  readonly form: ViewForm;
  /** Who is to hear of it: the channel where its first trigger came from. */
  readonly channelId: string | undefined;
  readonly closed: boolean;
  /** What is wrong with the fields, by their block ids, as the bot said. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What a reader's act lets a bot do for a while. */
export interface Trigger {
  readonly callId: string;
  readonly userId: string;
  readonly teamId: string;
  readonly createdAt: number;
  readonly used: boolean;
}

/** Everything there is. */
export interface World {
  now(): number;
  readonly app: App;
  readonly teams: Map<string, Team>;
  readonly installs: Map<string, Install>;
  readonly tokens: Map<string, Token>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** By channel and ts, joined by ":". */
  readonly messages: Map<string, Message>;
  readonly views: Map<string, View>;
  /** Home tabs by user id. */
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, Trigger>;
  /** An id that begins with a letter: "C00000007". */
  nextId(letter: string): string;
  /** The next time stamp: later and unlike every other. */
  nextTs(): string;
}

/** Makes a world in which there is only the app. */
export function createWorld(now: () => number, app: App): World {
  let ids = 0;
  let last = 0;
  return {
    now,
    app,
    teams: new Map(),
    installs: new Map(),
    tokens: new Map(),
    users: new Map(),
    channels: new Map(),
    messages: new Map(),
    views: new Map(),
    homes: new Map(),
    triggers: new Map(),
    nextId(letter) {
      ids += 1;
      return `${letter}${String(ids).padStart(9, '0')}`;
    },
    nextTs() {
      last = Math.max(now() * 1000, last + 1);
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
  };
}
