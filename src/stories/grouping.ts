import { languageTags } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { ArticleHead } from './article.ts';
import type { Assignment, ArticleStore, Candidate, Candidates } from './store.ts';

/** Articles further apart than this tell different stories. */
const windowMilliseconds = 3 * 24 * 60 * 60 * 1000;
/** How many of an article's most telling terms its neighbours are looked for with, and how many neighbours. */
const probe = { terms: 8, neighbours: 4 };
const askedAtOnce = 64;
/** Sentences from the start of an article that say what it is about; after them come backgrounds. */
const openingSentences = 18;
/** A title's word counts as much as this many in the text. */
const titleWeight = 3;
/**
 * Cosine of two articles' weighted terms from which they tell one story. Across languages only names, numbers and
 * cognates are shared, so less is asked, but of several terms. Set on development data.
 */
const alike = { sameLanguage: 0.27, acrossLanguages: 0.06, termsAcrossLanguages: 6 };

/** How often an article's title and opening use each term, the title's weighted. */
type Profile = ReadonlyMap<string, number>;

/** How rare terms are in each language. */
type Rarities = ReadonlyMap<LanguageTag, (term: string) => number>;

/** An article's id and when it was published. */
export type Dated = Pick<ArticleHead, 'id' | 'publishedAt'>;

interface Profiled {
  readonly candidate: Candidate;
  readonly profile: Profile;
}

/**
 * Puts each article into the story of the article closest to it in time and words, or leaves it a story of its own. Who is
 * closest depends on what is stored alone, so what arrives together is grouped the same however it was ordered.
 */
export async function groupArticles(
  store: ArticleStore,
  articles: readonly Dated[],
): Promise<readonly Assignment[]> {
  const ordered = articles.toSorted(byPublication).map(({ id }) => id);
  const arriving = new Set(ordered);
  const closest = new Map<string, Candidate | undefined>();
  for (let next = 0; next < ordered.length; next += askedAtOnce) {
    for (const { id, alike } of await findAlike(store, ordered.slice(next, next + askedAtOnce))) {
      // A story that is there already comes first: what arrives together must not start another beside it. What is stored
      // but waits to be grouped itself will find this one in its turn.
      closest.set(
        id,
        alike.find(({ assigned }) => assigned) ?? alike.find(({ article }) => arriving.has(article.id)),
      );
    }
  }
  const stories = followLinks(
    ordered.filter((id) => closest.has(id)),
    closest,
  );
  const assignments = [...stories].map(([article, story]) => ({ article, story }));
  await store.assign(assignments);
  return assignments;
}

/**
 * Follows each article to the one closest to it and on from there: to one that has its story already, or round in a ring of
 * articles that are closest to each other, whose first one names the story.
 */
function followLinks(
  ordered: readonly string[],
  closest: ReadonlyMap<string, Candidate | undefined>,
): ReadonlyMap<string, string> {
  const stories = new Map<string, string>();
  for (const id of ordered) {
    const path: string[] = [];
    let at: string | undefined = id;
    let story: string | undefined;
    while (at !== undefined && story === undefined) {
      path.push(at);
      const next: Candidate | undefined = closest.get(at);
      at = next?.article.id;
      if (next === undefined || at === undefined) break;
      if (!closest.has(at)) story = next.story;
      else if (stories.has(at)) story = stories.get(at);
      else if (path.includes(at)) break;
    }
    // What begins at the earliest article and ends in a ring or alone is named by that article.
    for (const each of path) stories.set(each, story ?? id);
  }
  return stories;
}

function byPublication(one: Dated, other: Dated): number {
  const byTime = one.publishedAt.getTime() - other.publishedAt.getTime();
  return byTime || (one.id < other.id ? -1 : 1);
}

/** For each of some articles those that are like enough to tell the same story, the closest first. */
async function findAlike(
  store: ArticleStore,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly alike: readonly Candidate[] }[]> {
  const articles = (await store.articles(ids)).map((candidate) => ({
    candidate,
    profile: profileOf(candidate),
  }));
  const rarities = await findRarities(store, articles);
  return Promise.all(
    articles.map(async (article) => ({
      id: article.candidate.article.id,
      alike: await compareNeighbours(store, article, rarities),
    })),
  );
}

