import { reportsIn } from '../language/index.ts';
import type { Statement } from './statements.ts';
import type { StoredArticle } from './store.ts';

/** The sentences of an article that tell without quoting it what somebody said, in its order, each with its speaker. */
export function reportedIn({
  article,
  analysis,
}: Pick<StoredArticle, 'article' | 'analysis'>): readonly Statement[] {
  const { text, ...head } = article;
  return reportsIn(text, article.language, analysis.sentences).map(({ start, end, speaker }) => ({
    start,
    end,
    article: head,
    manner: 'reported',
    text: text.slice(start, end),
    mark: { start: 0, end: end - start },
    speaker: text.slice(speaker.start, speaker.end),
    terms: new Set(
      analysis.sentences
        .filter((sentence) => sentence.start === start)
        .flatMap(({ terms }) => terms.split(' ')),
    ),
  }));
}
