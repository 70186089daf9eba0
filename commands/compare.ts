import {
  defineCommand,
  evidenceCard,
  figureBlocks,
  needStory,
  storyAction,
  suggestStories,
  summaryAction,
  telling,
} from '#kiosk';
import type { Block } from '#kiosk';

const shown = 6;
/** Numbers that sources differ on. */
const figuresShown = 3;

export default defineCommand({
  options: {
    topic: { type: 'text', required: true, maximum: 500, suggest: suggestStories },
    count: { type: 'integer', minimum: 2, maximum: 10 },
  },
  async run({ options, language, t, kiosk }) {
    const story = await needStory(kiosk, options.topic, language);
    const { sides: all, figures } = await kiosk.compare(story, language);
    const sides = all.slice(0, options.count ?? shown);
    const [only] = all;
    const opening =
      all.length > 1 || only === undefined
        ? t('replies.compare.sources', { count: all.length })
        : t('replies.compare.alone', { source: only.article.source });
    const actions: Block = {
      kind: 'actions',
      actions: [
        summaryAction(story.id, t('replies.summary')),
        storyAction(story.id, t('replies.story')),
        ...(all.length > sides.length && options.count === undefined
          ? [{ label: t('replies.more'), command: 'compare', options: { topic: story.id, count: 10 } }]
          : []),
      ],
    };
    return {
      language,
      blocks: [
        { kind: 'heading', text: telling(story, language).title },
        { kind: 'text', text: opening },
        ...sides.map((side) => evidenceCard(side, t)),
        ...figureBlocks(figures.slice(0, figuresShown), t('replies.compare.figures'), t),
        actions,
      ],
    };
  },
});
