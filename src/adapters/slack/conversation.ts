import type { Desk, Reader } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import type { Body } from './pages.ts';
import { send } from './sending.ts';
import { unescaped } from './typed.ts';
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

/**
 * Answers what is written to Kiosk, each message once: Slack tells of one as several events, and of an event again.
 * @param parts.kept where it is written down which messages were heard, so that one of several processes answers
 * @param parts.reader who wrote, without the locale: the message's own language decides
 */
export function createConversation(parts: {
  readonly desk: Pick<Desk, 'answerText'>;
  readonly kept: Pick<KeyValue, 'add'>;
  readonly render: (message: Message) => Promise<Body>;
  readonly reader: (workspace: Workspace, user: string, channel: string) => Promise<Reader>;
}): (workspace: Workspace, message: Heard) => Promise<void> {
  const { desk, kept, render, reader } = parts;
  return async (workspace, { user, channel, text, ts, thread }) => {
    const { team, self, client } = workspace;
    if (!(await kept.add(`heard ${team} ${channel} ${ts}`, true, heardFor))) return;
    const words = text.replaceAll(`<@${self}>`, ' ').replace(/\s+/g, ' ').trim();
    const reply = await desk.answerText({
      ...(await reader(workspace, user, channel)),
      text: unescaped(words),
    });
    await send(client, {
      channel,
      ...(thread !== undefined && { thread_ts: thread }),
      ...(await render(reply)),
    });
  };
}
