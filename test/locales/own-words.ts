import { readFileSync } from 'node:fs';
import type { LanguageTag } from '../../src/language/language.ts';

/** Those of some texts that have words but are no text of `locales/` in a language. @param given what is nobody's own words */
export function foreignIn(
  texts: Iterable<string>,
  language: LanguageTag,
  given: ReadonlySet<string>,
): readonly string[] {
  const patterns = patternsOf(language);
  return [...texts].filter(
    (text) => /\p{L}/u.test(text) && !given.has(text) && !patterns.some((pattern) => pattern.test(text)),
  );
}

/** Each text of a language as a pattern; those that are hardly more than their values would match anything. */
function patternsOf(language: LanguageTag): readonly RegExp[] {
  const file = new URL(`../../locales/${language}.json`, import.meta.url);
  return leavesOf(JSON.parse(readFileSync(file, 'utf8')))
    .filter((text) => /\p{L}/u.test(text.replace(/\{\{\w+\}\}/g, '')))
    .map((text) => {
      const fixed = text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
      return new RegExp(`^${fixed.join('[^]*')}$`);
    });
}

function leavesOf(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(leavesOf) : [];
}
