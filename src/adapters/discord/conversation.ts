import { createHash } from 'node:crypto';
import { GatewayIntentBits, MessageType, Routes } from 'discord.js';
import type { GatewayMessageCreateDispatchData, REST } from 'discord.js';
import type { Desk } from '../../chat/adapter.ts';
import type { Message } from '../../chat/message.ts';
import { callerId, channelId, placeId } from './calls.ts';
import type { Body } from './components.ts';
import { mayNotReply } from './failures.ts';
import { limits } from './limits.ts';

/** What Kiosk hears: servers, and messages, whose text Discord tells only where Kiosk is meant. No privileged intent is needed. */
export const intents =
  GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

/** Discord shows that somebody is typing for ten seconds. */
const typingLasts = 9000;

/** Messages that people write themselves. */
const spoken: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** Answers people who write to Kiosk: directly, by mentioning it, or in reply to it. */
export interface Conversation {
  answer(message: GatewayMessageCreateDispatchData, signal: AbortSignal): Promise<void>;
}

/** @param parts.self Kiosk's own id as a user */
export function createConversation(parts: {
  readonly self: () => string;
  readonly desk: Pick<Desk, 'answerText'>;
  readonly rest: Pick<REST, 'post'>;
  readonly render: (message: Message) => Promise<Body>;
}): Conversation {
  const { self, desk, rest, render } = parts;

  function isMeant({
    author,
    content,
    guild_id: guild,
    mentions,
    type,
  }: GatewayMessageCreateDispatchData): boolean {
    // Messages of Discord's own ("… joined") and those of programs are nobody's question.
    if (author.bot === true || author.id === self() || !spoken.has(type)) return false;
    // In reply to Kiosk, it is mentioned without standing in the text.
    return (
      guild === undefined || content.includes(`<@${self()}>`) || mentions.some(({ id }) => id === self())
    );
  }

  async function answer(message: GatewayMessageCreateDispatchData, signal: AbortSignal): Promise<void> {
    if (!isMeant(message)) return;
    const { id, channel_id: channel, guild_id: guild, author } = message;
    const text = wordsOf(message.content, self());
    const stopTyping = showTyping(channel);
    try {
      const reply = await desk.answerText({
        text,
        caller: { id: callerId(author.id), manager: false },
        channel: channelId(guild, channel),
        ...(guild !== undefined && { place: placeId(guild) }),
        signal,
      });
      const body = {
        ...(await render(reply)),
        // Discord takes no second answer to the same message.
        nonce: createHash('sha256').update(`answer ${id}`).digest('base64url').slice(0, limits.nonce),
        enforce_nonce: true,
      };
      const reference = { message_id: id, channel_id: channel, fail_if_not_exists: false };
      await rest
        .post(Routes.channelMessages(channel), { body: { ...body, message_reference: reference } })
        .catch((error: unknown) => {
          if (!mayNotReply(error)) throw error;
          return rest.post(Routes.channelMessages(channel), { body });
        });
    } finally {
      stopTyping();
    }
  }

  /** Shows that an answer is coming, until it is there. Nothing depends on it. */
  function showTyping(channel: string): () => void {
    const type = () => void rest.post(Routes.channelTyping(channel)).catch(() => undefined);
    type();
    const again = setInterval(type, typingLasts);
    return () => clearInterval(again);
  }

  return { answer };
}

/** What is said, without the mention of whom it is said to. */
function wordsOf(content: string, self: string): string {
  return content
    .replaceAll(new RegExp(`<@!?${self}>`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
