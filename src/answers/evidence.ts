import type { AskedKind } from '../language/index.ts';
import type { ArticleStore } from '../stories/store.ts';
import { quoteOf } from './answer.ts';
import type { Evidence } from './answer.ts';
import { byWorth } from './rank.ts';
import type { RankedSentence } from './rank.ts';
import { findShortAnswer } from './short-answer.ts';

/** A ranked sentence that was read where it stands. */
export interface ReadSentence extends RankedSentence {
  readonly evidence: Evidence;
}

/** Reads sentences where they stand, for what is asked, best first; one whose article was revised meanwhile is left out. */
export async function readEvidence(
  ranked: readonly RankedSentence[],
  asked: AskedKind | undefined,
  store: Pick<ArticleStore, 'articles'>,
): Promise<readonly ReadSentence[]> {
  const ids = new Set(ranked.map(({ candidate }) => candidate.article.id));
  const stored = new Map((await store.articles([...ids])).map(({ article }) => [article.id, article]));
  const read = ranked.flatMap((entry) => {
    const { article: head, analysis, story } = entry.candidate;
    const article = stored.get(head.id);
    const place = analysis.sentences[entry.index];
    if (article === undefined || place === undefined || article.revision !== head.revision) return [];
    const { start, end } = place;
    const sentence = quoteOf(article, { start, end });
    const { score: bonus, mark } = findShortAnswer(sentence, head.language, asked, entry.weighing);
    const score = entry.score + bonus;
    const { isThin } = entry;
    const evidence = { article: head, story, sentence, start, end, score, isThin, ...(mark && { mark }) };
    return [{ ...entry, score, evidence }];
  });
  return read.sort(byWorth);
}
