import {
  defineCommand,
  givenIn,
  languageTags,
  nameOfLanguage,
  needStory,
  storyAction,
  suggestStories,
  summaryBlocks,
  telling,
} from '#kiosk';
import type { CommandContext, Message } from '#kiosk';

const sentences = { short: 2, medium: 4, long: 7 };

const options = {
  story: { type: 'text', required: true, maximum: 4000, suggest: suggestStories },
  length: { type: 'choice', choices: ['short', 'medium', 'long'] },
  in: { type: 'choice', choices: languageTags },
} as const;

export default defineCommand({
  options,
  menu: 'story',
  async run(context) {
    const { options, language, kiosk } = context;
    const given = givenIn(options.story, language);
    if (given === undefined) return tell(context, options.story);
    // What is stored already has a story, and papers beside it.
    const known = 'address' in given ? await kiosk.findStory(given.address, language) : undefined;
    return known === undefined ? condense(context, given) : tell(context, known.id);
  },
});

type Context = CommandContext<typeof options>;

async function tell({ options, language, t, kiosk }: Context, idOrWords: string): Promise<Message> {
  const story = await needStory(kiosk, idOrWords, language);
  const length = options.length ?? 'medium';
  const told = options.in ?? language;
  const summary = await kiosk.summarize(story, sentences[length], told);
  const spoken = summary[0]?.article.language ?? story.lead.language;
  const again = { story: story.id, ...(options.in && { in: options.in }) };
  const longer =
    length === 'long'
      ? []
      : [{ label: t('replies.more'), command: 'summary', options: { ...again, length: 'long' } }];
  const languages = new Set(story.articles.map((article) => article.language));
  const others = [...languages].filter((tag) => tag !== spoken).toSorted();
  return {
    language,
    blocks: [
      { kind: 'heading', text: telling(story, told).title },
      ...summaryBlocks(summary, t),
      {
        kind: 'actions',
        actions: [
          storyAction(story.id, t('replies.story')),
          ...longer,
          ...others.map((tag) => ({
            label: t('replies.inLanguage', { language: nameOfLanguage(tag, language) }),
            command: 'summary',
            options: { story: story.id, length, in: tag },
          })),
        ],
      },
    ],
  };
}

async function condense(
  { options, language, kiosk, signal }: Context,
  given: NonNullable<ReturnType<typeof givenIn>>,
): Promise<Message> {
  const condensed = await kiosk.condense(given, sentences[options.length ?? 'medium'], signal);
  const { article, language: spoken } = condensed;
  return {
    language,
    blocks: [
      ...(article === undefined
        ? []
        : [{ kind: 'heading' as const, text: { link: article.title, to: article.url } }]),
      ...condensed.sentences.map((sentence) => ({
        kind: 'text' as const,
        text: { quote: sentence, language: spoken },
      })),
    ],
  };
}
