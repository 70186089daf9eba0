import { holdsPart, splitCompound } from '../../src/language/compounds.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { loadGlossary } from '../../src/lexicon.ts';
import { analyse, compoundParts } from '../../src/stories/analyse.ts';
import type { Archive, Version } from '../../src/stories/archive.ts';
import type { Article, NewArticle } from '../../src/stories/article.ts';
import { byPublication, createNeighbours } from '../../src/stories/neighbours.ts';
import type { Added, ArticleStore, Period, StoredArticle } from '../../src/stories/store.ts';
import { areTwins, printOf, twinWindow } from '../../src/stories/twins.ts';

const mostCompounds = 12;
const glossary = loadGlossary();

/** A store of articles in memory that looks at every article for every question, and what keeps them in order. */
export interface FakeStore {
  readonly articles: ArticleStore;
  readonly archive: Archive;
}

/** An article store in memory. */
export function createFakeArticleStore(): ArticleStore {
  return createFakeStore().articles;
}

/** Both ports over the same articles. */
export function createFakeStore(): FakeStore {
  const stored = new Map<string, StoredArticle>();
  const names = new Map<string, string>();
  const versions = new Map<string, readonly Version[]>();
  return {
    articles: createArticles(stored, names, versions),
    archive: createArchive(stored, names, versions),
  };
}

function createArchive(
  stored: Map<string, StoredArticle>,
  names: ReadonlyMap<string, string>,
  versions: Map<string, readonly Version[]>,
): Archive {
  const idOf = (name: string) => (stored.has(name) ? name : (names.get(name) ?? name));
  return {
    versions: async (name) => versions.get(idOf(name)) ?? [],
    async withdraw(name, at) {
      const id = idOf(name);
      const known = stored.get(id);
      if (known === undefined || known.article.withdrawnAt !== undefined) return false;
      stored.set(id, { ...known, article: { ...known.article, withdrawnAt: at } });
      return true;
    },
    async pending(arrivedSince, limit) {
      const waiting = [...stored.values()].filter(({ assigned }) => !assigned);
      const arrived = [...stored.values()].filter(
        ({ assigned, article }) => assigned && article.arrivedAt >= arrivedSince,
      );
      return (waiting.length === 0 ? [] : [...waiting, ...arrived])
        .slice(0, limit)
        .map(({ article: { id, publishedAt } }) => ({ id, publishedAt }));
    },
    async prune(arrivedBefore) {
      const groups = Map.groupBy(stored.values(), ({ story }) => story);
      const old = [...groups.values()].filter((members) =>
        members.every(({ article }) => article.arrivedAt < arrivedBefore),
      );
      const ids = old.flat().map(({ article }) => article.id);
      for (const id of ids) {
        stored.delete(id);
        versions.delete(id);
      }
      return ids.length;
    },
  };
}

function outcomeOf(known: StoredArticle, article: NewArticle, isTwin: boolean): Added['outcome'] {
  if (isTwin || (known.article.complete && !article.complete)) return 'known';
  if (article.complete && !known.article.complete) return 'completed';
  const { title, text, withdrawnAt } = known.article;
  return title === article.title && text === article.text && withdrawnAt === undefined ? 'known' : 'revised';
}

function merge(known: StoredArticle, article: NewArticle, outcome: Added['outcome']): StoredArticle {
  const { names: _names, ...given } = article;
  const { id, url, source, publishedAt, arrivedAt, news, revision } = known.article;
  const isOwn = article.names === undefined;
  const kept = { id, publishedAt, arrivedAt, news, ...(!isOwn && { url, source }) };
  const isWhole = article.complete || !known.article.complete;
  const image = article.image ?? (isOwn ? undefined : known.article.image);
  const authors = isOwn || article.authors.length > 0 ? article.authors : known.article.authors;
  const { image: _image, ...rest } = outcome === 'known' && !(isOwn && isWhole) ? known.article : given;
  return {
    ...known,
    article: {
      ...rest,
      ...kept,
      authors,
      ...(image !== undefined && { image }),
      revision: revision + (outcome === 'revised' ? 1 : 0),
    },
    assigned: known.assigned && outcome !== 'completed',
    analysis: analyse(rest),
  };
}

