import { languageTags, termOf } from '../language/index.ts';
import type { Glossary } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Dated } from './archive.ts';
import { closeness, profileOf, rarityOf, tellingTerms } from './closeness.ts';
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
          for (const other of alternativesOf(term, spoken, language, glossary)) asked.add(other);
    const concepts = [...asked].map((term) => ({ terms: [term] }));
    const { frequencies, total } = await store.candidates({ language, concepts, limit: 0 });
    return [language, (term: string) => rarityOf(term, { frequencies, total })] as const;
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
    const isOther = language !== spoken;
    const alternatives = isOther
      ? (term: string) => glossary.alternatives(term, spoken, language)
      : undefined;
    const rarityThere = (term: string) => commonest([term, ...(alternatives?.(term) ?? [])].map(rarity));
    const shared = isOther ? (term: string) => Math.min(own(term), rarityThere(term)) : own;
    const { terms, neighbours } = isOther ? probeAcross : probe;
    const concepts = tellingTerms(profile, shared, terms).map((term) => ({
      terms: [term, ...(alternatives?.(term) ?? [])],
    }));
    if (concepts.length === 0) return [];
    const { candidates } = await store.candidates({ language, concepts, limit: neighbours, from, to });
    return candidates
      .filter(({ article }) => article.id !== id)
      .map((other) => ({
        ...placeOf(other),
        closeness: closeness(
          profile,
          isOther ? stemmedAs(spoken, profileOf(other)) : profileOf(other),
          own,
          shared,
          alternatives,
        ),
      }));
  });
  return (await Promise.all(found))
    .flat()
    .filter((neighbour) => neighbour.closeness >= 1)
    .toSorted((one, other) => other.closeness - one.closeness || byPublication(one, other));
}

/** What another language calls a term; a name has lost what its stemmer takes for an ending ("Mirabel", in French "mirab"). */
function alternativesOf(
  term: string,
  from: LanguageTag,
  to: LanguageTag,
  glossary: Glossary,
): readonly string[] {
  const known = glossary.alternatives(term, from, to);
  const name = termOf(term, to);
  return name === undefined || name === term || known.includes(name) ? known : [...known, name];
}

/** A profile in which names are found as another language's stemmer leaves them, too. */
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
