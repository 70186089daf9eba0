import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import type { LanguageTag } from '../../src/language/index.ts';

/** The stemmers that libraries are given, as Orama names the languages. */
export const stemmers: Readonly<
  Record<LanguageTag, { readonly name: string; readonly stem: (word: string) => string }>
> = {
  en: { name: 'english', stem: english },
  fr: { name: 'french', stem: french },
  de: { name: 'german', stem: german },
};
