import { Routes, SnowflakeUtil } from 'discord.js';
import * as v from 'valibot';
import type { Message } from '../../chat/message.ts';
import type { Place } from '../once.ts';
import { channelId } from './calls.ts';
import { isRefusal } from './failures.ts';
import type { Requests } from './requests.ts';
import { isSame, messageSchema } from './rooms.ts';
import type { Draft, Room } from './rooms.ts';
import { tagsFor } from './threads.ts';
import type { Forum } from './threads.ts';

const sentSchema = v.object({ id: v.string() });
const threadsSchema = v.object({
  threads: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      owner_id: v.nullish(v.string()),
      parent_id: v.nullish(v.string()),
    }),
  ),
});

/**
 * Where each message begins a thread of its own, which no nonce guards.
 * @param parts.self Kiosk's own id as a user
 */
export function createForum(
  { guild, channel }: Room,
  { body, name }: Draft,
  parts: {
    readonly requests: Requests;
    readonly self: () => Promise<string>;
    readonly message: Message;
    readonly forum: Forum;
  },
): Place {
  const { requests, self, message, forum } = parts;
  // The message that a forum's thread begins with has the thread's id.
  const posted = (id: string) => ({ channel: channelId(guild, id), id });

  async function threadsOf(route: `/${string}`): Promise<v.InferOutput<typeof threadsSchema>['threads']> {
    return v.parse(threadsSchema, await requests.get(route)).threads;
  }

  async function beginsAlike(thread: string): Promise<boolean> {
    try {
      return isSame(v.parse(messageSchema, await requests.get(Routes.channelMessage(thread, thread))), body);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // Where it may not be read, its name has to do.
      return true;
    }
  }

  return {
    recognises: 'words',
    async send() {
      const thread = { name, applied_tags: tagsFor(message, forum), message: body };
      return posted(v.parse(sentSchema, await requests.post(Routes.threads(channel), { body: thread })).id);
    },
    async find(since, isOthers) {
      if (guild === undefined) return undefined;
      const own = await self();
      const first = SnowflakeUtil.generate({ timestamp: since });
      const [active, archived] = await Promise.all([
        threadsOf(Routes.guildActiveThreads(guild)),
        threadsOf(Routes.channelThreads(channel, 'public')),
      ]);
      const candidates = [...active, ...archived].filter(
        (one) =>
          one.parent_id === channel && one.owner_id === own && one.name === name && BigInt(one.id) >= first,
      );
      for (const { id } of candidates)
        if (!(await isOthers(posted(id))) && (await beginsAlike(id))) return posted(id);
      return undefined;
    },
  };
}
