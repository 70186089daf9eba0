import { quoteOf } from '../answers/answer.ts';
import type { LanguageTag, Range } from '../language/language.ts';
import type { ArticleHead, Story } from '../stories/article.ts';
import { statementsIn } from '../stories/statements.ts';
import { keyQuotations } from '../summaries/key-quotations.ts';
import type { KeyQuotation } from '../summaries/key-quotations.ts';
import { mostOwn } from '../summaries/own.ts';
import { weighSentences } from '../summaries/worth.ts';
import type { Weighed } from '../summaries/worth.ts';
import { storyFigures } from './story-figures.ts';
import { readStory } from './story-reading.ts';
import type { StoryReading, StoryReadingParts } from './story-reading.ts';

/** A sentence of an article, verbatim. */
export interface QuotedSentence {
  readonly article: ArticleHead;
  readonly sentence: string;
  /** What is meant in it. */
  readonly mark?: Range;
  readonly also: readonly ArticleHead[];
}

/** One article of a story. */
export interface Report {
  readonly article: ArticleHead;
  /** The sentence that says most of what nobody had said before; undefined where there is none. */
  readonly added?: string;
}

/** What is told of a story beside its summary. */
export interface StoryDetails {
  /** Oldest first. */
  readonly reports: readonly Report[];
  /** Numbers with what they count, those that sources differ on first: then each has its sentence. */
  readonly figures: readonly (readonly QuotedSentence[])[];
  readonly quotations: readonly KeyQuotation[];
}

/** A story's articles that are read. */
const mostArticles = 30;
/** Words from which a sentence says enough. */
const full = 15;
/** With more in common (cosine) with a sentence of before, a sentence adds nothing. */
const known = 0.4;

/** Reads a story for who reported what when, for its numbers and for what was said. */
export async function tellDetails(
  story: Story,
  language: LanguageTag,
  parts: StoryReadingParts,
): Promise<StoryDetails> {
  const reading = await readStory(story, mostArticles, language, parts);
  const weighed = weighSentences(reading.told, full);
  return {
    reports: reportsOf(story, reading, weighed),
    figures: storyFigures(reading, weighed, parts),
    quotations: keyQuotations(reading.read.flatMap(statementsIn), reading.spoken),
  };
}

function reportsOf(story: Story, { read }: StoryReading, weighed: readonly Weighed[]): readonly Report[] {
  const places = new Map(read.map(({ article }, index) => [article.id, index]));
  const earlier = new Set<number>();
  return story.articles.map((article) => {
    const place = places.get(article.id);
    const stored = place === undefined ? undefined : read[place]?.article;
    if (place === undefined || stored === undefined) return { article };
    const isFirst = earlier.size === 0;
    const own = isFirst
      ? undefined
      : mostOwn(
          weighed,
          (from) => from === place,
          (from) => earlier.has(from),
        );
    earlier.add(place);
    return own === undefined || own.shared >= known ? { article } : { article, added: quoteOf(stored, own) };
  });
}
