import type { LanguageTag } from '../language/language.ts';
import type { Reader } from './adapter.ts';
import type { Settings } from './settings.ts';

/**
 * The language in which a reader is answered: the one they chose, else their platform's, else what was chosen for the channel or its
 * place, else the place's own.
 * @param parts.match the language Kiosk speaks that a BCP 47 tag asks for
 */
export function createReaderLanguage(parts: {
  readonly settings: Pick<Settings, 'language'>;
  readonly match: (locale: string | undefined) => LanguageTag | undefined;
  readonly defaultLanguage: LanguageTag;
}): (reader: Reader) => Promise<LanguageTag> {
  const { settings, match, defaultLanguage } = parts;
  return async ({ caller, channel, place, locale, placeLocale }) =>
    (await settings.language(caller.id)) ??
    match(locale) ??
    (await settings.language(channel)) ??
    (place === undefined ? undefined : await settings.language(place)) ??
    match(placeLocale) ??
    defaultLanguage;
}
