import type { LanguageTag } from '../../language/language.ts';
import { normalizeCron, parseCron } from './cron.ts';

/**
 * Reads when something is to be due, as a cron expression or in words of any language Kiosk speaks, the reader's first
 * ("weekdays at 8:30"). The result is a cron expression in one form; undefined for words it doesn't understand wholly.
 * @throws {UserError} for a cron expression that is none, never matches, or matches too often
 */
export function parseWhen(typed: string, _language: LanguageTag): string | undefined {
  if (!isCron(typed)) return undefined;
  parseCron(typed);
  return normalizeCron(typed);
}

/** True for what is meant as a cron expression; words hold neither "*" nor five numbers in a row. */
function isCron(typed: string): boolean {
  return /^\s*@|\*/.test(typed) || /^\s*[\d,/-]+(?:\s+[\d,/a-z-]+){4,}\s*$/i.test(typed);
}
