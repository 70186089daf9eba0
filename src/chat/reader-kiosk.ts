import { isLanguageTag, languageTags } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { Question } from '../answers/question.ts';
import type { Story } from '../stories/article.ts';
import type { Kiosk } from './kiosk.ts';

/**
 * Kiosk as a reader of some languages is shown it: what stands in others is left out, unless the reader asks for one of them by name,
 * or for a story that no paper tells in theirs.
 * @param asked the language that is asked for besides
 */
export async function kioskFor(kiosk: Kiosk, reader: string, asked?: unknown): Promise<Kiosk> {
  const read = await kiosk.settings.reading(reader);
  const languages = isLanguageTag(asked) ? [...new Set([...read, asked])] : read;
  if (languageTags.every((tag) => languages.includes(tag))) return kiosk;
  const within = <question extends Pick<Question, 'in'>>(question: question) => ({
    in: languages,
    ...question,
  });
  return {
    ...kiosk,
    ask: (question, limit) => kiosk.ask(within(question), limit),
    search: (question, limit) => kiosk.search(within(question), limit),
    explain: (question, article) => kiosk.explain(within(question), article),
    async stories(query) {
      const isNamed = (query.ids ?? query.articles) !== undefined;
      const found = await kiosk.stories(isNamed ? query : { languages, ...query });
      return found.map((story) => keepLanguages(story, languages));
    },
    async findStory(idOrWords, language, searched = languages) {
      const story = await kiosk.findStory(idOrWords, language, searched);
      return story === undefined ? undefined : keepLanguages(story, languages);
    },
  };
}

/** A story with its articles in some languages alone; all of it where there are none. */
function keepLanguages(story: Story, languages: readonly LanguageTag[]): Story {
  const articles = story.articles.filter(({ language }) => languages.includes(language));
  const [first] = articles;
  if (first === undefined || articles.length === story.articles.length) return story;
  const lead = articles.find(({ withdrawnAt }) => withdrawnAt === undefined) ?? first;
  const updated = Math.max(...articles.map(({ publishedAt }) => publishedAt.getTime()));
  return { ...story, lead, articles, updatedAt: new Date(updated) };
}
