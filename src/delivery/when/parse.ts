import { languageTags, languages } from '../../language/languages.ts';
import type { LanguageTag } from '../../language/language.ts';
import { normalizeCron, parseCron } from './cron.ts';
import { readWhenWords } from './words.ts';

/** Characters of words that are read. */
const longest = 200;

/**
 * Reads when something is to be due, as a cron expression or in words of any language Kiosk speaks, the reader's first
 * ("weekdays at 8:30"). The result is a cron expression in one form; undefined for words it doesn't understand wholly.
 * @throws {UserError} for a cron expression that is none, never matches, or matches too often
 */
export function parseWhen(typed: string, language: LanguageTag): string | undefined {
  const cron = isCron(typed) ? normalizeCron(typed) : readWords(typed, language);
  if (cron !== undefined) parseCron(cron);
  return cron;
}

/** Words hold neither "*" nor five numbers in a row. */
function isCron(typed: string): boolean {
  return /^\s*@|\*/.test(typed) || /^\s*[\d,/-]+(?:\s+[\d,/a-z-]+){4,}\s*$/i.test(typed);
}

function readWords(typed: string, language: LanguageTag): string | undefined {
  if (typed.length > longest) return undefined;
  const tags = [language, ...languageTags.filter((tag) => tag !== language)];
  for (const tag of tags) {
    const cron = readWhenWords(typed, languages[tag].schedule);
    if (cron !== undefined) return cron;
  }
  return undefined;
}
