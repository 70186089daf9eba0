import { describe, expect, test } from 'vitest';
import { preferNewest } from '../../src/answers/prefer-newest.ts';
import { rankSentences } from '../../src/answers/rank.ts';
import { collection, wording } from './collection.ts';

const [ranked] = rankSentences(wording('ferry'), collection({ a: { text: 'The ferry sank.' } }));

/** Sentences by their scores and the days of January they were published on, as they are ranked for news: "day score". */
function newest(...sentences: readonly (readonly [number, number])[]): readonly string[] {
  const entries = sentences.flatMap(([score, day]) => {
    if (ranked === undefined) return [];
    const publishedAt = new Date(Date.UTC(2026, 0, day));
    const { article, ...rest } = ranked.candidate;
    return [
      { ...ranked, score, candidate: { ...rest, article: { ...article, id: String(day), publishedAt } } },
    ];
  });
  return preferNewest(entries).map(
    ({ score, candidate }) => `${candidate.article.publishedAt.getUTCDate()} ${score.toFixed(2)}`,
  );
}

describe('what is published last', () => {
  test('comes before what tells somewhat more, and costs a week’s age a quarter', () => {
    expect(newest([0.8, 1], [0.7, 8])).toEqual(['8 0.70', '1 0.60']);
  });

  test('comes behind what tells much more', () => {
    expect(newest([0.9, 1], [0.4, 20])).toEqual(['1 0.90', '20 0.40']);
  });

  test('is nothing where nothing was found', () => {
    expect(newest()).toEqual([]);
  });
});
