import { defineCommand, needStory, storyAction, suggestStories, summaryBlocks, telling } from '#kiosk';

const sentences = { short: 2, medium: 4, long: 7 };

export default defineCommand({
  options: {
    story: { type: 'text', required: true, maximum: 500, suggest: suggestStories },
    length: { type: 'choice', choices: ['short', 'medium', 'long'] },
  },
  async run({ options, language, t, kiosk }) {
    const story = await needStory(kiosk, options.story, language);
    const length = options.length ?? 'medium';
    const summary = await kiosk.summarize(story, sentences[length], language);
    const longer =
      length === 'long'
        ? []
        : [{ label: t('replies.more'), command: 'summary', options: { story: story.id, length: 'long' } }];
    return {
      language,
      blocks: [
        { kind: 'heading', text: telling(story, language).title },
        ...summaryBlocks(summary, t),
        { kind: 'actions', actions: [storyAction(story.id, t('replies.story')), ...longer] },
      ],
    };
  },
});
