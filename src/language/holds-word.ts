import { fold } from './fold.ts';
import { words } from './words.ts';

/** Whether a folded word is among the words of a text, as itself and not as another with its stem. */
export function holdsWord(text: string, folded: string): boolean {
  return words(text).some(({ word }) => fold(word) === folded);
}
