import { languageTags } from '../language/index.ts';
import type { Assignment, ArticleStore, Candidate, Candidates } from './store.ts';

/** Articles further apart than this tell different stories. */
const windowMilliseconds = 3 * 24 * 60 * 60 * 1000;
const neighboursPerLanguage = 8;
/** Sentences from the start of an article that say what it is about; after them come backgrounds. */
const leadSentences = 30;
/** A title's word counts as much as this many in the text. */
const titleWeight = 3;
/**
 * Cosine of two articles' weighted terms from which they tell one story. Across languages only names, numbers and
 * cognates are shared, so less is asked, but of several terms. Set on development data.
 */
const alike = { sameLanguage: 0.3, acrossLanguages: 0.08, termsAcrossLanguages: 6 };

/** How often an article's title and opening use each term, the title's weighted. */
type Profile = ReadonlyMap<string, number>;

/**
 * Puts each article into the story of its nearest neighbour in time and words, or leaves it a story of its own. They are
 * taken in the order of publication, so that what arrives together is grouped the same however it was ordered.
 */
export async function groupArticles(store: ArticleStore, ids: readonly string[]): Promise<readonly Assignment[]> {
  const articles = (await store.articles(ids)).toSorted(byPublication);
  const waiting = new Set(articles.map(({ article }) => article.id));
  const grouped = new Map<string, string>();
  for (const candidate of articles) {
    const { id } = candidate.article;
    waiting.delete(id);
    const neighbour = await nearest(store, candidate, (other) => other.article.id !== id && !waiting.has(other.article.id));
    grouped.set(id, neighbour === undefined ? id : (grouped.get(neighbour.article.id) ?? neighbour.story));
  }
  const assignments = [...grouped].map(([article, story]) => ({ article, story }));
  await store.assign(assignments);
  return assignments;
}

function byPublication(one: Candidate, other: Candidate): number {
  const byTime = one.article.publishedAt.getTime() - other.article.publishedAt.getTime();
  return byTime || (one.article.id < other.article.id ? -1 : 1);
}

/** The most similar article that tells the same story. */
async function nearest(
  store: ArticleStore,
  candidate: Candidate,
  isEligible: (other: Candidate) => boolean,
): Promise<Candidate | undefined> {
  const profile = profileOf(candidate);
  const time = candidate.article.publishedAt.getTime();
  const question = {
    concepts: [...profile.keys()].map((term) => ({ terms: [term] })),
    limit: neighboursPerLanguage,
    from: new Date(time - windowMilliseconds),
    to: new Date(time + windowMilliseconds),
  };
  const found = new Map(
    await Promise.all(
      languageTags.map(async (language) => [language, await store.candidates({ ...question, language })] as const),
    ),
  );
  const own = found.get(candidate.article.language);
  if (own === undefined) return undefined;
  const neighbours = [...found.values()].flatMap((theirs) =>
    theirs.candidates.filter(isEligible).flatMap((other) => {
      const likeness = similarity(profile, profileOf(other), own, theirs);
      const same = other.article.language === candidate.article.language;
      const enough = same
        ? likeness.cosine >= alike.sameLanguage
        : likeness.cosine >= alike.acrossLanguages && likeness.shared >= alike.termsAcrossLanguages;
      const margin = likeness.cosine / (same ? alike.sameLanguage : alike.acrossLanguages);
      return enough ? [{ other, margin }] : [];
    }),
  );
  neighbours.sort((one, other) => other.margin - one.margin || byPublication(one.other, other.other));
  return neighbours[0]?.other;
}

function profileOf({ analysis }: Candidate): Profile {
  const profile = new Map<string, number>();
  const count = (terms: string, weight: number) => {
    for (const term of terms.split(' ')) if (term !== '') profile.set(term, (profile.get(term) ?? 0) + weight);
  };
  count(analysis.title, titleWeight);
  for (const { terms } of analysis.sentences.slice(0, leadSentences)) count(terms, 1);
  return profile;
}

/** Cosine of two profiles weighted by log frequency and rarity; terms of unknown rarity count as `mine` do on average. */
function similarity(
  mine: Profile,
  theirs: Profile,
  own: Candidates,
  their: Candidates,
): { readonly cosine: number; readonly shared: number } {
  let dot = 0;
  let myNorm = 0;
  let knownNorm = 0;
  let shared = 0;
  for (const [term, count] of mine) {
    const weight = weigh(count) * rarity(term, own);
    myNorm += weight * weight;
    const other = theirs.get(term);
    if (other === undefined) continue;
    const otherWeight = weigh(other) * Math.min(rarity(term, own), rarity(term, their));
    dot += weight * otherWeight;
    knownNorm += otherWeight * otherWeight;
    shared += 1;
  }
  const theirNorm = knownNorm + (theirs.size - shared) * (myNorm / Math.max(1, mine.size));
  return { cosine: dot / (Math.sqrt(myNorm * theirNorm) || 1), shared };
}

function weigh(count: number): number {
  return 1 + Math.log(count);
}

function rarity(term: string, { frequencies, total }: Candidates): number {
  return Math.log(1 + total / (1 + (frequencies.get(term) ?? 0)));
}
