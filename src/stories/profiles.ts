import { createMemo, memoize, termOf } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import { profileOf } from './closeness.ts';
import type { Profile } from './closeness.ts';
import type { Candidate } from './store.ts';

/** A stored article as far as it is compared with others. */
export interface Comparable extends Pick<Candidate, 'story' | 'assigned' | 'analysis'> {
  readonly article: Pick<Candidate['article'], 'id' | 'language' | 'publishedAt' | 'revision' | 'complete'>;
}

/** A profile as it is kept: lists take a fifth of a map's memory. */
export interface Kept {
  readonly terms: readonly string[];
  /** One for each term. */
  readonly counts: readonly number[];
  /** The terms as another language's stemmer leaves them; nothing for those that it leaves as they are. */
  stems(language: LanguageTag): readonly string[];
}

/** The terms that are looked for. */
type Sought = Pick<ReadonlyMap<string, unknown>, 'has'>;

/** Articles whose profiles are kept, at about 4 KB each: each is compared with a dozen of the days around it. */
const keptArticles = 2500;
/** Terms that the profiles share, each of them there once. */
const sharedTerms = 20_000;
/** Letters that stemmers leave as they are. */
const beginning = 3;

/** Gives the profiles of articles, and keeps those of the ones that were compared last. */
export function createProfiles(): (candidate: Comparable) => Kept {
  const memo = createMemo<Kept>(keptArticles);
  const share = memoize((term) => term, sharedTerms);

  return (candidate) => {
    const { id, language, revision, complete } = candidate.article;
    return memo(`${language} ${revision} ${complete} ${id}`, () => keep(profileOf(candidate), share));
  };
}

function keep(profile: Profile, share: (term: string) => string): Kept {
  const terms = [...profile.keys()].map(share);
  const stems = new Map<LanguageTag, readonly string[]>();
  return {
    terms,
    counts: [...profile.values()],
    stems(language) {
      const known = stems.get(language) ?? terms.map((term) => otherStem(term, language));
      stems.set(language, known);
      return known;
    },
  };
}

function otherStem(term: string, language: LanguageTag): string {
  const stem = termOf(term, language) ?? term;
  return stem === term ? '' : stem;
}

/** A profile as it was before it was kept. */
export function unfold({ terms, counts }: Kept): Profile {
  const profile = new Map<string, number>();
  for (const [index, term] of terms.entries()) profile.set(term, counts[index] ?? 0);
  return profile;
}

/** What the terms of an article begin with. */
export function beginningsOf(terms: readonly string[]): ReadonlySet<string> {
  return new Set(terms.map((term) => term.slice(0, beginning)));
}

/** As much of a profile as is looked for. */
export function soughtIn({ terms, counts }: Kept, sought: Sought): Map<string, number> {
  const found = new Map<string, number>();
  terms.forEach((term, index) => {
    if (sought.has(term)) found.set(term, counts[index] ?? 0);
  });
  return found;
}

/**
 * The same with names as another language's stemmer leaves them, too: "Regina" is "regin" in French.
 * @param beginnings those of the names that are looked for
 */
export function stemmedAs(
  language: LanguageTag,
  kept: Kept,
  sought: Sought,
  beginnings: ReadonlySet<string>,
): Profile {
  const found = soughtIn(kept, sought);
  const names = new Map<string, number>();
  kept.stems(language).forEach((name, index) => {
    if (
      name !== '' &&
      sought.has(name) &&
      !found.has(name) &&
      beginsLikeAny(kept.terms[index] ?? '', beginnings)
    )
      names.set(name, kept.counts[index] ?? 0);
  });
  for (const [name, count] of names) found.set(name, count);
  return found;
}

function beginsLikeAny(term: string, beginnings: ReadonlySet<string>): boolean {
  return beginnings.has(term.slice(0, beginning)) || beginnings.has(term.slice(0, beginning - 1));
}
