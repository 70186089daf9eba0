import { termOf } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import { profileOf } from './closeness.ts';
import type { Profile } from './closeness.ts';
import type { Candidate } from './store.ts';

/** What a profile is asked when it is compared with another. */
export type Compared = Pick<Profile, 'get' | 'size'>;

/** Gives the profile of an article as it is compared with articles of a language. */
export type FindProfile = (candidate: Candidate, language: LanguageTag) => Compared;

interface Known {
  readonly profile: Profile;
  /** Terms as stemmers of other languages leave them, with their counts. */
  readonly names: Map<LanguageTag, Profile>;
}

/** Articles whose profiles are kept, those of one event; more of them only keep the garbage collector busy. */
const most = 96;

/** Keeps the profiles of articles that were compared last. */
export function createProfiles(): FindProfile {
  const kept = new Map<string, Known>();

  function know(candidate: Candidate): Known {
    const { id, language, revision, complete } = candidate.article;
    const name = `${language} ${revision} ${complete} ${id}`;
    const known = kept.get(name) ?? { profile: profileOf(candidate), names: new Map() };
    // Put last again: what wasn't asked for longest is first.
    kept.delete(name);
    kept.set(name, known);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return known;
  }

  return (candidate, language) => {
    const { profile, names } = know(candidate);
    return language === candidate.article.language ? profile : stemmedAs(language, profile, names);
  };
}

/** A profile in which names are found as another language's stemmer leaves them, too: "Regina" is "regin" in French. */
function stemmedAs(language: LanguageTag, profile: Profile, known: Map<LanguageTag, Profile>): Compared {
  const names =
    known.get(language) ??
    new Map([...profile].map(([term, count]) => [termOf(term, language) ?? term, count]));
  known.set(language, names);
  return { size: profile.size, get: (term) => profile.get(term) ?? names.get(term) };
}
