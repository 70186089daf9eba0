import { sentences } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Given } from './kiosk.ts';

const address = /https?:\/\/[^\s<>"]+/i;
/** A text with fewer sentences has nothing to be summed up. */
const fewestSentences = 4;

/** Whether a text is an address of the web and nothing else. */
export function isAddress(text: string): boolean {
  return address.exec(text)?.[0] === text;
}

/** What a reader handed over to be summed up: a text, or the first address in it; undefined for words that name a story. */
export function givenIn(text: string, language: LanguageTag): Given | undefined {
  if (sentences(text, language).length >= fewestSentences) return { text };
  const found = address.exec(text)?.[0];
  return found === undefined ? undefined : { address: found };
}
