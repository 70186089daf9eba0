import { headOf, quoteOf } from '../answers/answer.ts';
import type { LanguageTag } from '../language/index.ts';
import type { Story } from '../stories/article.ts';
import { combine } from '../summaries/combine.ts';
import type { SummarySentence } from './kiosk.ts';
import { readStory } from './story-reading.ts';
import type { StoryReadingParts } from './story-reading.ts';

/** A story's articles that a summary reads. */
const mostArticles = 12;

/**
 * Sums a story up from its articles in the reader's language, else in that of the first one; those in other languages say what
 * is agreed on.
 */
export async function summarizeStory(
  story: Story,
  sentences: number,
  language: LanguageTag,
  parts: StoryReadingParts,
): Promise<readonly SummarySentence[]> {
  const { spoken, read, told } = await readStory(story, mostArticles, language, parts);
  const combined = combine(told, sentences, (from) => read[from]?.article.language === spoken);
  return combined.flatMap(({ from, also, ...range }) => {
    const article = read[from]?.article;
    if (article === undefined) return [];
    const agreeing = also.flatMap((index) => read[index]?.article ?? []).map(headOf);
    return [{ article: headOf(article), sentence: quoteOf(article, range), also: agreeing }];
  });
}
