import type { LanguageTag, Lexicon } from '../language/index.ts';
import type { Story } from '../stories/article.ts';
import type { ArticleStore, StoredArticle } from '../stories/store.ts';
import type { Told } from '../summaries/sentences.ts';
import { translateTold } from '../summaries/translate-told.ts';

/** What is needed to read a story's articles. */
export interface StoryReadingParts {
  readonly articles: Pick<ArticleStore, 'articles'>;
  readonly lexicon: Pick<Lexicon, 'translate'>;
}

/** A story's articles, read to be told. */
export interface StoryReading {
  /** The language it is told in: the reader's, where an article is in it. */
  readonly spoken: LanguageTag;
  readonly read: readonly StoredArticle[];
  /** The same, in the terms of that language. */
  readonly told: readonly Told[];
}

/** Reads a story's articles, those in the reader's language first, as many as asked for at the most; what was withdrawn is left out. */
export async function readStory(
  story: Story,
  most: number,
  language: LanguageTag,
  parts: StoryReadingParts,
): Promise<StoryReading> {
  const standing = story.articles.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const spoken = standing.some((article) => article.language === language) ? language : story.lead.language;
  // Those that are shown come first: whatever else there is, they are read.
  const [shown = [], others = []] = [true, false].map((isShown) =>
    standing.filter((article) => (article.language === spoken) === isShown),
  );
  const ids = [...shown, ...others].slice(0, most).map(({ id }) => id);
  const read = await parts.articles.articles(ids);
  const known = termsOf(read.filter(({ article }) => article.language === spoken));
  const told = read.map(({ article: { text, title, language: own }, analysis }) =>
    translateTold({ text, title, language: own, analysis }, spoken, parts.lexicon, known),
  );
  return { spoken, read, told };
}

function termsOf(read: readonly StoredArticle[]): ReadonlySet<string> {
  return new Set(
    read.flatMap(({ analysis }) =>
      [analysis.title, ...analysis.sentences.map(({ terms }) => terms)].flatMap((terms) => terms.split(' ')),
    ),
  );
}
