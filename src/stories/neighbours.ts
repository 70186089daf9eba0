import { languageTags } from '../language/index.ts';
import type { Glossary } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Dated } from './archive.ts';
import { closeness, rarityOf, tellingTerms, viewOf } from './closeness.ts';
import type { Rarities } from './closeness.ts';
import { beginningsOf, createProfiles, soughtIn, stemmedAs, unfold } from './profiles.ts';
import type { Comparable, Kept } from './profiles.ts';
import type { ArticleStore, Candidates, Neighbour, Neighbourhood, Placed, TermQuery } from './store.ts';

/** Articles further apart than this tell different stories. */
const windowMilliseconds = 3 * 24 * 60 * 60 * 1000;
/** How many of an article's most telling terms its neighbours are looked for with, and how many neighbours. */
const probe = { terms: 8, neighbours: 4 };
/** The same across languages, where fewer of the terms are shared. */
const probeAcross = { terms: 8, neighbours: 5 };

/** After this many articles others get their turn. */
const comparedInATurn = 16;

interface Found extends Pick<Candidates, 'total' | 'frequencies'> {
  readonly candidates: readonly Comparable[];
}

/** What neighbours are found with. */
interface Parts {
  /** As in `ArticleStore`; what isn't compared may be missing. */
  readonly store: {
    articles(ids: readonly string[]): Promise<readonly Comparable[]>;
    candidates(query: TermQuery): Promise<Found>;
  };
  readonly glossary: Glossary;
  /** Lets whatever waits go first. */
  readonly turn: () => Promise<unknown>;
}

interface Profiled extends Placed {
  readonly profile: Kept;
}

/** Finds the neighbours of stored articles; see `ArticleStore.neighbours`. */
export function createNeighbours(parts: Parts): ArticleStore['neighbours'] {
  const profiles = createProfiles();

  return async (ids) => {
    const articles = (await parts.store.articles(ids)).map((candidate) => ({
      ...placeOf(candidate),
      profile: profiles(candidate),
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
  const all = new Set(articles.flatMap(({ profile }) => profile.terms));
  const found = new Map<LanguageTag, (term: string) => number>();
  for (const language of languageTags) {
    await turn();
    const { total: stored } = await store.candidates({ language, concepts: [], limit: 0 });
    if (stored === 0) continue;
    const asked = new Set(all);
    for (const { language: spoken, profile } of articles)
      if (spoken !== language)
        for (const term of profile.terms)
          for (const other of glossary.alternatives(term, spoken, language)) asked.add(other);
    const concepts = [{ terms: [...asked] }];
    const { frequencies, total } = await store.candidates({ language, concepts, limit: 0 });
    found.set(language, (term) => {
      const frequency = frequencies.get(term) ?? 0;
      return frequency === 0 ? 0 : rarityOf(frequency, total);
    });
  }
  return found;
}

async function compare(
  { store, glossary }: Parts,
  { id, language: spoken, publishedAt, profile: kept }: Profiled,
  rarities: Rarities,
  profiles: (candidate: Comparable) => Kept,
): Promise<readonly Neighbour[]> {
  const own = rarities.get(spoken) ?? (() => 0);
  const profile = unfold(kept);
  const beginnings = beginningsOf(kept.terms);
  const from = new Date(publishedAt.getTime() - windowMilliseconds);
  const to = new Date(publishedAt.getTime() + windowMilliseconds);
  const found = [...rarities].map(async ([language, rarity]) => {
    const isAcross = language !== spoken;
    const rarityInBoth = (term: string, alternatives: readonly string[], ownRarity: number) =>
      isAcross ? Math.min(ownRarity, commonest(rarity, term, alternatives)) : ownRarity;
    const alternatives = (term: string) => glossary.alternatives(term, spoken, language);
    const view = viewOf(profile, own, rarityInBoth, isAcross ? alternatives : undefined);
    const { terms, neighbours } = isAcross ? probeAcross : probe;
    const concepts = tellingTerms(view, terms).map((terms) => ({ terms }));
    if (concepts.length === 0) return [];
    const { candidates } = await store.candidates({ language, concepts, limit: neighbours, from, to });
    return candidates
      .filter(({ article }) => article.id !== id)
      .map((other) => {
        const theirs = profiles(other);
        const found = isAcross
          ? stemmedAs(spoken, theirs, view.byTerm, beginnings)
          : soughtIn(theirs, view.byTerm);
        return { ...placeOf(other), closeness: closeness(view, found, theirs.terms.length) };
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

function placeOf({ article: { id, publishedAt, language }, story, assigned }: Comparable): Placed {
  return { id, publishedAt, language, story, assigned };
}
