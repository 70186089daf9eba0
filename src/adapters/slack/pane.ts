import { Assistant } from '@slack/bolt';
import type { Desk, Listing } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import { shortened } from './blocks.ts';
import type { Hear, Heard } from './conversation.ts';
import { promptsIn } from './prompts.ts';
import type { FindReader, SlackReader } from './readers.ts';
import { wordsOf } from './rich-text.ts';
import type { Within, Workspace } from './workspaces.ts';

/** How long a thread's title may be; its list shows little more. */
const titleLength = 80;
/** A prompt's title stands on one line beside others. */
const storyLength = 120;
/** A thread is known to be the pane's this long, in milliseconds. */
const knownFor = 90 * 24 * 60 * 60 * 1000;

/** A thread as Slack's assistant methods call it. */
interface Place {
  readonly channel_id: string;
  readonly thread_ts: string;
}

/**
 * The assistant's pane: what a reader could ask, a sign that an answer is on its way, and threads that are called as they began. Whatever
 * Slack doesn't let Kiosk show there, a reader is answered all the same.
 */
export function createPane(parts: {
  readonly listings: readonly Listing[];
  readonly desk: Pick<Desk, 'answer' | 'language'>;
  /** Where it is written down which threads are the pane's, and which of them have a title. */
  readonly kept: KeyValue;
  readonly hear: Hear;
  readonly onlooker: FindReader;
  readonly translate: (language: LanguageTag) => Translate;
  readonly within: Within;
}): Assistant {
  const { listings, desk, kept, hear, onlooker, translate, within } = parts;

  /** The newest story that is told in a language, by its title in it. */
  async function newestStory(reader: SlackReader, language: LanguageTag): Promise<string | undefined> {
    const newest = await desk.answer({ ...reader, command: 'latest', options: { in: language, count: 1 } });
    const story = newest.blocks.find((block) => block.kind === 'card');
    return story === undefined ? undefined : shortened(wordsOf(story.title), storyLength);
  }

  /** Answers a message of the pane's, and shows meanwhile that it does. */
  async function hearIn(workspace: Workspace, heard: Heard, thread: string): Promise<void> {
    const { user, channel } = heard;
    const { threads } = workspace.client.assistant;
    const place = { channel_id: channel, thread_ts: thread };
    const name = nameOf(workspace, place);
    const state = await kept.get(name);

    async function showStatus(): Promise<void> {
      const language = await desk.language(await onlooker(workspace, user, channel));
      await threads.setStatus({ ...place, status: translate(language)('slack.pane.reading') });
    }

    async function giveTitle(question: string): Promise<void> {
      await threads.setTitle({ ...place, title: shortened(question, titleLength) });
      await kept.set(name, 'titled', knownFor);
    }

    const begin = async (question: string) =>
      void (await Promise.allSettled([
        ...(state === undefined ? [] : [showStatus()]),
        ...(state === 'untitled' ? [giveTitle(question)] : []),
      ]));
    try {
      await hear(workspace, heard, begin);
    } catch (error) {
      // An answer ends the status by itself.
      if (state !== undefined) await threads.setStatus({ ...place, status: '' }).catch(() => undefined);
      throw error;
    }
  }

  return new Assistant({
    // Kiosk answers the same whatever its reader is looking at.
    threadContextStore: { get: async () => ({}), save: async () => undefined },

    async threadStarted({ event, context }) {
      const { user_id: user, channel_id, thread_ts } = event.assistant_thread;
      const place = { channel_id, thread_ts };
      within(
        context,
        async (workspace) => {
          await kept.set(nameOf(workspace, place), 'untitled', knownFor);
          const reader = await onlooker(workspace, user, channel_id);
          const language = await desk.language(reader);
          const t = translate(language);
          const story = await newestStory(reader, language);
          const prompts = promptsIn(language, { listings, t, ...(story !== undefined && { story }) });
          if (prompts.length > 0)
            await workspace.client.assistant.threads.setSuggestedPrompts({
              ...place,
              title: t('slack.pane.title'),
              prompts: [...prompts],
            });
        },
        'nothing to ask was suggested',
      );
    },

    async userMessage({ message, context }) {
      if (message.subtype !== undefined && message.subtype !== 'file_share') return;
      const { user, channel, text = '', ts, thread_ts: thread } = message;
      if (thread === undefined || ('bot_id' in message && message.bot_id !== undefined)) return;
      const heard = { user, channel, text, ts, thread };
      within(context, (workspace) => hearIn(workspace, heard, thread), 'a message was not answered');
    },
  });
}

/** Threads of a direct conversation are not the pane's unless Slack said so: there, nothing but messages is shown. */
function nameOf({ team }: Workspace, { channel_id: channel, thread_ts: thread }: Place): string {
  return `pane ${team} ${channel} ${thread}`;
}
