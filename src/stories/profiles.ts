import { termOf } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import { profileOf } from './closeness.ts';
import type { Profile } from './closeness.ts';
import type { Candidate } from './store.ts';

/** What a profile is asked when it is compared with another. */
export type Compared = Pick<Profile, 'get' | 'size'>;

/** Articles whose profiles are kept, those of one event; more of them only keep the garbage collector busy. */
const most = 96;
/** Letters that stemmers leave as they are. */
const beginning = 3;

/** Gives the profiles of articles, and keeps those of the ones that were compared last. */
export function createProfiles(): (candidate: Candidate) => Profile {
  const kept = new Map<string, Profile>();

  return (candidate) => {
    const { id, language, revision, complete } = candidate.article;
    const name = `${language} ${revision} ${complete} ${id}`;
    const profile = kept.get(name) ?? profileOf(candidate);
    // Put last again: what wasn't asked for longest is first.
    kept.delete(name);
    kept.set(name, profile);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return profile;
  };
}

/** What the terms of an article begin with. */
export function beginningsOf(profile: Profile): ReadonlySet<string> {
  return new Set([...profile.keys()].map((term) => term.slice(0, beginning)));
}

/**
 * A profile in which names are found as another language's stemmer leaves them, too: "Regina" is "regin" in French.
 * @param beginnings those of what will be looked for: other terms need no stemming
 */
export function stemmedAs(
  language: LanguageTag,
  profile: Profile,
  beginnings: ReadonlySet<string>,
): Compared {
  const names = new Map<string, number>();
  for (const [term, count] of profile)
    if (beginnings.has(term.slice(0, beginning)) || beginnings.has(term.slice(0, beginning - 1)))
      names.set(termOf(term, language) ?? term, count);
  return { size: profile.size, get: (term) => profile.get(term) ?? names.get(term) };
}
