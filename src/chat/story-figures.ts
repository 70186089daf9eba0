import { headOf, quoteOf } from '../answers/answer.ts';
import { figuresIn } from '../summaries/figures.ts';
import type { Weighed } from '../summaries/worth.ts';
import type { QuotedSentence } from './story-details.ts';
import type { StoryReading, StoryReadingParts } from './story-reading.ts';

/** The numbers of a story with what they count, each in its sentence; those that sources differ on come first and together. */
export function storyFigures(
  { read, told, spoken }: StoryReading,
  weighed: readonly Weighed[],
  { lexicon }: Pick<StoryReadingParts, 'lexicon'>,
): readonly (readonly QuotedSentence[])[] {
  const sources = read.map(({ article }) => article.source);
  return figuresIn(told, weighed, sources, { lexicon, to: spoken }).map((figure) =>
    figure.flatMap(({ from, sentence, mark, also }) => {
      const article = read[from]?.article;
      if (article === undefined) return [];
      const { start } = sentence;
      return [
        {
          article: headOf(article),
          sentence: quoteOf(article, sentence),
          mark: { start: mark.start - start, end: mark.end - start },
          also: also.flatMap((index) => read[index]?.article ?? []).map(headOf),
        },
      ];
    }),
  );
}
