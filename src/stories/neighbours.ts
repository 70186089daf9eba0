import { languageTags } from '../language/index.ts';
import type { Glossary } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Dated } from './archive.ts';
import { closeness, profileOf, rarityOf, tellingTerms, viewOf } from './closeness.ts';
import type { Profile, Rarities } from './closeness.ts';
import { beginningsOf, createProfiles, stemmedAs } from './profiles.ts';
import type { ArticleStore, Candidate, Neighbour, Neighbourhood, Placed } from './store.ts';

/** Articles further apart than this tell different stories. */
const windowMilliseconds = 3 * 24 * 60 * 60 * 1000;
/** How many of an article's most telling terms its neighbours are looked for with, and how many neighbours. */
const probe = { terms: 8, neighbours: 4 };
/** The same across languages, where fewer of the terms are shared. */
const probeAcross = { terms: 8, neighbours: 5 };

/** After this many articles others get their turn. */
const comparedInATurn = 16;

/** What neighbours are found with. */
interface Parts {
  readonly store: Pick<ArticleStore, 'articles' | 'candidates'>;
  readonly glossary: Glossary;
  /** Lets whatever waits go first. */
  readonly turn: () => Promise<unknown>;
}

interface Profiled extends Placed {
  readonly profile: Profile;
}

/** Finds the neighbours of stored articles; see `ArticleStore.neighbours`. */
export function createNeighbours(parts: Parts): ArticleStore['neighbours'] {
  const profiles = createProfiles();

  return async (ids) => {
    const articles = (await parts.store.articles(ids)).map((candidate) => ({
      ...placeOf(candidate),
      profile: profileOf(candidate),
    }));
    const rarities = await findRarities(parts, articles);
    const found: Neighbourhood[] = [];
    for (const { profile, ...article } of articles) {
      if (found.length % comparedInATurn === 0) await parts.turn();
      const neighbours = await compare(parts, { ...article, profile }, rarities, profiles);
      found.push({ article, neighbours });
    }
    return found;
  };
}

/** The order of articles in time, the same however they arrived. */
export function byPublication(one: Dated, other: Dated): number {
  const byTime = one.publishedAt.getTime() - other.publishedAt.getTime();
  return byTime || (one.id < other.id ? -1 : 1);
}

/** Asks how rare all terms of these articles are in each language there are articles of, and what it calls them; once for all. */
async function findRarities(
  { store, glossary, turn }: Parts,
  articles: readonly Profiled[],
): Promise<Rarities> {
  const all = new Set(articles.flatMap(({ profile }) => [...profile.keys()]));
  const found = new Map<LanguageTag, (term: string) => number>();
  for (const language of languageTags) {
    await turn();
    const { total: stored } = await store.candidates({ language, concepts: [], limit: 0 });
    if (stored === 0) continue;
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
    found.set(language, (term) => rarities.get(term) ?? 0);
  }
  return found;
}

async function compare(
  { store, glossary }: Parts,
  { id, language: spoken, publishedAt, profile }: Profiled,
  rarities: Rarities,
  profiles: (candidate: Candidate) => Profile,
): Promise<readonly Neighbour[]> {
  const own = rarities.get(spoken) ?? (() => 0);
  const beginnings = beginningsOf(profile);
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
        const theirs = profiles(other);
        const compared = isAcross ? stemmedAs(spoken, theirs, beginnings) : theirs;
        return { ...placeOf(other), closeness: closeness(view, compared) };
      });
  });
  return (await Promise.all(found))
    .flat()
    .filter((neighbour) => neighbour.closeness >= 1)
    .toSorted((one, other) => other.closeness - one.closeness || byPublication(one, other));
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
