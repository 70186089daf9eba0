import { languageTags, termOf } from '../language/index.ts';
import type { Glossary } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Dated } from './archive.ts';
import { closeness, profileOf, rarityOf, tellingTerms, viewOf } from './closeness.ts';
import type { Profile, Rarities } from './closeness.ts';
import type { ArticleStore, Candidate, Neighbour, Neighbourhood, Placed } from './store.ts';

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
    const concepts = [{ terms: [...asked] }];
    const { frequencies, total } = await store.candidates({ language, concepts, limit: 0 });
    const rarities = new Map<string, number>();
    for (const [term, frequency] of frequencies)
      if (frequency > 0) rarities.set(term, rarityOf(frequency, total));
    return [language, (term: string) => rarities.get(term) ?? 0] as const;
  });
  return new Map(await Promise.all(found));
}

async function compare(
  store: Articles,
  { id, language: spoken, publishedAt, profile }: Profiled,
  rarities: Rarities,
  glossary: Glossary,
): Promise<readonly Neighbour[]> {
  const own = rarities.get(spoken) ?? (() => 0);
  const from = new Date(publishedAt.getTime() - windowMilliseconds);
  const to = new Date(publishedAt.getTime() + windowMilliseconds);
  const found = [...rarities].map(async ([language, rarity]) => {
    const isAcross = language !== spoken;
    const rarityInBoth = (term: string, alternatives: readonly string[]) =>
      Math.min(own(term), commonest(rarity, term, alternatives));
    const view = isAcross
      ? viewOf(profile, own, rarityInBoth, (term) => glossary.alternatives(term, spoken, language))
      : viewOf(profile, own, own);
    const { terms, neighbours } = isAcross ? probeAcross : probe;
    const concepts = tellingTerms(view, terms).map((terms) => ({ terms }));
    if (concepts.length === 0) return [];
    const { candidates } = await store.candidates({ language, concepts, limit: neighbours, from, to });
    return candidates
      .filter(({ article }) => article.id !== id)
      .map((other) => {
        const theirs = profileOf(other);
        return {
          ...placeOf(other),
          closeness: closeness(view, isAcross ? stemmedAs(spoken, theirs) : theirs),
        };
      });
  });
  return (await Promise.all(found))
    .flat()
    .filter((neighbour) => neighbour.closeness >= 1)
    .toSorted((one, other) => other.closeness - one.closeness || byPublication(one, other));
}

/** A profile in which names are found as another language's stemmer leaves them, too. */
function stemmedAs(language: LanguageTag, profile: Profile): Pick<Profile, 'get' | 'size'> {
  const names = new Map([...profile].map(([term, count]) => [termOf(term, language) ?? term, count]));
  return { size: profile.size, get: (term) => profile.get(term) ?? names.get(term) };
}

/** The rarity of the commonest of some terms that occur at all. */
function commonest(rarity: (term: string) => number, term: string, others: readonly string[]): number {
  let least = rarity(term);
  for (const other of others) {
    const each = rarity(other);
    if (each > 0 && (least === 0 || each < least)) least = each;
  }
  return least;
}

function placeOf({ article: { id, publishedAt, language }, story, assigned }: Candidate): Placed {
  return { id, publishedAt, language, story, assigned };
}
