import { defineCommand, languageTags, storyActions, storyCard, UserError } from '#kiosk';

const shown = 5;

export default defineCommand({
  options: {
    count: { type: 'integer', minimum: 1, maximum: 20 },
    in: { type: 'choice', choices: languageTags },
  },
  async run({ options, language, t, kiosk }) {
    const stories = await kiosk.stories({
      limit: options.count ?? shown,
      ...(options.in && { languages: [options.in] }),
    });
    if (stories.length === 0) throw new UserError(options.in ? 'replies.noStoriesIn' : 'replies.nothingRead');
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.latest') },
        ...stories.map((story) => storyCard(story, language, t)),
        storyActions(stories, language),
      ],
    };
  },
});
