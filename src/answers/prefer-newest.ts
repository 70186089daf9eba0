import { byWorth } from './rank.ts';
import type { RankedSentence } from './rank.ts';

/** What is published so long before the newest counts half as much of what its age may cost, in milliseconds … */
const halfLife = 7 * 24 * 60 * 60 * 1000;
/** … which is at most this share of its score. */
const most = 0.5;
/** What is worth less beside the best hardly speaks of it, and dates nothing. */
const closeness = 0.6;

/** Puts what was published last before what tells as much, best first: to whoever asks for news. */
export function preferNewest<entry extends RankedSentence>(ranked: readonly entry[]): readonly entry[] {
  const best = Math.max(0, ...ranked.map(({ score }) => score));
  const newest = Math.max(0, ...ranked.filter(({ score }) => score >= closeness * best).map(timeOf));
  return ranked
    .map((entry) => {
      const age = Math.max(0, newest - timeOf(entry));
      return { ...entry, score: entry.score * (1 - most + most * 2 ** (-age / halfLife)) };
    })
    .toSorted(byWorth);
}

function timeOf({ candidate }: RankedSentence): number {
  return candidate.article.publishedAt.getTime();
}
