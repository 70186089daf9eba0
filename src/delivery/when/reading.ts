import { fold } from '../../language/fold.ts';
import type { Reading } from '../../language/phrases.ts';
import type { ScheduleWords } from '../../language/schedule-words.ts';
import { dayParts } from './time-of-day.ts';

type Token = Reading['tokens'][number];

/** Times with their minutes in one piece ("8:30", "8h30"); numbers, words and signs each for itself; no apostrophes. */
const pattern = /(?<![\d:.])\d{1,2}[:.h]\d{2}(?![:.]?\d)|\d+|\p{L}+|[^\s\p{L}\d']/gu;
const ending = /[\s.!?…]+$/;
/** Of an abbreviation: "Mo. bis Fr."; "a.m." keeps its own. */
const dots = /(?<=\p{L}{2})\./gu;
const dashes = /[–—−‐‑]/g;

/** Reads words of time so that they can be compared with a language's phrases; "Montagmorgen" becomes "montag morgens". */
export function readPhrases(text: string, words: ScheduleWords): Reading {
  const plain = fold(text).replace(dashes, '-').replace(dots, ' ').replace(ending, '');
  const tokens: Token[] = [];
  for (const { 0: word, index } of plain.matchAll(pattern)) {
    const token = { word, start: index, end: index + word.length };
    tokens.push(...(partOfDay(token, tokens.at(-1), words) ?? [token]));
  }
  return { text: plain, tokens };
}

function partOfDay(
  { word, start, end }: Token,
  before: Token | undefined,
  { days, parts, partsOfDays }: ScheduleWords,
): readonly Token[] | undefined {
  const isDay = (name: string) => days.some((names) => names.includes(name));
  for (const part of dayParts) {
    const [said = ''] = parts[part];
    for (const name of partsOfDays[part] ?? []) {
      if (word === name && before !== undefined && isDay(before.word)) return [{ word: said, start, end }];
      const day = word.slice(0, -name.length);
      const middle = start + day.length;
      if (word.endsWith(name) && isDay(day))
        return [
          { word: day, start, end: middle },
          { word: said, start: middle, end },
        ];
    }
  }
  return undefined;
}
