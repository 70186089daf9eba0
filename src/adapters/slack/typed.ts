import type { Listing } from '../../chat/adapter.ts';
import { findCommand } from '../../chat/grammar.ts';
import { fold, languages, languageTags } from '../../language/index.ts';
import type { LanguageTag } from '../../language/language.ts';

/**
 * What a reader typed after "/kiosk", as they would type it elsewhere: a command where it begins with the name of one, or is a single
 * word, else a question. « Quelle est … » is one, though "Quelle" is a command to Germans.
 */
export function typedOf(text: string, listings: readonly Listing[], language: LanguageTag): string {
  const words = text.trim();
  if (words.startsWith('/')) return words;
  const [name = ''] = words.split(/\s+/, 1);
  const isSingle = name !== '' && name === words && !/[?.!]$/.test(name);
  return isSingle || isCommand(name, listings, language) ? `/${words}` : words;
}

function isCommand(name: string, listings: readonly Listing[], language: LanguageTag): boolean {
  const found = findCommand(name, listings, language);
  if (found === undefined) return false;
  const isOwn = [found.name, found.command].some((own) => fold(own) === fold(name));
  return isOwn || !isCommon(name);
}

/** Whether a word is on everybody's lips, in any language: « quelle », "why". */
function isCommon(word: string): boolean {
  return languageTags.some((tag) => languages[tag].stopWords.has(fold(word)));
}

/**
 * The command that a message consists of, if it is one that needs nothing more: "help" is no question, though "why" is one. What begins
 * with a slash Slack takes for a command of its own.
 */
export function commandIn(
  text: string,
  listings: readonly Listing[],
  language: LanguageTag,
): string | undefined {
  const name = text.trim();
  const found = isCommon(name) ? undefined : findCommand(name, listings, language);
  return found?.options.some(({ required }) => required) === false ? found.command : undefined;
}

/** A text as it was typed: Slack escapes what it hands over. */
export function unescaped(text: string): string {
  return text
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
