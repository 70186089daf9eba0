import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languageTags } from '../src/language/index.ts';
import type { LanguageTag } from '../src/language/index.ts';
import { checkTypography, findAsked, isWordless, listTexts, placeholdersOf } from './locales/rules.ts';
import { pluralForms, samePlaceholders, stemOf } from './locales/rules.ts';
import type { Texts } from './locales/rules.ts';

const root = new URL('../', import.meta.url);

function readLocale(language: LanguageTag): Texts {
  const tree: unknown = JSON.parse(readFileSync(new URL(`locales/${language}.json`, root), 'utf8'));
  if (typeof tree !== 'object' || tree === null) throw new Error(`locales/${language}.json is not an object`);
  return listTexts(tree);
}

const english = readLocale('en');
const others = languageTags.filter((language) => language !== 'en');
const stems = (texts: Texts) => [...new Set([...texts.keys()].map(stemOf))].sort();

/** Texts that are right though they are the English ones, and why. */
const sameAsEnglish: Readonly<Record<string, string>> = {
  'de text': 'a German word, too',
  Kiosk: 'a name',
  'fr Conversation': 'the same word',
  'fr Suggestions': 'the same word',
  'fr question': 'the same word',
  'fr QUESTION': 'the same word',
  'fr OPTIONS': 'the same word',
  'fr action': 'the same word',
  'fr article': 'the same word',
  'fr source': 'the same word',
  'de in': 'the same word',
  'de name': 'the same word',
  'de optional': 'the same word',
  'de VERB': 'the same word',
  'de TEXT': 'the same word',
};

describe.each(languageTags)('locales/%s.json', (language) => {
  const texts = readLocale(language);

  test('has a text for every key, and none that English hasn’t', () => {
    expect(stems(texts)).toEqual(stems(english));
  });

  test('has every plural form its language needs', () => {
    const counted = [...english.keys()].filter((key) => stemOf(key) !== key).map(stemOf);
    const lacking = [...new Set(counted)].flatMap((stem) =>
      pluralForms(language)
        .map((form) => `${stem}_${form}`)
        .filter((key) => !texts.has(key)),
    );
    expect(lacking).toEqual([]);
  });

  test('has no key that is both counted and not', () => {
    expect([...texts.keys()].filter((key) => stemOf(key) !== key && texts.has(stemOf(key)))).toEqual([]);
  });

  test('has no empty text', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('wants the same values as English', () => {
    const differing = [...texts].filter(([key, text]) => {
      const model = english.get(`${stemOf(key)}_other`) ?? english.get(key);
      return model !== undefined && !samePlaceholders(key, text, model);
    });
    expect(differing).toEqual([]);
  });

  test('calls commands, options and choices by words that can be typed', () => {
    const typed = [...texts].filter(([key]) => /^commands\.(.+\.)?(name|choices\.\w+)$/.test(key));
    expect(typed.length).toBeGreaterThan(30);
    expect(typed.filter(([, text]) => /[^\p{L}-]/u.test(text))).toEqual([]);
  });

  test('is set the way its language is', () => {
    const found = [...texts].flatMap(([key, text]) =>
      checkTypography(language, key, text).map((problem) => `${key}: ${problem}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('translated', () => {
  const untranslated = others.flatMap((language) =>
    [...readLocale(language)]
      .filter(([key, text]) => text === english.get(key) && !key.endsWith('.example') && !isWordless(text))
      .map(([key, text]) => ({ key, text, language })),
  );

  test('is every text, but for names and words both languages share', () => {
    const isAllowed = new Set(Object.keys(sameAsEnglish));
    const found = untranslated.filter(
      ({ text, language }) => !isAllowed.has(text) && !isAllowed.has(`${language} ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('is what an exception no longer speaks of', () => {
    const needed = new Set(untranslated.flatMap(({ text, language }) => [text, `${language} ${text}`]));
    expect(Object.keys(sameAsEnglish).filter((exception) => !needed.has(exception))).toEqual([]);
  });
});

test('every text is asked for somewhere', () => {
  const isAsked = findAsked(root);
  expect(stems(english).filter((key) => !isAsked(key))).toEqual([]);
});

describe('the rules see', () => {
  test.each([
    ['fr', 'Pourquoi?'],
    ['fr', 'Pourquoi ?'],
    ['fr', 'Ici: rien'],
    ['fr', '«\u00A0mot»'],
    ['fr', '« mot\u00A0»'],
    ['fr', '“mot”'],
    ['fr', "l'eau"],
    ['fr', '{{count}}: {{reason}}'],
    ['de', '"Wort"'],
    ['de', '“Wort”'],
    ['de', '„Wort'],
    ['de', "geht's"],
    ['en', "it's"],
    ['en', '“word'],
    ['en', 'wait...'],
    ['en', ' word'],
    ['en', '$t(cli.about)'],
    ['en', '{{- name}}'],
    ['en', '{{count, number}}'],
  ] as const)('what is wrong in %s: %s', (language, text) => {
    expect(checkTypography(language, 'a.b', text)).not.toEqual([]);
  });

  test.each([
    ['fr', 'Pourquoi\u00A0? «\u00A0Mot\u00A0»\u00A0: l’eau, à 10:30, https://example.org/?a'],
    ['fr', 'Vraiment\u00A0?!'],
    ['de', '„Wort“: geht’s?'],
    ['en', '“word”: it’s'],
  ] as const)('nothing wrong in %s: %s', (language, text) => {
    expect(checkTypography(language, 'a.b', text)).toEqual([]);
  });

  test('the shell’s quotation marks in an example alone', () => {
    expect(checkTypography('de', 'cli.ask.example', 'kiosk ask "Wer?"')).toEqual([]);
    expect(checkTypography('de', 'cli.ask.summary', 'kiosk ask "Wer?"')).toHaveLength(1);
  });

  test('a value that is missing, misspelt or too many', () => {
    expect(samePlaceholders('a', '{{x}} {{y}}', '{{y}} {{x}}')).toBe(true);
    expect(samePlaceholders('a', '{{x}}', '{{x}} {{y}}')).toBe(false);
    expect(samePlaceholders('a', '{{x}} {{z}}', '{{x}}')).toBe(false);
    expect(samePlaceholders('a_one', 'one', '{{count}}')).toBe(true);
    expect(samePlaceholders('a_other', 'some', '{{count}}')).toBe(false);
    expect([...placeholdersOf('{{a}}{{b}}')]).toEqual(['a', 'b']);
  });

  test('which plural forms there are', () => {
    expect(languageTags.map(pluralForms)).toEqual(languageTags.map(() => ['one', 'other']));
  });

  test('a key nobody asks for', () => {
    const isAsked = findAsked(root);
    expect(isAsked('cli.about')).toBe(true);
    expect(isAsked('cli.detect.summary')).toBe(true);
    expect(isAsked('cli.nobody.asks')).toBe(false);
  });
});
