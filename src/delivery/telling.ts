import { quoteOf } from '../answers/answer.ts';
import type { Block, Span } from '../chat/message.ts';
import type { LanguageTag } from '../language/language.ts';
import type { ArticleHead, Story } from '../stories/article.ts';
import type { ArticleStore } from '../stories/store.ts';
import { summarize } from '../summaries/summarize.ts';
import type { Translate } from '../texts.ts';
import type { Part } from './outbox.ts';

/** A story as it is told in a post. */
export interface Tellable {
  readonly story: Pick<Story, 'id' | 'articles'>;
  /** The articles that it is told from, oldest first; one at least. */
  readonly articles: readonly ArticleHead[];
  /** True where the channel was told of the story before, and it moved on. */
  readonly isUpdate?: boolean;
}

/** Sources that are listed; how many there are is said besides. */
const mostListed = 8;

/** Tells stories in a few of their own sentences. */
export interface Teller {
  tell(tellable: Tellable, sentences: number, language: LanguageTag): Promise<Part>;
}

/** Sentences are chosen once for each version of an article. */
export function createTeller(parts: {
  readonly store: Pick<ArticleStore, 'articles'>;
  readonly translate: (language: LanguageTag) => Translate;
}): Teller {
  const { store, translate } = parts;
  const known = new Map<string, Promise<readonly string[]>>();

  async function choose(id: string, count: number): Promise<readonly string[]> {
    const [stored] = await store.articles([id]);
    if (stored === undefined) return [];
    const { article, analysis } = stored;
    const { text, language: spoken } = article;
    return summarize({ text, language: spoken, analysis }, count).map((range) => quoteOf(article, range));
  }

  function sentencesOf({ id, revision }: ArticleHead, count: number): Promise<readonly string[]> {
    const name = JSON.stringify([id, revision, count]);
    const chosen = known.get(name) ?? choose(id, count);
    known.set(name, chosen);
    return chosen;
  }

  return {
    async tell({ story, articles, isUpdate = false }, count, language) {
      const t = translate(language);
      const quoted = quotedOf(articles, language);
      const said = await sentencesOf(quoted, count);
      const { title, url, image } = quoted;
      const card: Block = {
        kind: 'card',
        title,
        to: url,
        ...(said.length > 0 && { body: quotes(said, quoted.language) }),
        note: [
          ...(isUpdate ? [{ strong: t('replies.digest.update') }, ' · '] : []),
          t('replies.told', { count: sourcesOf(articles).size, sources: listed(articles) }),
          ' · ',
          { date: lastOf(articles).publishedAt, style: 'time' },
          ...(quoted.correction === undefined ? [] : [' · ', t('replies.article.corrected')]),
        ],
        language: quoted.language,
        ...(image !== undefined && { image: { url: image, alt: title } }),
      };
      const told = {
        story: story.id,
        quoted: quoted.id,
        telling: articles.map(({ id }) => id),
        articles: story.articles.map(({ id, revision, withdrawnAt }) => ({
          id,
          revision,
          withdrawn: withdrawnAt !== undefined,
        })),
        ...(isUpdate && { isUpdate }),
      };
      return { blocks: [card], told };
    },
  };
}

/** The newest article in the channel's language, else the first of all: readers get the latest they can read. */
function quotedOf(articles: readonly ArticleHead[], language: LanguageTag): ArticleHead {
  const [first] = articles;
  const spoken = articles.findLast((article) => article.language === language) ?? first;
  if (spoken === undefined) throw new Error('a story without articles cannot be told');
  return spoken;
}

function lastOf(articles: readonly ArticleHead[]): ArticleHead {
  return articles.reduce((one, other) => (other.publishedAt > one.publishedAt ? other : one));
}

function quotes(sentences: readonly string[], language: LanguageTag): readonly Span[] {
  return sentences.flatMap((sentence, index) => [
    ...(index === 0 ? [] : [' ']),
    { quote: sentence, language },
  ]);
}

function sourcesOf(articles: readonly ArticleHead[]): ReadonlyMap<string, ReadonlySet<LanguageTag>> {
  const sources = new Map<string, Set<LanguageTag>>();
  for (const { source, language } of articles)
    sources.set(source, (sources.get(source) ?? new Set()).add(language));
  return sources;
}

/** "Harbour Post (en), Hafenblatt (de)" */
function listed(articles: readonly ArticleHead[]): string {
  const sources = [...sourcesOf(articles)];
  const first = sources.slice(0, mostListed);
  const named = first.map(([source, languages]) => `${source} (${[...languages].join(', ')})`);
  return [...named, ...(sources.length > mostListed ? ['…'] : [])].join(', ');
}
