import { createHash } from 'node:crypto';
import { ChannelType, SnowflakeUtil, RESTJSONErrorCodes, DiscordAPIError, Routes } from 'discord.js';
import type { REST } from 'discord.js';
import * as v from 'valibot';
import type { Delivery, Posted } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import { DeliveryError } from '../../errors.ts';
import { channelId, partsOfChannel } from './calls.ts';
import type { Body } from './components.ts';
import { isRefusal } from './failures.ts';
import { limits } from './limits.ts';
import { nameOf, tagsFor } from './threads.ts';

/** Posts deliveries, each once. */
export interface Posts {
  /** @throws what Discord or the way to it refuses, as it came */
  post(delivery: Delivery): Promise<Posted>;
  /** @throws what Discord or the way to it refuses, as it came */
  edit(posted: Posted, message: Message): Promise<void>;
}

/** What was tried and posted is known this long; retries come sooner. */
const keptFor = 30 * 24 * 60 * 60 * 1000;
/** A nonce is good "for a few minutes"; a retry that comes later reads the channel first. */
const nonceLasts = 60_000;
/** How far clocks may be apart. */
const clockSkew = 60_000;
/** Messages that are read back at the most (Discord's limit). */
const readBack = 100;

const postedSchema = v.object({ channel: v.string(), id: v.string() });
const sentSchema = v.object({ id: v.string() });
const channelSchema = v.object({
  type: v.number(),
  flags: v.optional(v.number(), 0),
  available_tags: v.optional(v.array(v.object({ id: v.string(), name: v.string() })), []),
});
type Channel = v.InferOutput<typeof channelSchema>;
const threadsSchema = v.object({
  threads: v.array(v.object({ id: v.string(), name: v.string(), parent_id: v.nullish(v.string()) })),
});
const messagesSchema = v.array(
  v.object({
    id: v.string(),
    content: v.string(),
    author: v.object({ id: v.string() }),
    embeds: v.array(v.object({ title: v.optional(v.string()) })),
  }),
);

/**
 * @param parts.self Kiosk's own id as a user
 * @param parts.kept where it is written down what was tried and posted
 * @param parts.crosspost whether posts in announcement channels go to the channels that follow them
 */
export function createPosts(parts: {
  readonly rest: Pick<REST, 'get' | 'post' | 'patch'>;
  readonly self: () => string;
  readonly render: (message: Message) => Promise<Body>;
  readonly kept: KeyValue;
  readonly crosspost: boolean;
  readonly now: () => Date;
  /** Does something that the post needn't wait for. */
  readonly aside: (work: () => Promise<void>, what: string) => void;
}): Posts {
  const { rest, self, render, kept, crosspost, now, aside } = parts;
  const channels = new Map<string, Channel>();

  async function post(delivery: Delivery): Promise<Posted> {
    const { key, message } = delivery;
    const { guild, channel } = need(delivery.channel);
    const done = v.safeParse(postedSchema, await kept.get(`posted ${key}`));
    if (done.success) return done.output;
    const body = await render(message);
    const known = await look(channel);
    const place = isForum(known)
      ? forum(guild, channel, { name: nameOf(message), applied_tags: tagsFor(message, known) })
      : room(delivery.channel, channel);
    const isFirst = await kept.add(`tried ${key}`, now().getTime(), keptFor);
    const tried = isFirst ? undefined : await kept.get(`tried ${key}`);
    const isLate = typeof tried === 'number' && now().getTime() - tried >= place.safeFor;
    const before = isLate ? await place.find(body, tried - clockSkew) : undefined;
    const posted = before ?? (await place.send(body, key));
    await kept.set(`posted ${key}`, { ...posted }, keptFor);
    if (known.type === ChannelType.GuildAnnouncement && crosspost) spread(channel, posted.id);
    return posted;
  }

  /** Where messages simply follow each other. Discord drops a second one with the same nonce. */
  function room(where: string, channel: string): Place {
    return {
      safeFor: nonceLasts,
      async send(body, key) {
        const sent = await rest
          .post(Routes.channelMessages(channel), {
            body: { ...body, nonce: nonceOf(key), enforce_nonce: true },
          })
          .catch((error: unknown) => {
            if (isNoRoom(error)) channels.delete(channel);
            throw error;
          });
        return { channel: where, id: v.parse(sentSchema, sent).id };
      },
      async find({ content, embeds }, since) {
        const query = new URLSearchParams({
          after: String(SnowflakeUtil.generate({ timestamp: since })),
          limit: String(readBack),
        });
        const sent = v.parse(messagesSchema, await rest.get(Routes.channelMessages(channel), { query }));
        const same = sent.find(
          (one) =>
            one.author.id === self() && one.content === content && titles(one.embeds) === titles(embeds),
        );
        return same === undefined ? undefined : { channel: where, id: same.id };
      },
    };
  }

  /** Where each message begins a thread of its own, which no nonce guards. */
  function forum(
    guild: string | undefined,
    channel: string,
    thread: { readonly name: string; readonly applied_tags: readonly string[] },
  ): Place {
    // The message that a forum's thread begins with has the thread's id.
    const posted = (id: string) => ({ channel: channelId(guild, id), id });
    return {
      safeFor: 0,
      async send(message) {
        const body = { ...thread, message };
        return posted(v.parse(sentSchema, await rest.post(Routes.threads(channel), { body })).id);
      },
      async find() {
        if (guild === undefined) return undefined;
        const { threads } = v.parse(threadsSchema, await rest.get(Routes.guildActiveThreads(guild)));
        const same = threads.find(
          ({ parent_id: parent, name }) => parent === channel && name === thread.name,
        );
        return same === undefined ? undefined : posted(same.id);
      },
    };
  }

  async function look(channel: string): Promise<Channel> {
    const known = channels.get(channel);
    if (known !== undefined) return known;
    try {
      const seen = v.parse(channelSchema, await rest.get(Routes.channel(channel)));
      // A forum's tags may change.
      if (!isForum(seen)) channels.set(channel, seen);
      return seen;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // What is wrong with it shows when it is posted to.
      return { type: ChannelType.GuildText, flags: 0, available_tags: [] };
    }
  }

  /** Discord lets so few messages an hour be published that this may wait for long. Not being spread costs nobody the news. */
  function spread(channel: string, message: string): void {
    aside(async () => {
      await rest.post(Routes.channelMessageCrosspost(channel, message));
    }, 'a post could not be published to following channels');
  }

  return {
    post,
    async edit({ channel, id }, message) {
      const { channel: room } = need(channel);
      await rest.patch(Routes.channelMessage(room, id), { body: await render(message) });
    },
  };
}

/** One kind of channel. */
interface Place {
  /** How long sending again is harmless, in milliseconds. */
  readonly safeFor: number;
  send(body: Body, key: string): Promise<Posted>;
  /** What was sent though nobody heard of it. */
  find(body: Body, since: number): Promise<Posted | undefined>;
}

function titles(embeds: readonly { readonly title?: string | undefined }[]): string {
  return embeds.map(({ title = '' }) => title).join('\n');
}

function isForum({ type }: Channel): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

/** The channel is of another type than it was. */
function isNoRoom(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel
  );
}

function need(channel: string) {
  const parts = partsOfChannel(channel);
  if (parts === undefined)
    throw new DeliveryError(`${channel} is no channel of Discord's`, { reason: 'otherPlatform' });
  return parts;
}

function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, limits.nonce);
}
