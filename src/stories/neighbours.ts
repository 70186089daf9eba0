import { languageTags, termOf } from '../language/index.ts';
import type { Glossary } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Dated } from './archive.ts';
import { closeness, profileOf, rarityOf, tellingTerms } from './closeness.ts';
import type { Profile, Rarities, Rarity } from './closeness.ts';
import type { ArticleStore, Candidate, Neighbour, Neighbourhood, Placed, TermQuery } from './store.ts';

/** Articles further apart than this tell different stories. */
const windowMilliseconds = 3 * 24 * 60 * 60 * 1000;
/** How many of an article's most telling terms its neighbours are looked for with, and how many neighbours. */
const probe = { terms: 8, neighbours: 4 };
/** The same across languages, where fewer of the terms are shared. */
const probeAcross = { terms: 12, neighbours: 6 };

/** What is asked of a store. */
type Articles = Pick<ArticleStore, 'articles' | 'candidates'>;

interface Profiled extends Placed {
  readonly profile: Profile;
}

/** Finds the neighbours of some stored articles; see `ArticleStore.neighbours`. */
export async function findNeighbours(
  store: Articles,
  ids: readonly string[],
  glossary: Glossary,
): Promise<readonly Neighbourhood[]> {
  const articles = (await store.articles(ids)).map((candidate) => ({
    ...placeOf(candidate),
    profile: profileOf(candidate),
  }));
  const rarities = await findRarities(store, articles, glossary);
  const found = articles.map(async ({ profile, ...article }) => ({
    article,
    neighbours: await compare(store, { ...article, profile }, rarities, glossary),
  }));
  return Promise.all(found);
}

/** The order of articles in time, the same however they arrived. */
export function byPublication(one: Dated, other: Dated): number {
  const byTime = one.publishedAt.getTime() - other.publishedAt.getTime();
  return byTime || (one.id < other.id ? -1 : 1);
}

/** Asks how rare all terms of these articles are in each language there are articles of, and what it calls them; once for all. */
async function findRarities(
  store: Articles,
  articles: readonly Profiled[],
  glossary: Glossary,
): Promise<Rarities> {
  const all = new Set(articles.flatMap(({ profile }) => [...profile.keys()]));
  const totals = await Promise.all(
    languageTags.map(async (language) => {
      const { total } = await store.candidates({ language, concepts: [], limit: 0 });
      return total === 0 ? [] : [language];
    }),
  );
  const found = totals.flat().map(async (language) => {
    const asked = new Set(all);
    for (const { language: spoken, profile } of articles)
      if (spoken !== language)
        for (const term of profile.keys())
          for (const other of glossary.alternatives(term, spoken, language)) asked.add(other);
    const concepts = [...asked].map((term) => ({ terms: [term] }));
    const { frequencies, total } = await store.candidates({ language, concepts, limit: 0 });
    return [language, (term: string) => rarityOf(term, { frequencies, total })] as const;
  });
  return new Map(await Promise.all(found));
}

async function compare(
  store: Articles,
  article: Profiled,
  rarities: Rarities,
  glossary: Glossary,
): Promise<readonly Neighbour[]> {
  const own = rarities.get(article.language) ?? (() => 0);
  const found = [...rarities].map(([language, rarity]) =>
    language === article.language
      ? compareOwn(store, article, own)
      : compareAcross(store, article, own, language, rarity, glossary),
  );
  return (await Promise.all(found))
    .flat()
    .filter((neighbour) => neighbour.closeness >= 1)
    .toSorted((one, other) => other.closeness - one.closeness || byPublication(one, other));
}

/** Compares an article with those of its own language. */
async function compareOwn(store: Articles, article: Profiled, own: Rarity): Promise<readonly Neighbour[]> {
  const { language, profile } = article;
  const concepts = tellingTerms(profile, own, probe.terms).map((term) => ({ terms: [term] }));
  const near = await recall(store, article, { language, concepts, limit: probe.neighbours });
  return near.map((other) => ({
    ...placeOf(other),
    closeness: closeness(profile, profileOf(other), own, own),
  }));
}

/** Compares an article with those of another language, by what that calls its terms. */
async function compareAcross(
  store: Articles,
  article: Profiled,
  own: Rarity,
  language: LanguageTag,
  rarity: Rarity,
  glossary: Glossary,
): Promise<readonly Neighbour[]> {
  const { language: spoken, profile } = article;
  const alternatives = (term: string) => glossary.alternatives(term, spoken, language);
  const rarityThere = (term: string) => commonest([term, ...alternatives(term)].map(rarity));
  const both = (term: string) => Math.min(own(term), rarityThere(term));
  const concepts = tellingTerms(profile, both, probeAcross.terms).map((term) => ({
    terms: [term, ...alternatives(term)],
  }));
  const near = await recall(store, article, { language, concepts, limit: probeAcross.neighbours });
  return near.map((other) => ({
    ...placeOf(other),
    closeness: closeness(profile, stemmedAs(spoken, profileOf(other)), own, both, alternatives),
  }));
}

/** What a store holds of some concepts that was published near an article. */
async function recall(
  store: Articles,
  { id, publishedAt }: Profiled,
  query: Pick<TermQuery, 'language' | 'concepts' | 'limit'>,
): Promise<readonly Candidate[]> {
  if (query.concepts.length === 0) return [];
  const from = new Date(publishedAt.getTime() - windowMilliseconds);
  const to = new Date(publishedAt.getTime() + windowMilliseconds);
  const { candidates } = await store.candidates({ ...query, from, to });
  return candidates.filter(({ article }) => article.id !== id);
}

/** A profile in which names are found as another language's stemmer leaves them, too ("Regina", in French "regin"). */
function stemmedAs(language: LanguageTag, profile: Profile): Pick<Profile, 'get' | 'size'> {
  const names = new Map([...profile].map(([term, count]) => [termOf(term, language) ?? term, count]));
  return { size: profile.size, get: (term) => profile.get(term) ?? names.get(term) };
}

/** The rarity of the commonest of some terms that occur at all. */
function commonest(rarities: readonly number[]): number {
  return rarities.reduce((least, each) => (each > 0 && (least === 0 || each < least) ? each : least), 0);
}

function placeOf({ article: { id, publishedAt, language }, story, assigned }: Candidate): Placed {
  return { id, publishedAt, language, story, assigned };
}
