import type { LanguageTag } from '../language/language.ts';
import type { Candidate } from './store.ts';

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

/** How rare terms are in each language. */
export type Rarities = ReadonlyMap<LanguageTag, (term: string) => number>;

/** The profile of a stored article. */
export function profileOf({ analysis }: Pick<Candidate, 'analysis'>): Profile {
  const profile = new Map<string, number>();
  const count = (terms: string, weight: number) => {
    for (const term of terms.split(' '))
      if (term !== '') profile.set(term, (profile.get(term) ?? 0) + weight);
  };
  count(analysis.title, titleWeight);
  for (const { terms } of analysis.sentences.slice(0, openingSentences)) count(terms, 1);
  return profile;
}

/** One term of an article, as it is compared with articles of one language. */
interface Aspect {
  readonly term: string;
  /** What the other language calls it; none where both speak the same. */
  readonly alternatives: readonly string[];
  /** How much it tells of the article … */
  readonly weight: number;
  /** … and how much where it must be rare in both languages. */
  readonly sharedWeight: number;
  /** How rare it is in both. */
  readonly rarity: number;
}

/** An article as it is compared with articles of one language: weighed once for all of them. */
export interface View {
  readonly aspects: readonly Aspect[];
  /** The aspects that a term stands for. */
  readonly byTerm: ReadonlyMap<string, readonly Aspect[]>;
  readonly norm: number;
  readonly isAcross: boolean;
}

/**
 * Weighs an article's terms by log frequency and rarity.
 * @param own how rare a term is in the article's language
 * @param both how rare it is in the other as well, `rarity` being how rare it is in its own
 * @param alternatives what the other's language calls a term; undefined where both speak the same
 */
export function viewOf(
  profile: Profile,
  own: (term: string) => number,
  both: (term: string, alternatives: readonly string[], rarity: number) => number,
  alternatives?: (term: string) => readonly string[],
): View {
  let norm = 0;
  const byTerm = new Map<string, Aspect[]>();
  const aspects: Aspect[] = [];
  for (const [term, count] of profile) {
    const called = alternatives?.(term) ?? none;
    const frequent = weigh(count);
    const ownRarity = own(term);
    const weight = frequent * ownRarity;
    const rarity = both(term, called, ownRarity);
    norm += weight * weight;
    const aspect = { term, alternatives: called, weight, sharedWeight: frequent * rarity, rarity };
    aspects.push(aspect);
    byTerm.set(term, [aspect]);
  }
  for (const aspect of aspects) for (const other of aspect.alternatives) note(byTerm, other, aspect);
  return { aspects, byTerm, norm, isAcross: alternatives !== undefined };
}

const none: readonly string[] = [];

function note(byTerm: Map<string, Aspect[]>, term: string, aspect: Aspect): void {
  const known = byTerm.get(term);
  if (known === undefined) byTerm.set(term, [aspect]);
  else known.push(aspect);
}

/** The terms that tell most of an article, at most `limit`, with what else they are called; those of no known rarity occur nowhere else. */
export function tellingTerms({ aspects }: View, limit: number): readonly (readonly string[])[] {
  const best: Aspect[] = [];
  for (const aspect of aspects) {
    const least = best.at(-1);
    const isFull = best.length === limit;
    if (aspect.sharedWeight <= 0 || (isFull && least !== undefined && !isBefore(aspect, least))) continue;
    if (isFull) best.pop();
    const place = best.findIndex((other) => isBefore(aspect, other));
    best.splice(place === -1 ? best.length : place, 0, aspect);
  }
  return best.map(({ term, alternatives }) => [term, ...alternatives]);
}

/** True for what tells more; where two tell as much, words decide. */
function isBefore(one: Aspect, other: Aspect): boolean {
  return one.sharedWeight === other.sharedWeight
    ? one.term < other.term
    : one.sharedWeight > other.sharedWeight;
}

/**
 * The cosine of two articles, as a share of what one story takes (1 and more: the same story); 0 where too little is shared.
 * Terms that only the other one has count as much as this one's do on average.
 * @param theirs how often the other one uses its terms; those that the view doesn't know may be missing
 * @param size how many terms the other one has
 */
export function closeness(
  { aspects, byTerm, norm, isAcross }: View,
  theirs: Profile,
  size: number = theirs.size,
): number {
  const touched = new Set<Aspect>();
  for (const term of theirs.keys()) for (const aspect of byTerm.get(term) ?? []) touched.add(aspect);
  let dot = 0;
  let knownNorm = 0;
  for (const { term, alternatives, weight, rarity } of touched) {
    const otherWeight = weigh(theirs.get(term) ?? countOf(theirs, alternatives)) * rarity;
    dot += weight * otherWeight;
    knownNorm += otherWeight * otherWeight;
  }
  const shared = touched.size;
  if (isAcross && shared < alike.termsAcrossLanguages) return 0;
  const theirNorm = knownNorm + (size - shared) * (norm / Math.max(1, aspects.length));
  const cosine = dot / (Math.sqrt(norm * theirNorm) || 1);
  return cosine / (isAcross ? alike.acrossLanguages : alike.sameLanguage);
}

/** How often the most frequent of some terms is used. */
function countOf(profile: Profile, terms: readonly string[]): number {
  return terms.reduce((most, term) => Math.max(most, profile.get(term) ?? 0), 0);
}

/** How telling a term is that some of all articles hold. */
export function rarityOf(frequency: number, total: number): number {
  return Math.log(1 + total / (1 + frequency));
}

function weigh(count: number): number {
  return 1 + Math.log(count);
}
