import type { Desk, Listing } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import type { Body } from './pages.ts';
import type { FindReader, SlackReader } from './readers.ts';
import { send } from './sending.ts';
import { addressOf } from './spots.ts';
import { commandIn, unescaped } from './typed.ts';
import type { Workspace } from './workspaces.ts';

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

/** Hears a message in a workspace. @param begin is told that it is being answered, and waited for */
export type Hear = (
  workspace: Workspace,
  message: Heard,
  begin?: (words: string) => Promise<void>,
) => Promise<void>;

/**
 * Answers what is written to Kiosk, each message once: Slack tells of one as several events, and of an event again.
 * @param parts.kept where it is written down which messages were heard, so that one of several processes answers
 */
export function createConversation(parts: {
  readonly listings: readonly Listing[];
  readonly desk: Pick<Desk, 'answer' | 'answerText' | 'language'>;
  readonly kept: Pick<KeyValue, 'add'>;
  readonly render: (message: Message) => Promise<Body>;
  readonly reader: FindReader;
}): Hear {
  const { listings, desk, kept, render, reader: readerOf } = parts;

  /** A message's own language decides how it is answered; one that merely names a command has none. */
  async function replyTo(text: string, whole: SlackReader): Promise<Message> {
    const command = commandIn(text, listings, await desk.language(whole));
    if (command !== undefined) return desk.answer({ ...whole, command, options: {} });
    const { locale: _, ...reader } = whole;
    return desk.answerText({ ...reader, text });
  }

  return async (workspace, { user, channel, text, ts, thread }, begin) => {
    const { team, self, client } = workspace;
    if (!(await kept.add(`heard ${team} ${channel} ${ts}`, true, heardFor))) return;
    const words = unescaped(text.replaceAll(`<@${self}>`, ' ').replace(/\s+/g, ' ').trim());
    const reader = await readerOf(workspace, user, channel);
    const [reply] = await Promise.all([replyTo(words, reader), begin?.(words)]);
    await send(client, { ...addressOf({ channel, thread }, user), ...(await render(reply)) });
  };
}
