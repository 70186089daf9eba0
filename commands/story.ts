import {
  articleLine,
  defineCommand,
  needStory,
  suggestStories,
  summaryAction,
  summaryBlocks,
  telling,
  timelineAction,
} from '#kiosk';
import type { ArticleHead, Block, CommandContext } from '#kiosk';

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
        ...summaryBlocks(summary, t),
        { kind: 'text', text: t('replies.reportedBy', { count: articles.length }) },
        { kind: 'list', items: articles.map((article) => articleLine(article, t)) },
        ...(await updates(articles, { t, kiosk })),
        {
          kind: 'actions',
          actions: [
            summaryAction(story.id, t('replies.summary')),
            timelineAction(telling(story, language).title, t('replies.timeline.show')),
          ],
        },
      ],
    };
  },
});

/** What papers say of their corrections, and the titles that articles had before. */
async function updates(
  articles: readonly ArticleHead[],
  { t, kiosk }: Pick<CommandContext, 't' | 'kiosk'>,
): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for (const article of articles) {
    const { correction, revision, language, source } = article;
    if (correction !== undefined) {
      const notice = [
        { strong: source },
        ' · ',
        t('replies.article.notice'),
        ' ',
        { quote: correction, language },
      ];
      blocks.push({ kind: 'text', text: notice });
    }
    const titles = (revision > 1 ? await kiosk.changes(article) : []).flatMap(
      ({ titleBefore }) => titleBefore ?? [],
    );
    for (const title of titles) {
      blocks.push({ kind: 'text', text: [{ strong: source }, ' · ', t('replies.article.title', { title })] });
    }
  }
  return blocks;
}
