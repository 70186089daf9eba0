import type { ArticleHead } from '../stories/article.ts';
import type { Statement } from '../stories/statements.ts';
import type { Translate } from '../texts.ts';
import type { Block, Span } from './message.ts';
import { marked, sourcesOf } from './replies.ts';

/** What somebody said: who, their words, and where and when they stand; of a piece of it, the sentence around it. */
export function quoteCard(
  statement: Statement & { readonly also: readonly ArticleHead[] },
  t: Translate,
): Block {
  const { article, manner, text, mark, speaker, also } = statement;
  const { title, url, source, language, publishedAt } = article;
  const others = sourcesOf(also).filter((other) => other !== source);
  const isPiece = mark.start > 0 || mark.end < text.length;
  const note: Span[] = [
    source,
    ' · ',
    { date: publishedAt, style: 'date' },
    ...(speaker === undefined ? [] : [' · ', title]),
    ...(others.length === 0 ? [] : [' · ', t('replies.alsoIn', { sources: others.join(', ') })]),
  ];
  return {
    kind: 'card',
    title: speaker ?? title,
    to: url,
    // What a speaker's name stands over must not look like their own words.
    body: manner === 'reported' ? text : { quote: isPiece ? marked(text, mark) : text, language },
    note,
    language,
  };
}
