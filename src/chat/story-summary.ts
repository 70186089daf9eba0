import { headOf, quoteOf } from '../answers/answer.ts';
import type { LanguageTag, Lexicon } from '../language/index.ts';
import type { Story } from '../stories/article.ts';
import type { ArticleStore, StoredArticle } from '../stories/store.ts';
import { combine } from '../summaries/combine.ts';
import { translateTold } from '../summaries/translate-told.ts';
import type { SummarySentence } from './kiosk.ts';

/** A story's articles that a summary reads. */
const mostArticles = 12;

/**
 * Sums a story up from its articles in the reader's language, else in that of the first one; those in other languages say what
 * is agreed on.
 */
export async function summarizeStory(
  story: Story,
  sentences: number,
  language: LanguageTag,
  parts: { readonly articles: Pick<ArticleStore, 'articles'>; readonly lexicon: Pick<Lexicon, 'translate'> },
): Promise<readonly SummarySentence[]> {
  const standing = story.articles.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const spoken = standing.some((article) => article.language === language) ? language : story.lead.language;
  // Those that are shown come first: whatever else there is, they are read.
  const [shown, others] = [true, false].map((isShown) =>
    standing.filter((article) => (article.language === spoken) === isShown),
  );
  const ids = [...(shown ?? []), ...(others ?? [])].slice(0, mostArticles).map(({ id }) => id);
  const read = await parts.articles.articles(ids);
  const known = termsOf(read.filter(({ article }) => article.language === spoken));
  const told = read.map(({ article: { text, title, language }, analysis }) =>
    translateTold({ text, title, language, analysis }, spoken, parts.lexicon, known),
  );
  const combined = combine(told, sentences, (from) => read[from]?.article.language === spoken);
  return combined.flatMap(({ from, also, ...range }) => {
    const article = read[from]?.article;
    if (article === undefined) return [];
    const agreeing = also.flatMap((index) => read[index]?.article ?? []).map(headOf);
    return [{ article: headOf(article), sentence: quoteOf(article, range), also: agreeing }];
  });
}

function termsOf(read: readonly StoredArticle[]): ReadonlySet<string> {
  return new Set(
    read.flatMap(({ analysis }) =>
      [analysis.title, ...analysis.sentences.map(({ terms }) => terms)].flatMap((terms) => terms.split(' ')),
    ),
  );
}
