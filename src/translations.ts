import { readdirSync, readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { isLanguageTag } from './language/index.ts';
import type { LanguageTag } from './language/index.ts';
import type { TextKey, TextValues, Translate } from './texts.ts';

/** Kiosk's own words in every language it speaks. */
export interface Translations {
  readonly languages: readonly LanguageTag[];
  /** Translates into one language; numbers and dates among the values are written that language's way. */
  translate(language: LanguageTag): Translate;
  /** The language Kiosk speaks that a locale ("de-AT", "fr_CA.UTF-8") asks for. */
  match(locale: string | undefined): LanguageTag | undefined;
  /** True where `locales/` has such a text. */
  isText(key: string): key is TextKey;
}

const localesDirectory = new URL('../locales/', import.meta.url);
const fallback: LanguageTag = 'en';

/**
 * Loads every file of `locales/`; a new file is a new language.
 * @param parts.timeZone an IANA time zone that dates are written in; the system's without it
 * @throws when a file names no language Kiosk knows words of, and, on translating, for a text or value that is missing
 */
export function createTranslations(
  parts: { readonly directory?: URL; readonly timeZone?: string } = {},
): Translations {
  const { directory = localesDirectory, timeZone } = parts;
  const resources = readLocales(directory);
  const i18n = createInstance();
  void i18n.init({
    resources: Object.fromEntries([...resources].map(([tag, translation]) => [tag, { translation }])),
    initAsync: false,
    fallbackLng: fallback,
    load: 'currentOnly',
    nsSeparator: false,
    returnNull: false,
    returnEmptyString: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    parseMissingKeyHandler: (key) => {
      throw new Error(`locales/ lacks the text ${key}`);
    },
    missingInterpolationHandler: (text, [placeholder]) => {
      throw new Error(`no value for ${placeholder} in "${text}"`);
    },
  });

  /** Making one takes as long as hundreds of translations. */
  const known = new Map<LanguageTag, Translate>();

  function createTranslate(language: LanguageTag): Translate {
    const write = createWriter(language, timeZone);
    const translate = i18n.getFixedT(language);
    return (key, values = {}) => {
      const written = Object.entries(values).map(([name, value]) => [name, write(value)]);
      const options = { replace: Object.fromEntries(written), nest: false };
      const { count } = values;
      return translate(key, typeof count === 'number' ? { ...options, count } : options);
    };
  }

  return {
    languages: [...resources.keys()],
    translate(language) {
      const translate = known.get(language) ?? createTranslate(language);
      known.set(language, translate);
      return translate;
    },
    match(locale) {
      const tag = locale?.split(/[-_.@]/, 1)[0]?.toLowerCase();
      return isLanguageTag(tag) && resources.has(tag) ? tag : undefined;
    },
    isText: (key): key is TextKey =>
      [{}, { count: 2 }].some((form) => i18n.exists(key, { lng: fallback, returnObjects: false, ...form })),
  };
}

function readLocales(directory: URL): ReadonlyMap<LanguageTag, object> {
  const tags = readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  return new Map(
    tags.map((tag) => {
      if (!isLanguageTag(tag)) throw new Error(`locales/${tag}.json is there, but not src/language/${tag}/`);
      const tree: unknown = JSON.parse(readFileSync(new URL(`${tag}.json`, directory), 'utf8'));
      if (typeof tree !== 'object' || tree === null) throw new Error(`locales/${tag}.json is not an object`);
      return [tag, tree];
    }),
  );
}

/** Numbers and dates the language's way; strings as they are, so that a year or an id stays what it is. */
function createWriter(
  language: LanguageTag,
  timeZone: string | undefined,
): (value: TextValues[string]) => string {
  const numbers = new Intl.NumberFormat(language);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...(timeZone && { timeZone }) });
  return (value) => {
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? numbers.format(value) : dates.format(value);
  };
}
