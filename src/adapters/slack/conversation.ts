import type { webApi } from '@slack/bolt';
import type { Desk, Listing, Reader } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import type { Body } from './pages.ts';
import { send } from './sending.ts';
import { commandIn, unescaped } from './typed.ts';

/** Slack delivers an event again within the hour where it wasn't sure of the first time. */
const heardFor = 2 * 60 * 60 * 1000;

/** What somebody wrote to Kiosk. */
export interface Heard {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly ts: string;
  /** The thread in which it is answered. */
  readonly thread: string | undefined;
}

/** Hears a message. */
export type Hear = (message: Heard, begin?: (words: string) => Promise<void>) => Promise<void>;

/**
 * Answers what is written to Kiosk, each message once: Slack tells of one as several events, and of an event again.
 * @returns what hears a message; `begin` is told that it is being answered, and waited for
 */
export function createConversation(parts: {
  /** Kiosk's own id as a user. */
  readonly self: string;
  readonly listings: readonly Listing[];
  readonly desk: Desk;
  readonly client: webApi.WebClient;
  readonly kept: KeyValue;
  readonly render: (message: Message) => Promise<Body>;
  readonly reader: (user: string, channel: string) => Promise<Reader>;
}): Hear {
  const { self, listings, desk, client, kept, render, reader } = parts;
  const heard = new Set<string>();

  async function isRepeated(channel: string, ts: string): Promise<boolean> {
    const name = `heard ${channel} ${ts}`;
    if (heard.has(name)) return true;
    heard.add(name);
    setTimeout(() => heard.delete(name), heardFor).unref();
    if ((await kept.get(name)) !== undefined) return true;
    await kept.set(name, true, heardFor);
    return false;
  }

  /** A message's own language decides how it is answered; one that merely names a command has none. */
  async function replyTo(text: string, { locale, ...reader }: Reader): Promise<Message> {
    const whole = locale === undefined ? reader : { ...reader, locale };
    const command = commandIn(text, listings, await desk.language(whole));
    return command === undefined
      ? desk.answerText({ ...reader, text })
      : desk.answer({ ...whole, command, options: {} });
  }

  return async ({ user, channel, text, ts, thread }, begin) => {
    if (await isRepeated(channel, ts)) return;
    const words = unescaped(text.replaceAll(`<@${self}>`, ' ').replace(/\s+/g, ' ').trim());
    const [reply] = await Promise.all([replyTo(words, await reader(user, channel)), begin?.(words)]);
    await send(client, {
      channel,
      ...(thread !== undefined && { thread_ts: thread }),
      ...(await render(reply)),
    });
  };
}
