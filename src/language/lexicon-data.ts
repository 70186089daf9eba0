import { forEachLanguage } from './languages.ts';
import type { LanguageTag } from './language.ts';
import type { LexiconEntry } from './lexicon.ts';

/** The columns of a lexicon's lines, in their order. */
export const columns: readonly LanguageTag[] = ['en', 'fr', 'de'];

/**
 * The entries of a lexicon: a line each with English, French and German, separated by tabs; several words for one concept are
 * separated by commas. Lines that are none are left out.
 */
export function readLexicon(text: string): readonly LexiconEntry[] {
  return text.split('\n').flatMap((line) => {
    const cells = line.split('\t').map(wordsIn);
    if (cells.length !== columns.length || cells.some((cell) => cell.length === 0)) return [];
    return [forEachLanguage((tag) => cells[columns.indexOf(tag)] ?? [])];
  });
}

function wordsIn(cell: string): readonly string[] {
  const words = cell.split(',').map((word) => word.trim());
  // Most lack nothing: a list that was filtered keeps room for 16 more, and these are some ten thousand.
  return words.includes('') ? words.filter((word) => word !== '') : words;
}

/** What the runtime's own data calls countries, languages, currencies, months and days of the week. */
export function namesOfTheWorld(): readonly LexiconEntry[] {
  return [
    ...named('region', twoLetterCodes),
    ...named(
      'language',
      twoLetterCodes.map((code) => code.toLowerCase()),
    ),
    ...named('currency', Intl.supportedValuesOf('currency')),
    ...Array.from({ length: 12 }, (_, month) =>
      dated({ month: 'long' }, new Date(Date.UTC(2026, month, 15))),
    ),
    ...Array.from({ length: 7 }, (_, day) =>
      dated({ weekday: 'long' }, new Date(Date.UTC(2026, 0, 4 + day))),
    ),
  ];
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const twoLetterCodes = letters.flatMap((first) => letters.map((second) => first + second));

function named(type: Intl.DisplayNamesType, codes: readonly string[]): readonly LexiconEntry[] {
  const names = forEachLanguage((tag) => new Intl.DisplayNames([tag], { type, fallback: 'none' }));
  return codes.flatMap((code) => {
    const entry = forEachLanguage((tag) => [names[tag].of(code)].filter((name) => name !== undefined));
    return columns.every((tag) => entry[tag].length > 0) ? [entry] : [];
  });
}

function dated(format: Intl.DateTimeFormatOptions, date: Date): LexiconEntry {
  return forEachLanguage((tag) => [
    new Intl.DateTimeFormat(tag, { ...format, timeZone: 'UTC' }).format(date),
  ]);
}
