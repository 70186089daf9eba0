import { holdsPart, splitCompound } from '../../src/language/compounds.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { analyse, compoundParts } from '../../src/stories/analyse.ts';
import type { Article } from '../../src/stories/article.ts';
import type { ArticleStore, Period, StoredArticle } from '../../src/stories/store.ts';

const mostCompounds = 12;

/** An article store in memory that looks at every article for every question. */
export function createFakeArticleStore(): ArticleStore {
  const stored = new Map<string, StoredArticle>();

  const inLanguage = (language: LanguageTag) =>
    [...stored.values()].filter(({ article }) => article.language === language);

  function frequencyOfWord(language: LanguageTag): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { article } of inLanguage(language)) {
      for (const word of compoundParts(article)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return counts;
  }

  return {
    async add(articles) {
      return articles.map((article) => {
        const known = stored.get(article.id);
        const isSame =
          known !== undefined && known.article.title === article.title && known.article.text === article.text;
        const revision = known === undefined ? 1 : known.article.revision + (isSame ? 0 : 1);
        const publishedAt = known?.article.publishedAt ?? article.publishedAt;
        stored.set(article.id, {
          article: { ...article, publishedAt, revision },
          story: known?.story ?? article.id,
          assigned: known?.assigned ?? false,
          analysis: analyse(article),
        });
        return {
          id: article.id,
          outcome: known === undefined ? 'new' : isSame ? 'known' : 'revised',
          assigned: known?.assigned ?? false,
        };
      });
    },

    async candidates(query) {
      const all = inLanguage(query.language).map((candidate) => ({ candidate, terms: termsOf(candidate) }));
      const frequencies = new Map(
        query.concepts
          .flatMap(({ terms }) => terms)
          .map((term) => [term, all.filter(({ terms }) => terms.includes(term)).length]),
      );
      const worth = ({ terms }: { terms: readonly string[] }) =>
        query.concepts
          .filter((concept) => concept.terms.some((term) => terms.includes(term)))
          .map((concept) => 1 / Math.max(...concept.terms.map((term) => frequencies.get(term) ?? 0)))
          .reduce((sum, rarity) => sum + rarity, 0);
      const candidates = all
        .filter((each) => worth(each) > 0 && isWithin(query, each.candidate.article))
        .sort((one, other) => worth(other) - worth(one))
        .slice(0, query.limit)
        .map(({ candidate }) => candidate);
      const length = all.reduce((sum, { terms }) => sum + terms.length, 0);
      return { total: all.length, meanLength: length / (all.length || 1), frequencies, candidates };
    },

    async articles(ids) {
      return ids.flatMap((id) => stored.get(id) ?? []);
    },

    async assign(assignments) {
      for (const { article, story } of assignments) {
        const known = stored.get(article);
        if (known !== undefined) stored.set(article, { ...known, story, assigned: true });
      }
    },

    async stories(query) {
      const { ids, articles, languages } = query;
      const storiesOf = (articles ?? []).flatMap((id) => stored.get(id)?.story ?? []);
      const named = new Set([...(ids ?? []), ...storiesOf]);
      const groups = Map.groupBy(stored.values(), ({ story }) => story);
      return [...groups]
        .filter(([id]) => (ids === undefined && articles === undefined) || named.has(id))
        .map(([id, members]) => {
          const heads = members
            .map(({ article: { text: _text, ...head } }) => head)
            .sort((one, other) => one.publishedAt.getTime() - other.publishedAt.getTime());
          return { id, heads };
        })
        .filter(({ heads }) =>
          heads.some((head) => isWithin(query, head) && (languages?.includes(head.language) ?? true)),
        )
        .flatMap(({ id, heads }) => {
          const [lead] = heads;
          const updatedAt = heads.at(-1)?.publishedAt;
          return lead === undefined || updatedAt === undefined
            ? []
            : { id, lead, articles: heads, updatedAt };
        })
        .sort((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime())
        .slice(0, query.limit);
    },

    async compounds(language, word) {
      const counts = frequencyOfWord(language);
      const frequency = (part: string) => counts.get(part) ?? 0;
      const parts = splitCompound(word, language, frequency);
      const wholes = [...counts.keys()]
        .filter((whole) => holdsPart(whole, word, language, frequency))
        .sort((one, other) => frequency(other) - frequency(one) || (one < other ? -1 : 1));
      return { wholes: wholes.slice(0, mostCompounds), parts: parts.length > 1 ? parts : [] };
    },
  };
}

function termsOf({ analysis }: StoredArticle): readonly string[] {
  return [analysis.title, ...analysis.sentences.map(({ terms }) => terms)]
    .join(' ')
    .split(' ')
    .filter((term) => term !== '');
}

function isWithin({ from, to }: Period, { publishedAt }: Pick<Article, 'publishedAt'>): boolean {
  return (from === undefined || publishedAt >= from) && (to === undefined || publishedAt < to);
}
