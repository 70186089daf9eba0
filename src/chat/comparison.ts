import { headOf, quoteOf } from '../answers/answer.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Story } from '../stories/article.ts';
import { mostOwn } from '../summaries/own.ts';
import { weighSentences } from '../summaries/worth.ts';
import { readStory } from './story-reading.ts';
import type { StoryReadingParts } from './story-reading.ts';
import type { QuotedSentence } from './story-details.ts';

/** A story's articles that are read. */
const mostArticles = 30;
const full = 15;

/**
 * What each source of a story has for itself: the sentence that tells most of what the others don't; those in the reader's
 * language first, then in the order in which they reported.
 */
export async function compareSources(
  story: Story,
  language: LanguageTag,
  parts: StoryReadingParts,
): Promise<readonly QuotedSentence[]> {
  const { read, told } = await readStory(story, mostArticles, language, parts);
  const weighed = weighSentences(told, full);
  const sources = [...new Set(read.map(({ article }) => article.source))];
  return sources.flatMap((source) => {
    const isOwn = (from: number) => read[from]?.article.source === source;
    const own = mostOwn(weighed, isOwn, (from) => !isOwn(from));
    const article = own && read[own.from]?.article;
    if (own === undefined || article === undefined) return [];
    return [{ article: headOf(article), sentence: quoteOf(article, own), also: [] }];
  });
}
