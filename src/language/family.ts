import { fold } from './fold.ts';
import { languages } from './languages.ts';
import type { LanguageTag } from './language.ts';
import { termOf } from './terms.ts';

/** The terms of a word and of its irregular forms, its own first: "wrote" is found by "written" too. */
export function familyOf(word: string, language: LanguageTag): readonly string[] {
  const { lemmasOf, formsOf } = languages[language];
  const folded = fold(word);
  const bases = [folded, ...lemmasOf(folded)];
  const forms = [word, ...bases, ...bases.flatMap((base) => formsOf(base))];
  return [...new Set(forms.flatMap((form) => termOf(form, language) ?? []))];
}
