import type { Listing } from '../../chat/adapter.ts';
import { findCommand } from '../../chat/grammar.ts';

/**
 * What a reader typed after "/kiosk", as they would type it elsewhere: a command where it begins with the name of one, or is a single
 * word, else a question.
 */
export function typedOf(text: string, listings: readonly Listing[]): string {
  const words = text.trim();
  const [first = ''] = words.split(/\s+/, 1);
  const name = first.replace(/^\//, '');
  const isCommand = findCommand(name, listings, 'en') !== undefined;
  const isSingle = name !== '' && name === words.replace(/^\//, '') && !/[?.!]$/.test(name);
  return isCommand || isSingle ? `/${words.replace(/^\//, '')}` : words;
}
