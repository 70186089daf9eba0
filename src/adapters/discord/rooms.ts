import { createHash } from 'node:crypto';
import { RESTJSONErrorCodes, Routes, SnowflakeUtil } from 'discord.js';
import * as v from 'valibot';
import type { Place } from '../once.ts';
import { channelId } from './calls.ts';
import type { Body } from './components.ts';
import { isCode, mayNotReply } from './failures.ts';
import { limits } from './limits.ts';
import type { Requests } from './requests.ts';

/** A message on its way. */
export interface Draft {
  /** Names what it is. */
  readonly key: string;
  readonly body: Body;
  /** What a thread that begins with it is called. */
  readonly name: string;
}

/** A channel, a thread or a direct conversation. */
export interface Room {
  readonly guild: string | undefined;
  readonly channel: string;
}

/** Messages that are read back at a time (Discord's limit), and how often. */
const readBack = { messages: 100, pages: 10 };

const sentSchema = v.object({ id: v.string() });
/** What is recognised of a message. */
export const messageSchema = v.object({
  id: v.string(),
  content: v.string(),
  author: v.object({ id: v.string() }),
  embeds: v.array(v.object({ title: v.optional(v.string()) })),
});
const messagesSchema = v.nullish(v.array(messageSchema), []);

/**
 * Where messages simply follow each other. Discord drops a second one with the same nonce within minutes.
 * @param parts.self Kiosk's own id as a user
 * @param parts.repliesTo the message that it is shown to reply to, if that is still there
 */
export function createRoom(
  { guild, channel }: Room,
  { key, body }: Draft,
  parts: { readonly requests: Requests; readonly self: () => Promise<string>; readonly repliesTo?: string },
): Place {
  const { requests, self, repliesTo } = parts;
  const posted = (id: string) => ({ channel: channelId(guild, channel), id });

  async function send(reference: object): Promise<string> {
    const sent = await requests.post(Routes.channelMessages(channel), {
      body: { ...body, ...reference, nonce: nonceOf(key), enforce_nonce: true },
    });
    return v.parse(sentSchema, sent).id;
  }

  return {
    recognises: 'words',
    async send() {
      if (repliesTo === undefined) return posted(await send({}));
      const reference = { message_id: repliesTo, channel_id: channel, fail_if_not_exists: false };
      const sent = send({ message_reference: reference }).catch((error: unknown) => {
        if (!mayNotReply(error)) throw error;
        return send({});
      });
      return posted(await sent);
    },
    async find(since, isOthers) {
      const own = await self();
      let after = String(SnowflakeUtil.generate({ timestamp: since }));
      for (let page = 0; page < readBack.pages; page += 1) {
        const query = new URLSearchParams({ after, limit: String(readBack.messages) });
        const sent = v.parse(messagesSchema, await requests.get(Routes.channelMessages(channel), { query }));
        for (const one of sent)
          if (one.author.id === own && isSame(one, body) && !(await isOthers(posted(one.id))))
            return posted(one.id);
        // Of the messages after one, Discord gives the first ones, newest first.
        const [last] = sent;
        if (last === undefined || sent.length < readBack.messages) return undefined;
        after = last.id;
      }
      return undefined;
    },
  };
}

/**
 * The thread that begins at a message, which has the message's id.
 * @param message what begins it
 */
export function createThread(
  { guild, channel }: Room,
  draft: Draft,
  message: string,
  parts: { readonly requests: Requests; readonly self: () => Promise<string> },
): Place {
  const room = createRoom({ guild, channel: message }, draft, parts);
  return {
    recognises: room.recognises,
    find: room.find,
    async send() {
      await parts.requests
        .post(Routes.threads(channel, message), { body: { name: draft.name } })
        .catch((error: unknown) => {
          if (!isCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) throw error;
        });
      return room.send();
    },
  };
}

/** Whether a message is what was sent; Discord keeps nothing of ours with it that tells. */
export function isSame(
  message: Pick<v.InferOutput<typeof messageSchema>, 'content' | 'embeds'>,
  { content, embeds }: Pick<Body, 'content' | 'embeds'>,
): boolean {
  return message.content === content && titles(message.embeds) === titles(embeds);
}

function titles(embeds: readonly { readonly title?: string | undefined }[]): string {
  return embeds.map(({ title = '' }) => title).join('\n');
}

function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, limits.nonce);
}
