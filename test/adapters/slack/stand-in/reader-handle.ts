import type { Pane } from './methods/assistant.ts';
import { userPayload } from './payloads.ts';
import { createPresence } from './reader/reader.ts';
import type { Presence } from './reader/reader.ts';
import type { ReaderParts } from './reader/begin.ts';
import { seeView } from './reader/seen.ts';
import type { SeenView } from './reader/seen.ts';
import { directChannel } from './world/build.ts';
import { put } from './world/post.ts';
import type { User } from './world/world.ts';

/** What a test says of somebody. */
export type UserSetting = Pick<User, 'name'> &
  Partial<Pick<User, 'locale' | 'admin' | 'owner' | 'deactivated' | 'timeZone'>>;

/** A reader in a test's hands. */
export interface ReaderHandle {
  readonly id: string;
  readonly name: string;
  in(channel: { readonly id: string } | string): Presence;
  /** The direct conversation with the bot. */
  direct(): Presence;
  /** Opens the app's home tab; the bot hears of it. */
  openHome(): void;
  /** The home tab, once the bot has published one. */
  home(): SeenView | undefined;
  /** The modal that the reader has before them. */
  modal(): SeenView | undefined;
  /** Opens the assistant's pane: a new thread in the direct conversation. */
  openAssistant(): Assistant;
  /** Is called something else, speaks another language, or becomes an administrator; the bot hears of it. */
  change(changes: Partial<UserSetting>): void;
}

/** A thread of the assistant's pane. */
export interface Assistant extends Presence {
  readonly threadTs: string;
  /** What the pane shows besides messages. */
  pane(): Pane | undefined;
  /** Looks at a channel beside it; the bot hears of it. */
  lookAt(channel: { readonly id: string }): void;
}

/** Lets a test be somebody. */
export function createReaderHandle(parts: ReaderParts, panes: Map<string, Pane>, id: string): ReaderHandle {
  const { hall } = parts;
  const { world } = hall;
  const now = (): User => {
    const user = world.users.get(id);
    if (user === undefined) throw new Error(`There is no user ${id}`);
    return user;
  };
  const { teamId, name } = now();
  const direct = () => createPresence(parts, now(), directChannel(world, now()).id);
  return {
    id,
    name,
    in: (channel) => createPresence(parts, now(), typeof channel === 'string' ? channel : channel.id),
    direct,
    openHome() {
      hall.happen(teamId, 'app_home_opened', {
        type: 'app_home_opened',
        user: id,
        channel: directChannel(world, now()).id,
        tab: 'home',
        event_ts: world.nextTs(),
      });
    },
    home() {
      const view = world.homes.get(id);
      return view === undefined ? undefined : seeView(world, view);
    },
    modal() {
      const view = [...world.views.values()].findLast((one) => one.userId === id && !one.closed);
      return view === undefined ? undefined : seeView(world, view);
    },
    openAssistant() {
      const presence = direct();
      const install = world.installs.get(teamId);
      const stamp = {
        channelId: presence.channelId,
        userId: install?.botUserId ?? '',
        botId: install?.botId,
      };
      const contents = { text: 'New Assistant Thread', blocks: [], metadata: undefined, flaws: [] };
      const { ts } = put(hall, stamp, contents);
      const tell = (type: string, context: Readonly<Record<string, string>> = {}) =>
        hall.happen(teamId, type, {
          type,
          assistant_thread: {
            user_id: id,
            context: { team_id: teamId, enterprise_id: null, ...context },
            channel_id: presence.channelId,
            thread_ts: ts,
          },
          event_ts: world.nextTs(),
        });
      tell('assistant_thread_started');
      return {
        ...presence,
        threadTs: ts,
        write: (text) => presence.write(text, { thread: ts }),
        pane: () => panes.get(`${presence.channelId}:${ts}`),
        lookAt: (channel) => tell('assistant_thread_context_changed', { channel_id: channel.id }),
      };
    },
    change(changes) {
      world.users.set(id, { ...now(), ...changes });
      const user = userPayload(world, now(), true);
      hall.happen(teamId, 'user_change', { type: 'user_change', user, event_ts: world.nextTs() });
    },
  };
}
