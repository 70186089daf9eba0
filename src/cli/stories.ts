import type { Story } from '../stories/article.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** How many stories are listed without `--all`. */
const recent = 20;
/** Stories asked of the store at a time. */
const page = 500;

/** Lists stored stories, newest first. */
export const stories = defineVerb({
  options: { all: { type: 'flag', help: 'cli.stories.all' } },
  async run({ options, output, openStore, translate, signal }) {
    const { articles } = await openStore();
    const write = (story: Story) => (options.json ? output.json(summary(story)) : output.line(line(story)));
    let listed = 0;
    for (let to: Date | undefined; ;) {
      signal.throwIfAborted();
      void to;
      const found = await articles.stories({ limit: options.all ? page : recent });
      for (const story of found) await write(story);
      listed += found.length;
      break;
    }
    if (listed === 0 && !options.json) await output.line(translate('replies.nothingRead'));
    return exitCodes.success;
  },
});

function summary({ id, lead, articles, updatedAt }: Story) {
  return {
    story: id,
    title: lead.title,
    language: lead.language,
    articles: articles.map((article) => article.id),
    sources: [...new Set(articles.map(({ source }) => source))],
    updatedAt,
  };
}

function line({ lead, articles, updatedAt }: Story): string {
  const sources = [...new Set(articles.map(({ source }) => source))].join(', ');
  return `${updatedAt.toISOString().slice(0, 16).replace('T', ' ')}  ${lead.title}  (${sources})`;
}
