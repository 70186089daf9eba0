import { languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
import type { Reading } from '../phrases.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';

/** The noun that opens a clause before a word, adverbials between commas left out. */
export function subjectBefore(
  reading: Reading,
  until: number,
  language: LanguageTag,
): NounPhrase | undefined {
  const { leading, apart, determiners } = languages[language].reporting.attribution;
  const { text, tokens } = reading;
  let at = 0;
  while (at < until) {
    while (at < until && leading.has(tokens[at]?.word ?? '')) at += 1;
    const word = tokens[at]?.word ?? '';
    const phrase =
      apart.has(word) && !determiners.has(word) ? undefined : nounPhraseAt(reading, at, language);
    if (phrase !== undefined && phrase.to <= until) return phrase;
    at += 1;
    while (at < until && !text.slice(tokens[at - 1]?.end, tokens[at]?.start).includes(',')) at += 1;
  }
  return undefined;
}
