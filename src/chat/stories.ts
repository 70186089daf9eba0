import { UserError } from '../errors.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Story } from '../stories/article.ts';
import type { Suggestion } from './adapter.ts';
import type { SuggestContext } from './command.ts';
import type { Kiosk } from './kiosk.ts';
import { telling } from './replies.ts';

/** How many stories are offered while a reader types; Discord shows no more. */
const offered = 25;

/** Offers the newest stories, or those that the words typed so far find, best first. */
export async function suggestStories(
  typed: string,
  { kiosk, language }: SuggestContext,
): Promise<readonly Suggestion[]> {
  if (typed.trim() === '') return suggestions(await kiosk.stories({ limit: offered }), language);
  const found = await kiosk.search({ text: typed, language }, offered);
  const ids = [...new Set(found.map(({ story }) => story))];
  const stories = new Map((await kiosk.stories({ ids, limit: offered })).map((story) => [story.id, story]));
  return suggestions(
    ids.flatMap((id) => stories.get(id) ?? []),
    language,
  );
}

function suggestions(stories: readonly Story[], language: LanguageTag): readonly Suggestion[] {
  return stories.map((story) => ({ value: story.id, label: telling(story, language).title }));
}

/**
 * The story a reader means, by its id or in words.
 * @throws {UserError} when there is none
 */
export async function needStory(kiosk: Kiosk, idOrWords: string, language: LanguageTag): Promise<Story> {
  const story = await kiosk.findStory(idOrWords, language);
  if (story === undefined) throw new UserError('errors.noStory', { words: idOrWords });
  return story;
}
