import {
  defineCommand,
  figureBlocks,
  needStory,
  quotationBlocks,
  reportBlocks,
  sourcesOf,
  suggestStories,
  summaryAction,
  summaryBlocks,
  telling,
  timelineAction,
  UserError,
} from '#kiosk';
import type { Action, ArticleHead, Block, CommandContext, Message, Story, StoryDetails } from '#kiosk';

/** What a first look shows of each. */
const few = { sentences: 2, reports: 6, figures: 3, quotations: 3 };
/** What a closer look shows. */
const many = { reports: 25, figures: 10, quotations: 10 };

const parts = ['reports', 'figures', 'quotations'] as const;

const options = {
  story: { type: 'text', required: true, maximum: 500, suggest: suggestStories },
  show: { type: 'choice', choices: parts },
} as const;

type Context = CommandContext<typeof options>;

export default defineCommand({
  options,
  async run(context) {
    const { options, language, kiosk } = context;
    const story = await needStory(kiosk, options.story, language);
    const details = await kiosk.details(story, language);
    return options.show === undefined
      ? overview(context, story, details)
      : { language, blocks: [heading(context, story), ...closer(context, options.show, details)] };
  },
});

function heading({ language }: Context, story: Story): Block {
  return { kind: 'heading', text: telling(story, language).title };
}

async function overview(context: Context, story: Story, details: StoryDetails): Promise<Message> {
  const { language, t, kiosk } = context;
  const summary = await kiosk.summarize(story, few.sentences, language);
  const { reports, figures, quotations } = details;
  return {
    language,
    blocks: [
      heading(context, story),
      ...summaryBlocks(summary, t),
      ...reportBlocks(reports, few.reports, context),
      ...(await updates(story.articles, context)),
      ...figureBlocks(figures.slice(0, few.figures), t('replies.details.figures'), context),
      ...quotationBlocks(quotations.slice(0, few.quotations), t('replies.details.quotations'), context),
      { kind: 'actions', actions: actions(context, story, details) },
    ],
  };
}

function actions({ language, t }: Context, story: Story, details: StoryDetails): readonly Action[] {
  const more = parts
    .filter((part) => details[part].length > few[part])
    .map((part) => ({
      label: t(`replies.details.more.${part}`),
      command: 'story',
      options: { story: story.id, show: part },
    }));
  const compare = { label: t('replies.compare.show'), command: 'compare', options: { topic: story.id } };
  return [
    summaryAction(story.id, t('replies.summary')),
    timelineAction(telling(story, language).title, t('replies.timeline.show')),
    ...(sourcesOf(story.articles).length > 1 ? [compare] : []),
    ...more,
  ];
}

/** All there is of one part. @throws {UserError} where there is none */
function closer(
  context: Context,
  part: (typeof parts)[number],
  { reports, figures, quotations }: StoryDetails,
): readonly Block[] {
  const { t } = context;
  const blocks = {
    reports: () => reportBlocks(reports, many.reports, context),
    figures: () => figureBlocks(figures.slice(0, many.figures), t('replies.details.figures'), context),
    quotations: () =>
      quotationBlocks(quotations.slice(0, many.quotations), t('replies.details.quotations'), context),
  }[part]();
  if (blocks.length === 0) throw new UserError(`replies.details.none.${part}`);
  return blocks;
}

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
