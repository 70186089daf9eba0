import { familyOf } from './family.ts';
import { languages } from './languages.ts';
import type { LanguageTag } from './language.ts';
import { termOf } from './terms.ts';

const families = new Map<LanguageTag, ReadonlyMap<string, readonly string[]>>();

/** The terms of the words that are kin of a word or of what it is a form of: of "died" those of "death" and "dead". */
export function kinOf(word: string, language: LanguageTag): readonly string[] {
  const known = families.get(language) ?? readFamilies(language);
  families.set(language, known);
  return familyOf(word, language).flatMap((term) => known.get(term) ?? []);
}

function readFamilies(language: LanguageTag): ReadonlyMap<string, readonly string[]> {
  const byTerm = new Map<string, readonly string[]>();
  for (const list of languages[language].kin.split('|')) {
    const terms = list
      .trim()
      .split(/\s+/)
      .flatMap((word) => termOf(word, language) ?? []);
    for (const term of terms)
      byTerm.set(term, [...(byTerm.get(term) ?? []), ...terms.filter((other) => other !== term)]);
  }
  return byTerm;
}
