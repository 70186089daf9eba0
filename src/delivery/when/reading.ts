import { fold } from '../../language/fold.ts';
import type { Reading } from '../../language/phrases.ts';

/** Times with their minutes in one piece ("8:30", "8h30"); numbers, words and signs each for itself; no apostrophes. */
const pattern = /(?<![\d:.])\d{1,2}[:.h]\d{2}(?![:.]?\d)|\d+|\p{L}+|[^\s\p{L}\d']/gu;
const ending = /[\s.!?…]+$/;
/** Of an abbreviation: "Mo. bis Fr."; "a.m." keeps its own. */
const dots = /(?<=\p{L}{2})\./gu;
const dashes = /[–—−‐‑]/g;

/** Reads words of time so that they can be compared with the phrases of `ScheduleWords`. */
export function readPhrases(text: string): Reading {
  const plain = fold(text).replace(dashes, '-').replace(dots, ' ').replace(ending, '');
  const tokens = [...plain.matchAll(pattern)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  return { text: plain, tokens };
}
