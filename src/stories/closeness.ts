import type { LanguageTag } from '../language/language.ts';
import type { Candidate, Candidates } from './store.ts';

/** Sentences from the start of an article that say what it is about; after them come backgrounds. */
const openingSentences = 18;
/** A title's word counts as much as this many in the text. */
const titleWeight = 3;
/**
 * Cosine of two articles' weighted terms from which they tell one story. Across languages only names, numbers and
 * cognates are shared, so less is asked, but of several terms. Set on development data.
 */
const alike = { sameLanguage: 0.27, acrossLanguages: 0.24, termsAcrossLanguages: 6 };

/** How often an article's title and opening use each term, the title's weighted. */
export type Profile = ReadonlyMap<string, number>;

/** What a profile is asked when it is compared with another. */
type Compared = Pick<Profile, 'get' | 'size'>;

/** How rare a term is, as `rarityOf` has it. */
export type Rarity = (term: string) => number;

/** How rare terms are in each language. */
export type Rarities = ReadonlyMap<LanguageTag, Rarity>;

/** The profile of a stored article. */
export function profileOf({ analysis }: Candidate): Profile {
  const profile = new Map<string, number>();
  const count = (terms: string, weight: number) => {
    for (const term of terms.split(' '))
      if (term !== '') profile.set(term, (profile.get(term) ?? 0) + weight);
  };
  count(analysis.title, titleWeight);
  for (const { terms } of analysis.sentences.slice(0, openingSentences)) count(terms, 1);
  return profile;
}

/** The terms that tell most of an article, at most `limit`; those of no known rarity occur nowhere else. */
export function tellingTerms(profile: Profile, rarity: Rarity, limit: number): readonly string[] {
  const best: { readonly term: string; readonly weight: number }[] = [];
  for (const [term, count] of profile) {
    const weight = weigh(count) * rarity(term);
    const least = best.at(-1);
    const isFull = best.length === limit;
    if (weight <= 0 || (isFull && least !== undefined && !isBefore(term, weight, least))) continue;
    if (isFull) best.pop();
    const place = best.findIndex((other) => isBefore(term, weight, other));
    best.splice(place === -1 ? best.length : place, 0, { term, weight });
  }
  return best.map(({ term }) => term);
}

/** True for what tells more; where two tell as much, words decide. */
function isBefore(
  term: string,
  weight: number,
  other: { readonly term: string; readonly weight: number },
): boolean {
  return weight === other.weight ? term < other.term : weight > other.weight;
}

/**
 * The cosine of two profiles weighted by log frequency and rarity, as a share of what one story takes (1 and more: the same
 * story); 0 where too little is shared. Terms that only the other one has count as much as this one's do on average.
 * @param alternatives what the other's language calls a term; undefined where both speak the same
 */
export function closeness(
  mine: Profile,
  theirs: Compared,
  own: Rarity,
  both: Rarity,
  alternatives?: (term: string) => readonly string[],
): number {
  let dot = 0;
  let myNorm = 0;
  let knownNorm = 0;
  let shared = 0;
  for (const [term, count] of mine) {
    const weight = weigh(count) * own(term);
    myNorm += weight * weight;
    const other = theirs.get(term) ?? countOf(theirs, alternatives?.(term) ?? []);
    if (other === 0) continue;
    const otherWeight = weigh(other) * both(term);
    dot += weight * otherWeight;
    knownNorm += otherWeight * otherWeight;
    shared += 1;
  }
  if (alternatives !== undefined && shared < alike.termsAcrossLanguages) return 0;
  const theirNorm = knownNorm + (theirs.size - shared) * (myNorm / Math.max(1, mine.size));
  const cosine = dot / (Math.sqrt(myNorm * theirNorm) || 1);
  return cosine / (alternatives === undefined ? alike.sameLanguage : alike.acrossLanguages);
}

/** How often the most frequent of some terms is used. */
function countOf(profile: Compared, terms: readonly string[]): number {
  return terms.reduce((most, term) => Math.max(most, profile.get(term) ?? 0), 0);
}

/** How telling a term is; 0 where no article of the language holds it. */
export function rarityOf(
  term: string,
  { frequencies, total }: Pick<Candidates, 'frequencies' | 'total'>,
): number {
  const frequency = frequencies.get(term) ?? 0;
  return frequency === 0 ? 0 : Math.log(1 + total / (1 + frequency));
}

function weigh(count: number): number {
  return 1 + Math.log(count);
}
