import {
  defineCommand,
  evidenceCard,
  figureBlocks,
  needStory,
  sourcesOf,
  storyAction,
  suggestStories,
  summaryAction,
  telling,
} from '#kiosk';
import type { Block } from '#kiosk';

const shown = 6;
const most = 10;
/** Numbers that sources differ on. */
const figuresShown = 3;

export default defineCommand({
  options: {
    topic: { type: 'text', required: true, maximum: 500, suggest: suggestStories },
    count: { type: 'integer', minimum: 2, maximum: most },
  },
  async run({ options, language, t, kiosk }) {
    const story = await needStory(kiosk, options.topic, language);
    const { sides: all, same, figures } = await kiosk.compare(story, language);
    const sides = all.slice(0, options.count ?? shown);
    const [only] = all;
    const copying: readonly Block[] =
      same.length === 0
        ? []
        : [
            {
              kind: 'text',
              text: t('replies.compare.same', { count: same.length, sources: sourcesOf(same).join(', ') }),
            },
          ];
    const count = all.length + same.length;
    const opening =
      count === 1 && only !== undefined
        ? t('replies.compare.alone', { source: only.article.source })
        : t('replies.compare.sources', { count });
    const actions: Block = {
      kind: 'actions',
      actions: [
        summaryAction(story.id, t('replies.summary')),
        storyAction(story.id, t('replies.story')),
        ...(all.length > sides.length && sides.length < most
          ? [{ label: t('replies.more'), command: 'compare', options: { topic: story.id, count: most } }]
          : []),
      ],
    };
    return {
      language,
      blocks: [
        { kind: 'heading', text: telling(story, language).title },
        { kind: 'text', text: opening },
        ...sides.map((side) => evidenceCard(side, t)),
        ...copying,
        ...figureBlocks(figures.slice(0, figuresShown), t('replies.compare.figures'), { language, t }),
        actions,
      ],
    };
  },
});
