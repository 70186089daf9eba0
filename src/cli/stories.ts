import type { Story } from '../stories/article.ts';
import type { ArticleStore } from '../stories/store.ts';
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
    const found = options.all ? everyStory(articles, page) : await articles.stories({ limit: recent });
    let isEmpty = true;
    for await (const story of found) {
      signal.throwIfAborted();
      isEmpty = false;
      await (options.json ? output.json(summary(story)) : output.line(line(story)));
    }
    if (isEmpty && !options.json) await output.line(translate('replies.nothingRead'));
    return exitCodes.success;
  },
});

/** Every stored story, newest first, at most about `size` of them in memory at a time. */
export async function* everyStory(store: Pick<ArticleStore, 'stories'>, size: number): AsyncGenerator<Story> {
  const seen = new Set<string>();
  let limit = size;
  for (let to: Date | undefined; ;) {
    const found = await store.stories({ limit, ...(to && { to }) });
    const unseen = found.filter(({ id }) => !seen.has(id));
    for (const story of unseen) {
      seen.add(story.id);
      yield story;
    }
    if (found.length < limit) return;
    if (unseen.length === 0) limit *= 2;
    // Whatever else there is was not updated later; there may be more of the same moment.
    else to = new Date(Math.min(...found.map(({ updatedAt }) => updatedAt.getTime())) + 1);
  }
}

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
