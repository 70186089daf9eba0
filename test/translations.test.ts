import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTranslations } from '../src/translations.ts';

const translations = createTranslations({ timeZone: 'Europe/Berlin' });

/** Texts of one English locale in a folder of its own. */
function translationsOf(files: Readonly<Record<string, unknown>>, timeZone = 'UTC') {
  const directory = mkdtempSync(join(tmpdir(), 'kiosk-locales-'));
  for (const [name, tree] of Object.entries(files))
    writeFileSync(join(directory, name), JSON.stringify(tree));
  return createTranslations({ directory: pathToFileURL(`${directory}/`), timeZone });
}

describe('languages', () => {
  test('every file of locales/ is a language', () => {
    expect(translations.languages).toEqual(['de', 'en', 'fr']);
  });

  test('a locale file without language knowledge is refused at once', () => {
    expect(() => translationsOf({ 'en.json': {}, 'xx.json': {} })).toThrow('xx');
  });

  test.each([
    ['de-AT', 'de'],
    ['fr_CA.UTF-8', 'fr'],
    ['EN', 'en'],
    ['de_DE@euro', 'de'],
    ['gsw-CH', undefined],
    ['C.UTF-8', undefined],
    ['POSIX', undefined],
    ['', undefined],
    ['constructor', undefined],
    [undefined, undefined],
  ])('the locale %s asks for %s', (locale, language) => {
    expect(translations.match(locale)).toBe(language);
  });
});

describe('texts', () => {
  test('each language says it its own way', () => {
    const said = (['en', 'fr', 'de'] as const).map((language) =>
      translations.translate(language)('config.yesOrNo'),
    );
    expect(new Set(said).size).toBe(3);
  });

  test('a text that is missing everywhere is a fault, not a key shown to a reader', () => {
    const t = translationsOf({ 'en.json': { cli: {} }, 'de.json': {} }).translate('de');
    expect(() => t('cli.about')).toThrow('cli.about');
  });

  test('a text missing in one language is said in English', () => {
    const t = translationsOf({ 'en.json': { cli: { about: 'News' } }, 'de.json': {} }).translate('de');
    expect(t('cli.about')).toBe('News');
  });

  test('a branch of the tree is not a text', () => {
    expect(translations.isText('cli')).toBe(false);
    expect(translations.isText('cli.about')).toBe(true);
    expect(translations.isText('cli.nothing')).toBe(false);
  });

  test('a text with plural forms is a text under its stem', () => {
    expect(translationsOf({ 'en.json': { a: { b_one: '1', b_other: '2' } } }).isText('a.b')).toBe(true);
  });

  test('a value that is missing is a fault', () => {
    expect(() => translations.translate('en')('cli.fault', { incident: 'x' })).toThrow('cause');
  });
});

describe('values', () => {
  const files = {
    'en.json': {
      cli: {
        about: '{{count}}|{{a}}|{{b}}',
        help: { more_one: '{{count}} article', more_other: '{{count}} articles' },
      },
    },
    'fr.json': {
      cli: {
        about: '{{count}}|{{a}}|{{b}}',
        help: { more_one: '{{count}} article', more_other: '{{count}} articles' },
      },
    },
    'de.json': {
      cli: {
        about: '{{count}}|{{a}}|{{b}}',
        help: { more_one: '{{count}} Artikel', more_other: '{{count}} Artikel' },
      },
    },
  };
  const texts = translationsOf(files, 'Europe/Berlin');

  test('numbers and dates are written the language’s way, strings as they are', () => {
    const values = { count: 1086.5, a: new Date('2026-05-07T23:30:00Z'), b: '2026' };
    expect(texts.translate('en')('cli.about', values)).toBe('1,086.5|May 8, 2026|2026');
    expect(texts.translate('de')('cli.about', values)).toBe('1.086,5|8. Mai 2026|2026');
    expect(texts.translate('fr')('cli.about', values)).toBe('1\u202F086,5|8 mai 2026|2026');
  });

  test('counts choose the plural form, French millions too', () => {
    expect(texts.translate('en')('cli.help.more', { count: 1 })).toBe('1 article');
    expect(texts.translate('en')('cli.help.more', { count: 0 })).toBe('0 articles');
    expect(texts.translate('fr')('cli.help.more', { count: 0 })).toBe('0 article');
    expect(texts.translate('fr')('cli.help.more', { count: 1_000_000 })).toBe('1\u202F000\u202F000 articles');
  });

  test.each([
    '{{b}}',
    '{{- b}}',
    '{{ b, uppercase }}',
    '$t(cli.help.more)',
    '$t(cli.about, {"a": "x"})',
    '<b>&amp;</b>',
    '$&$1$$',
    '__proto__',
    '}}{{',
  ])('the value %s comes out literally', (value) => {
    expect(texts.translate('en')('cli.about', { count: 1, a: value, b: 'B' })).toBe(`1|${value}|B`);
    expect(texts.translate('en')('cli.about', { count: 1, a: 'A', b: value })).toBe(`1|A|${value}`);
  });

  test('one text never brings in another', () => {
    const tree = { cli: { about: 'See $t(cli.help.usage)', help: { usage: 'Usage' } } };
    expect(translationsOf({ 'en.json': tree }).translate('en')('cli.about')).toBe('See $t(cli.help.usage)');
  });

  test('no value is ever read as a placeholder, a nested text or markup', () => {
    const pieces = fc.constantFrom(
      '{{',
      '}}',
      '{{a}}',
      '{{b}}',
      '{{-a}}',
      '$t(',
      'cli.about',
      ')',
      ',',
      '{',
      '}',
      '<',
      '&',
      '"',
      "'",
      ' ',
      '$',
      'x',
    );
    const text = fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(texts.translate('en')('cli.about', { count: 2, a, b })).toBe(`2|${a}|${b}`);
      }),
    );
  });
});
