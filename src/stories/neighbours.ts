import { languageTags } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Dated } from './archive.ts';
import { closeness, profileOf, rarityOf, tellingTerms } from './closeness.ts';
import type { Profile, Rarities } from './closeness.ts';
import type { ArticleStore, Candidate } from './store.ts';

/** Articles further apart than this tell different stories. */
const windowMilliseconds = 3 * 24 * 60 * 60 * 1000;
/** How many of an article's most telling terms its neighbours are looked for with, and how many neighbours. */
const probe = { terms: 8, neighbours: 4 };
const askedAtOnce = 64;

/** A stored article and where it belongs, without its words. */
export interface Placed extends Dated {
  readonly story: string;
  /** False until `assign` has said which story it belongs to. */
  readonly assigned: boolean;
}

/** An article that is like another one. */
export interface Neighbour extends Placed {
  /** From 1, where both just tell the same story. */
  readonly closeness: number;
}

/** A stored article with those that are like enough to tell the same story, the closest first. */
export interface Neighbourhood {
  readonly article: Placed;
  readonly neighbours: readonly Neighbour[];
}

interface Profiled extends Placed {
  readonly language: LanguageTag;
  readonly profile: Profile;
}

/** Finds the neighbours of some stored articles, in their order; what isn't stored is left out. */
export async function findNeighbours(
  store: ArticleStore,
  ids: readonly string[],
): Promise<readonly Neighbourhood[]> {
  const found: Neighbourhood[] = [];
  for (let next = 0; next < ids.length; next += askedAtOnce) {
    const articles = (await store.articles(ids.slice(next, next + askedAtOnce))).map((candidate) => ({
      ...placeOf(candidate),
      language: candidate.article.language,
      profile: profileOf(candidate),
    }));
    const rarities = await findRarities(store, articles);
    const compared = articles.map(async ({ language, profile, ...article }) => ({
      article,
      neighbours: await compare(store, { ...article, language, profile }, rarities),
    }));
    found.push(...(await Promise.all(compared)));
  }
  return found;
}

/** The order of articles in time, the same however they arrived. */
export function byPublication(one: Dated, other: Dated): number {
  const byTime = one.publishedAt.getTime() - other.publishedAt.getTime();
  return byTime || (one.id < other.id ? -1 : 1);
}

/** Asks how rare all terms of these articles are, once for all of them. */
async function findRarities(store: ArticleStore, articles: readonly Profiled[]): Promise<Rarities> {
  const terms = [...new Set(articles.flatMap(({ profile }) => [...profile.keys()]))];
  const concepts = terms.map((term) => ({ terms: [term] }));
  const found = languageTags.map(async (language) => {
    const { frequencies, total } = await store.candidates({ language, concepts, limit: 0 });
    return [language, (term: string) => rarityOf(term, { frequencies, total })] as const;
  });
  return new Map(await Promise.all(found));
}

async function compare(
  store: ArticleStore,
  { id, language: spoken, publishedAt, profile }: Profiled,
  rarities: Rarities,
): Promise<readonly Neighbour[]> {
  const own = rarities.get(spoken) ?? (() => 0);
  const from = new Date(publishedAt.getTime() - windowMilliseconds);
  const to = new Date(publishedAt.getTime() + windowMilliseconds);
  const found = languageTags.map(async (language) => {
    const shared = (term: string) => Math.min(own(term), rarities.get(language)?.(term) ?? 0);
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

/** What is kept of an article: thousands are grouped at once, and their words are only needed to compare them. */
function placeOf({ article: { id, publishedAt }, story, assigned }: Candidate): Placed {
  return { id, publishedAt, story, assigned };
}
