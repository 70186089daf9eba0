import { german } from './de/index.ts';
import { english } from './en/index.ts';
import { french } from './fr/index.ts';
import type { Language, LanguageTag } from './language.ts';

/** The languages Kiosk speaks. */
export const languages: Readonly<Record<LanguageTag, Language>> = { en: english, fr: french, de: german };

/** Their tags, the default first. */
export const languageTags: readonly LanguageTag[] = ['en', 'fr', 'de'];

/** True for the tag of a language Kiosk speaks. */
export function isLanguageTag(value: unknown): value is LanguageTag {
  return languageTags.some((tag) => tag === value);
}

/** Makes one value for each language. */
export function forEachLanguage<value>(
  make: (tag: LanguageTag) => value,
): Readonly<Record<LanguageTag, value>> {
  return { en: make('en'), fr: make('fr'), de: make('de') };
}
