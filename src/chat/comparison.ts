import { headOf, quoteOf } from '../answers/answer.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Story } from '../stories/article.ts';
import { mostOwn } from '../summaries/own.ts';
import { weighSentences } from '../summaries/worth.ts';
import { storyFigures } from './story-figures.ts';
import { readStory } from './story-reading.ts';
import type { StoryReadingParts } from './story-reading.ts';
import type { QuotedSentence } from './story-details.ts';

/** What the sources of a story say, side by side. */
export interface Comparison {
  /** Of each source the sentence that tells most of what the others don't. */
  readonly sides: readonly QuotedSentence[];
  /** The numbers they differ on. */
  readonly figures: readonly (readonly QuotedSentence[])[];
}

/** A story's articles that are read. */
const mostArticles = 30;
/** Words from which a sentence says enough. */
const full = 15;

/** Compares the sources of a story: those in the reader's language first, then in the order in which they reported. */
export async function compareSources(
  story: Story,
  language: LanguageTag,
  parts: StoryReadingParts,
): Promise<Comparison> {
  const reading = await readStory(story, mostArticles, language, parts);
  const { read, told } = reading;
  const weighed = weighSentences(told, full);
  const sources = [...new Set(read.map(({ article }) => article.source))];
  const sides = sources.flatMap((source) => {
    const isOwn = (from: number) => read[from]?.article.source === source;
    const own = mostOwn(weighed, isOwn, (from) => !isOwn(from));
    const article = own && read[own.from]?.article;
    if (own === undefined || article === undefined) return [];
    return [{ article: headOf(article), sentence: quoteOf(article, own), also: [] }];
  });
  const figures = storyFigures(reading, weighed, parts).filter((readings) => readings.length > 1);
  return { sides, figures };
}
