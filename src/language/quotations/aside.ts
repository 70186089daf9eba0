import { languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
import type { Reading } from '../phrases.ts';

/** Words of when, where and to whom, at the most. */
const most = 9;

/** True for words that say when, where or to whom something was said, and for none at all: "on Monday in Paris", "devant les sénateurs". */
export function isAside({ text, tokens }: Reading, from: number, to: number, language: LanguageTag): boolean {
  const { attribution, indirect } = languages[language].reporting;
  const first = tokens[from]?.word ?? '';
  const opens = attribution.apart.has(first) || attribution.passing.has(first);
  const words = tokens.slice(from, to);
  return (
    to <= from ||
    (opens &&
      words.length <= most &&
      !words.some(({ word }) => indirect.never.has(word)) &&
      !text.slice(tokens[from]?.start, tokens[to - 1]?.end).includes(','))
  );
}
