import { languageTags } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Dated } from './archive.ts';
import { closeness, profileOf, rarityOf, tellingTerms } from './closeness.ts';
import type { Profile, Rarities } from './closeness.ts';
import type { ArticleStore, Candidate, Neighbour, Neighbourhood, Placed } from './store.ts';

/** Articles further apart than this tell different stories. */
const windowMilliseconds = 3 * 24 * 60 * 60 * 1000;
/** How many of an article's most telling terms its neighbours are looked for with, and how many neighbours. */
const probe = { terms: 8, neighbours: 4 };

/** What is asked of a store. */
type Articles = Pick<ArticleStore, 'articles' | 'candidates'>;

interface Profiled extends Placed {
  readonly language: LanguageTag;
  readonly profile: Profile;
}

/** Finds the neighbours of some stored articles; see `ArticleStore.neighbours`. */
export async function findNeighbours(
  store: Articles,
  ids: readonly string[],
): Promise<readonly Neighbourhood[]> {
  const articles = (await store.articles(ids)).map((candidate) => ({
    ...placeOf(candidate),
    language: candidate.article.language,
    profile: profileOf(candidate),
  }));
  const rarities = await findRarities(store, articles);
  const found = articles.map(async ({ language, profile, ...article }) => ({
    article,
    neighbours: await compare(store, { ...article, language, profile }, rarities),
  }));
  return Promise.all(found);
}

/** The order of articles in time, the same however they arrived. */
export function byPublication(one: Dated, other: Dated): number {
  const byTime = one.publishedAt.getTime() - other.publishedAt.getTime();
  return byTime || (one.id < other.id ? -1 : 1);
}

/** Asks how rare all terms of these articles are in each language there are articles of, once for all of them. */
async function findRarities(store: Articles, articles: readonly Profiled[]): Promise<Rarities> {
  const terms = [...new Set(articles.flatMap(({ profile }) => [...profile.keys()]))];
  const concepts = terms.map((term) => ({ terms: [term] }));
  const found = languageTags.map(async (language) => {
    const { frequencies, total } = await store.candidates({ language, concepts, limit: 0 });
    const rarity = (term: string) => rarityOf(term, { frequencies, total });
    return total === 0 ? [] : [[language, rarity] as const];
  });
  return new Map((await Promise.all(found)).flat());
}

async function compare(
  store: Articles,
  { id, language: spoken, publishedAt, profile }: Profiled,
  rarities: Rarities,
): Promise<readonly Neighbour[]> {
  const own = rarities.get(spoken) ?? (() => 0);
  const from = new Date(publishedAt.getTime() - windowMilliseconds);
  const to = new Date(publishedAt.getTime() + windowMilliseconds);
  const found = [...rarities].map(async ([language, rarity]) => {
    const shared = language === spoken ? own : (term: string) => Math.min(own(term), rarity(term));
    const concepts = tellingTerms(profile, shared, probe.terms).map((term) => ({ terms: [term] }));
    if (concepts.length === 0) return [];
    const { candidates } = await store.candidates({ language, concepts, limit: probe.neighbours, from, to });
    return candidates
      .filter(({ article }) => article.id !== id)
      .map((other) => ({
        ...placeOf(other),
        closeness: closeness(profile, profileOf(other), own, shared, language === spoken),
      }));
  });
  return (await Promise.all(found))
    .flat()
    .filter((neighbour) => neighbour.closeness >= 1)
    .toSorted((one, other) => other.closeness - one.closeness || byPublication(one, other));
}

function placeOf({ article: { id, publishedAt }, story, assigned }: Candidate): Placed {
  return { id, publishedAt, story, assigned };
}
