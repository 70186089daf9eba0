import { Assistant } from '@slack/bolt';
import type { Call, Desk, Listing } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import { shortened } from './blocks.ts';
import type { Hear } from './conversation.ts';
import { promptsIn } from './prompts.ts';
import { wordsOf } from './rich-text.ts';

/** How long a thread's title may be; its list shows little more. */
const titleLength = 80;
/** A prompt's title stands on one line beside others. */
const storyLength = 120;
/** A thread is known to be the pane's this long, in milliseconds. */
const knownFor = 90 * 24 * 60 * 60 * 1000;

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
  readonly reader: (user: string, channel: string) => Promise<Omit<Call, 'command' | 'options'>>;
  readonly translate: (language: LanguageTag) => Translate;
  readonly undertake: (work: () => Promise<void>, what: string) => void;
}): Assistant {
  const { listings, desk, kept, hear, translate, undertake } = parts;
  const reader = parts.reader;

  /** The newest story that is told in a language, by its title in it. */
  async function newestStory(
    asking: Awaited<ReturnType<typeof reader>>,
    language: LanguageTag,
  ): Promise<string | undefined> {
    const newest = await desk.answer({ ...asking, command: 'latest', options: { in: language, count: 1 } });
    const story = newest.blocks.find((block) => block.kind === 'card');
    return story === undefined ? undefined : shortened(wordsOf(story.title), storyLength);
  }

  return new Assistant({
    // Kiosk answers the same whatever its reader is looking at.
    threadContextStore: { get: async () => ({}), save: async () => undefined },

    async threadStarted({ event, setSuggestedPrompts }) {
      const { user_id: user, channel_id: channel, thread_ts: thread } = event.assistant_thread;
      undertake(async () => {
        await kept.set(nameOf(channel, thread), 'untitled', knownFor);
        const asking = await reader(user, channel);
        const language = await desk.language(asking);
        const t = translate(language);
        const story = await newestStory(asking, language);
        const prompts = promptsIn(language, { listings, t, ...(story !== undefined && { story }) });
        if (prompts.length > 0)
          await setSuggestedPrompts({ title: t('slack.pane.title'), prompts: [...prompts] });
      }, 'nothing to ask was suggested');
    },

    async userMessage({ message, setStatus, setTitle }) {
      if (message.subtype !== undefined && message.subtype !== 'file_share') return;
      const { user, channel, text = '', ts, thread_ts: thread } = message;
      if (thread === undefined || ('bot_id' in message && message.bot_id !== undefined)) return;
      const name = nameOf(channel, thread);

      async function showStatus(): Promise<void> {
        const language = await desk.language(await reader(user, channel));
        await setStatus(translate(language)('slack.pane.reading'));
      }

      async function giveTitle(question: string): Promise<void> {
        await setTitle(shortened(question, titleLength));
        await kept.set(name, 'titled', knownFor);
      }

      undertake(async () => {
        const state = await kept.get(name);
        const begin = async (question: string) =>
          void (await Promise.allSettled([
            ...(state === undefined ? [] : [showStatus()]),
            ...(state === 'untitled' ? [giveTitle(question)] : []),
          ]));
        try {
          await hear({ user, channel, text, ts, thread }, begin);
        } catch (error) {
          // An answer ends the status by itself.
          if (state !== undefined) await setStatus('').catch(() => undefined);
          throw error;
        }
      }, 'a message was not answered');
    },
  });
}

/** Threads of a direct conversation are not the pane's unless Slack said so: there, nothing but messages is shown. */
function nameOf(channel: string, thread: string): string {
  return `pane ${channel} ${thread}`;
}
