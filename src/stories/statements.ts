import { quotationsIn } from '../language/index.ts';
import type { Quotation } from '../language/index.ts';
import type { Range } from '../language/language.ts';
import type { Article, ArticleHead } from './article.ts';
import type { AnalysedSentence } from './analysis.ts';
import type { StoredArticle } from './store.ts';

/** What an article has somebody say. */
export interface Statement extends Range {
  readonly article: ArticleHead;
  /** Whether these are the speaker's own words, or the sentence of the article that tells them. */
  readonly manner: 'verbatim' | 'reported';
  /** The quotation as it stands in the article's text from `start` to `end`; of a piece of what was said, the sentence around it. */
  readonly text: string;
  /** Where in it the quotation stands, marks included. */
  readonly mark: Range;
  /** Who said it, as the article names them; undefined where it leaves that open. */
  readonly speaker?: string;
  /** The terms of the sentences it stands in. */
  readonly terms: ReadonlySet<string>;
}

const whole = /^.\s?["'“„«‘]?\p{Lu}/u;

/** What an article quotes, in its order, each quotation with its speaker where the article tells. */
export function statementsIn({
  article,
  analysis,
}: Pick<StoredArticle, 'article' | 'analysis'>): readonly Statement[] {
  const { text: _text, ...head } = article;
  return quotationsIn(article.text, article.language, analysis.sentences).map((quotation) => {
    const around = analysis.sentences.filter(
      ({ start, end }) => start < quotation.end && end > quotation.start,
    );
    const shown = shownOf(article, quotation, around);
    const { speaker } = quotation;
    return {
      ...shown,
      article: head,
      manner: 'verbatim',
      text: article.text.slice(shown.start, shown.end),
      mark: { start: quotation.start - shown.start, end: quotation.end - shown.start },
      terms: new Set(around.flatMap(({ terms }) => terms.split(' '))),
      ...(speaker && { speaker: article.text.slice(speaker.start, speaker.end) }),
    };
  });
}

/** A whole sentence speaks for itself; a piece of one needs the sentence around it. */
function shownOf(
  { text }: Pick<Article, 'text'>,
  { start, end }: Quotation,
  around: readonly AnalysedSentence[],
): Range {
  if (whole.test(text.slice(start, end))) return { start, end };
  return {
    start: Math.min(start, around[0]?.start ?? start),
    end: Math.max(end, around.at(-1)?.end ?? end),
  };
}
