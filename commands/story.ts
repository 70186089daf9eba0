import {
  articleLine,
  defineCommand,
  evidenceCard,
  needStory,
  suggestStories,
  summaryAction,
  telling,
} from '#kiosk';

const sentences = 2;

export default defineCommand({
  options: {
    story: { type: 'text', required: true, maximum: 500, suggest: suggestStories },
  },
  async run({ options, language, t, kiosk }) {
    const story = await needStory(kiosk, options.story, language);
    const summary = await kiosk.summarize(story, sentences, language);
    const { articles } = story;
    return {
      language,
      blocks: [
        { kind: 'heading', text: telling(story, language).title },
        ...summary.map(evidenceCard),
        { kind: 'text', text: t('replies.reportedBy', { count: articles.length }) },
        { kind: 'list', items: articles.map(articleLine) },
        { kind: 'actions', actions: [summaryAction(story.id, t('replies.summary'))] },
      ],
    };
  },
});