/** Asks how rare all terms of these articles are, once for all of them. */
async function findRarities(store: ArticleStore, articles: readonly Profiled[]): Promise<Rarities> {
  const terms = [...new Set(articles.flatMap(({ profile }) => [...profile.keys()]))];
  const concepts = terms.map((term) => ({ terms: [term] }));
  const found = languageTags.map(async (language) => {
    const known = await store.candidates({ language, concepts, limit: 0 });
    const rarities = new Map(terms.map((term) => [term, rarity(term, known)]));
    return [language, (term: string) => rarities.get(term) ?? 0] as const;
  });
  return new Map(await Promise.all(found));
}

/** The neighbours of one article that are like enough, the closest first. */
async function compareNeighbours(
  store: ArticleStore,
  { candidate, profile }: Profiled,
  rarities: Rarities,
): Promise<readonly Candidate[]> {
  const { id, language: spoken, publishedAt } = candidate.article;
  const own = rarities.get(spoken) ?? (() => 0);
  const from = new Date(publishedAt.getTime() - windowMilliseconds);
  const to = new Date(publishedAt.getTime() + windowMilliseconds);
  const found = await Promise.all(
    languageTags.map(async (language) => {
      const shared = (term: string) => Math.min(own(term), rarities.get(language)?.(term) ?? 0);
      const concepts = tellingTerms(profile, shared).map((term) => ({ terms: [term] }));
      const { candidates } = await store.candidates({
        language,
        concepts,
        limit: probe.neighbours,
        from,
        to,
      });
      return candidates
        .filter(({ article }) => article.id !== id)
        .map((other) => ({
          other,
          closeness: closeness(profile, profileOf(other), own, shared, language === spoken),
        }));
    }),
  );
  return found
    .flat()
    .filter((neighbour) => neighbour.closeness >= 1)
    .toSorted(
      (one, other) =>
        other.closeness - one.closeness || byPublication(one.other.article, other.other.article),
    )
    .map(({ other }) => other);
}

/** The terms that tell most of an article; those of no known rarity occur nowhere else. */
function tellingTerms(profile: Profile, rarity: (term: string) => number): readonly string[] {
  return [...profile]
    .map(([term, count]) => ({ term, weight: weigh(count) * rarity(term) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1))
    .slice(0, probe.terms)
    .map(({ term }) => term);
}

function profileOf({ analysis }: Candidate): Profile {
  const profile = new Map<string, number>();
  const count = (terms: string, weight: number) => {
    for (const term of terms.split(' '))
      if (term !== '') profile.set(term, (profile.get(term) ?? 0) + weight);
  };
  count(analysis.title, titleWeight);
  for (const { terms } of analysis.sentences.slice(0, openingSentences)) count(terms, 1);
  return profile;
}

/**
 * The cosine of two profiles weighted by log frequency and rarity, as a share of what one story takes; 0 where too little is
 * shared. Terms that only the other one has count as much as this one's do on average.
 */
function closeness(
  mine: Profile,
  theirs: Profile,
  own: (term: string) => number,
  both: (term: string) => number,
  sameLanguage: boolean,
): number {
  let dot = 0;
  let myNorm = 0;
  let knownNorm = 0;
  let shared = 0;
  for (const [term, count] of mine) {
    const weight = weigh(count) * own(term);
    myNorm += weight * weight;
    const other = theirs.get(term);
    if (other === undefined) continue;
    const otherWeight = weigh(other) * both(term);
    dot += weight * otherWeight;
    knownNorm += otherWeight * otherWeight;
    shared += 1;
  }
  if (!sameLanguage && shared < alike.termsAcrossLanguages) return 0;
  const theirNorm = knownNorm + (theirs.size - shared) * (myNorm / Math.max(1, mine.size));
  const cosine = dot / (Math.sqrt(myNorm * theirNorm) || 1);
  return cosine / (sameLanguage ? alike.sameLanguage : alike.acrossLanguages);
}

function weigh(count: number): number {
  return 1 + Math.log(count);
}

/** How telling a term is; 0 where no article of the language holds it. */
function rarity(term: string, { frequencies, total }: Candidates): number {
  const frequency = frequencies.get(term) ?? 0;
  return frequency === 0 ? 0 : Math.log(1 + total / (1 + frequency));
}