function createArticles(
  stored: Map<string, StoredArticle>,
  names: Map<string, string>,
  versions: Map<string, readonly Version[]>,
): ArticleStore {
  const inLanguage = (language: LanguageTag) =>
    [...stored.values()].filter(
      ({ article }) => article.language === language && article.withdrawnAt === undefined,
    );
  const storiesOf = (some: readonly string[]) => some.flatMap((id) => find(id)?.story ?? []);
  const find = (id: string) => stored.get(id) ?? stored.get(names.get(id) ?? '');

  function frequencyOfWord(language: LanguageTag): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { article } of inLanguage(language)) {
      for (const word of compoundParts(article)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return counts;
  }

  function recognise(article: NewArticle): { known: StoredArticle | undefined; isTwin: boolean } {
    const own = article.names === undefined ? stored.get(article.id) : undefined;
    const named =
      article.names && [article.id, ...article.names].map(find).find((known) => known !== undefined);
    const known = own ?? named;
    if (known !== undefined || article.names === undefined) return { known, isTwin: false };
    const twin = [...stored.values()].find(
      ({ article: other }) =>
        printOf(other).publisher === printOf(article).publisher &&
        Math.abs(other.publishedAt.getTime() - article.publishedAt.getTime()) <= twinWindow &&
        areTwins(other.text, article.text),
    );
    return { known: twin, isTwin: twin !== undefined };
  }

  function addOne(article: NewArticle): Added {
    const { names: given, ...rest } = article;
    const { known, isTwin } = recognise(article);
    const id = known?.article.id ?? article.id;
    for (const name of given === undefined ? [] : [article.id, ...given])
      if (!names.has(name)) names.set(name, id);
    const { title, text, arrivedAt } = article;
    if (known === undefined) {
      const analysis = analyse(article);
      stored.set(id, { article: { ...rest, revision: 1 }, story: id, assigned: false, analysis });
      versions.set(id, [{ revision: 1, title, text, readAt: arrivedAt }]);
      return { id, outcome: 'new', assigned: false };
    }
    const outcome = outcomeOf(known, article, isTwin);
    const merged = merge(known, article, outcome);
    stored.set(id, merged);
    const { revision } = merged.article;
    const before = versions.get(id) ?? [];
    if (outcome === 'revised') versions.set(id, [...before, { revision, title, text, readAt: arrivedAt }]);
    const last = before.at(-1);
    if (outcome === 'completed' && last) versions.set(id, [...before.slice(0, -1), { ...last, title, text }]);
    return { id, outcome, assigned: merged.assigned };
  }

  const neighbours = createNeighbours({
    store: { articles: (ids) => store.articles(ids), candidates: (query) => store.candidates(query) },
    glossary,
    turn: async () => undefined,
  });
  const store: ArticleStore = {
    async add(articles) {
      return articles.map(addOne);
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
        .sort(
          (one, other) =>
            worth(other) - worth(one) || byPublication(one.candidate.article, other.candidate.article),
        )
        .slice(0, query.limit)
        .map(({ candidate }) => candidate);
      const length = all.reduce((sum, { terms }) => sum + terms.length, 0);
      return { total: all.length, meanLength: length / (all.length || 1), frequencies, candidates };
    },

    async articles(ids) {
      return ids.flatMap((id) => find(id) ?? []);
    },

    async assign(assignments) {
      for (const { article, story } of assignments) {
        const known = stored.get(article);
        if (known !== undefined) stored.set(article, { ...known, story, assigned: true });
      }
    },

    async stories(query) {
      const { ids, articles, languages, newsSince } = query;
      const groups = Map.groupBy(stored.values(), ({ story }) => story);
      const named = new Set([
        ...(ids ?? []).flatMap((id) => (groups.has(id) ? [id] : storiesOf([id]))),
        ...storiesOf(articles ?? []),
      ]);
      const isNews = ({ article }: StoredArticle) =>
        newsSince === undefined ||
        (article.news && article.arrivedAt >= newsSince && article.withdrawnAt === undefined);
      return [...groups]
        .filter(([id]) => (ids === undefined && articles === undefined) || named.has(id))
        .filter(([, members]) => members.some(isNews))
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
          const lead = heads.find(({ withdrawnAt }) => withdrawnAt === undefined) ?? heads[0];
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

    neighbours,
  };
  return store;
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
