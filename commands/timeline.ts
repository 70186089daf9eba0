import { defineCommand, languageTags, sourcesOf, storyActions, telling, UserError } from '#kiosk';
import type { Story, Text } from '#kiosk';
import type { LanguageTag } from '#kiosk';

/** Articles looked at, and stories shown. */
const searched = 60;
const shown = 15;
/** Share of the best article's score from which one speaks of the topic. */
const enough = 0.4;

export default defineCommand({
  options: {
    topic: { type: 'text', required: true, maximum: 500 },
    in: { type: 'choice', choices: languageTags },
  },
  async run({ options, language, t, kiosk }) {
    const { topic } = options;
    const found = await kiosk.search(
      { text: topic, language, ...(options.in && { in: [options.in] }) },
      searched,
    );
    const best = found[0]?.score ?? 0;
    // What merely comes near belongs to no timeline.
    const near = found.filter(({ score }) => score >= enough * best);
    const ids = [...new Set(near.map(({ story }) => story))].slice(0, shown);
    const stories = ids.length === 0 ? [] : await kiosk.stories({ ids, limit: shown });
    if (stories.length === 0) throw new UserError('replies.search.nothing', { words: topic });
    const ordered = stories.toSorted((one, other) => begun(one).getTime() - begun(other).getTime());
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.timeline.title', { topic }) },
        { kind: 'list', items: ordered.map((story) => line(story, language)) },
        storyActions(ordered.toReversed(), language),
      ],
    };
  },
});

function begun({ articles, updatedAt }: Story): Date {
  return articles[0]?.publishedAt ?? updatedAt;
}

function line(story: Story, language: LanguageTag): Text {
  const { title, url } = telling(story, language);
  const sources = sourcesOf(story.articles).join(', ');
  return [{ date: begun(story), style: 'date' }, ' · ', { link: title, to: url }, ' · ', sources];
}
