import type { Pane } from './methods/assistant.ts';
import type { ReaderParts } from './reader/begin.ts';
import { createChannelHandle } from './channel-handle.ts';
import type { ChannelHandle } from './channel-handle.ts';
import { createReaderHandle } from './reader-handle.ts';
import type { ReaderHandle, UserSetting } from './reader-handle.ts';
import { allScopes } from './world/build.ts';
import { endTokens, installIn, issueToken } from './world/installs.ts';
import type { Channel, Install } from './world/world.ts';

/** What a test says of a workspace. */
export interface WorkspaceSetting {
  readonly name: string;
  readonly domain?: string;
  /** Whether the app is in it from the beginning; it is unless said otherwise. */
  readonly installed?: boolean;
  readonly scopes?: readonly string[];
}

/** What a test says of a channel: public, with the bot in it, unless said otherwise. */
export interface ChannelSetting {
  readonly name: string;
  readonly kind?: 'public' | 'private';
  readonly bot?: boolean;
  readonly archived?: boolean;
  readonly members?: readonly { readonly id: string }[];
}

/** A workspace in a test's hands. */
export interface WorkspaceHandle {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** A bot token that is good now. @throws where there is none */
  token(): string;
  /** The app in it, if it is. */
  install(): Install | undefined;
  channel(setting: ChannelSetting): ChannelHandle;
  /** Lets somebody in, who is in every public channel there is and will be. */
  user(setting: UserSetting): ReaderHandle;
  /** Takes the app out: its tokens are worth nothing and it hears of it. */
  uninstall(): void;
  /** Revokes the app's tokens; it hears of it. */
  revoke(): void;
  /** Ends the app's tokens without a word, as when a workspace is closed. */
  deactivate(): void;
}

/** Makes a workspace. */
export function createWorkspace(
  parts: ReaderParts,
  panes: Map<string, Pane>,
  setting: WorkspaceSetting,
): WorkspaceHandle {
  const { hall } = parts;
  const { world } = hall;
  const { name, domain = name.toLowerCase(), installed = true, scopes = allScopes } = setting;
  const id = world.nextId('T');
  world.teams.set(id, { id, name, domain });
  if (installed) {
    installIn(world, id, scopes);
    issueToken(world, id);
  }
  const tell = (type: string, more: Readonly<Record<string, { readonly bot: readonly string[] }>> = {}) =>
    hall.happen(id, type, { type, ...more, event_ts: world.nextTs() });
  const revoked = () => {
    const bot = [world.installs.get(id)?.botUserId ?? ''];
    tell('tokens_revoked', { tokens: { bot } });
  };
  return {
    id,
    name,
    domain,
    token() {
      const good = [...world.tokens.values()].findLast((one) => one.teamId === id && one.state === 'good');
      if (good === undefined) throw new Error(`The app has no token for ${name}`);
      return good.token;
    },
    install: () => world.installs.get(id),
    channel({ name, kind = 'public', bot = true, archived = false, members = [] }) {
      const botUserId = world.installs.get(id)?.botUserId;
      const readers = [...world.users.values()].filter((one) => one.teamId === id && one.botId === undefined);
      const channel: Channel = {
        id: world.nextId(kind === 'public' ? 'C' : 'G'),
        teamId: id,
        name,
        kind,
        archived,
        members: [
          ...(bot && botUserId !== undefined ? [botUserId] : []),
          ...(kind === 'public' ? readers : members).map((one) => one.id),
        ],
      };
      world.channels.set(channel.id, channel);
      return createChannelHandle(hall, channel.id);
    },
    user(setting) {
      const userId = world.nextId('U');
      world.users.set(userId, {
        id: userId,
        teamId: id,
        locale: 'en-US',
        admin: false,
        owner: false,
        deactivated: false,
        timeZone: 'Europe/Berlin',
        botId: undefined,
        ...setting,
      });
      for (const channel of world.channels.values())
        if (channel.teamId === id && channel.kind === 'public')
          world.channels.set(channel.id, { ...channel, members: [...channel.members, userId] });
      return createReaderHandle(parts, panes, userId);
    },
    uninstall() {
      endTokens(world, id, 'inactive');
      revoked();
      tell('app_uninstalled');
    },
    revoke() {
      endTokens(world, id, 'revoked');
      revoked();
    },
    deactivate() {
      endTokens(world, id, 'inactive');
      hall.changed();
    },
  };
}
