import { headOf, quoteOf } from '../answers/answer.ts';
import type { LanguageTag } from '../language/language.ts';
import type { ArticleHead, Story } from '../stories/article.ts';
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
  /** Of the sources that have nothing for themselves an article each. */
  readonly same: readonly ArticleHead[];
  /** The numbers they differ on. */
  readonly figures: readonly (readonly QuotedSentence[])[];
}

/** A story's articles that are read. */
const mostArticles = 30;
/** Sharing this much (cosine) with others, a sentence says what they say. */
const copied = 0.7;
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
  const sides: QuotedSentence[] = [];
  const same: ArticleHead[] = [];
  const shown = new Set<string>();
  for (const source of sources) {
    const isOwn = (from: number) => read[from]?.article.source === source;
    const isShown = (from: number) => shown.has(read[from]?.article.source ?? '');
    const ownOfAll = mostOwn(weighed, isOwn, (from) => !isOwn(from));
    // Who prints the same as others is shown once.
    const isCopied = ownOfAll !== undefined && ownOfAll.shared >= copied;
    const own = isCopied ? mostOwn(weighed, isOwn, isShown) : ownOfAll;
    const article = own && read[own.from]?.article;
    if (own === undefined || article === undefined) continue;
    if (own.shared >= copied) same.push(headOf(article));
    else {
      sides.push({ article: headOf(article), sentence: quoteOf(article, own), also: [] });
      shown.add(source);
    }
  }
  const figures = storyFigures(reading, weighed, parts).filter((readings) => readings.length > 1);
  return { sides, same, figures };
}
