import { languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
import { phraseAt } from '../phrases.ts';
import type { Reading } from '../phrases.ts';
import { isAside } from './aside.ts';
import { nounPhraseAt } from './noun-phrase.ts';

const comma = /^,\s$/;

/** True where what a verb gives to its speaker follows a place: "that …", "que …", ", dass …", "spoke of …". */
export function opensReport(reading: Reading, verb: number, from: number, language: LanguageTag): boolean {
  const { that, bare, addressing, of, afterComma, needs } = languages[language].reporting.indirect;
  const { attribution } = languages[language].reporting;
  const { text, tokens } = reading;
  if (phraseAt(reading, verb, of) > 0) return true;
  const next = tokens[from]?.word ?? '';
  const isBare =
    bare.has(tokens[verb]?.word ?? '') &&
    next !== '' &&
    text.slice(tokens[from - 1]?.end, tokens[from]?.start) === ' ';
  if (isBare && (attribution.determiners.has(next) || !attribution.apart.has(next))) return true;
  // "told reporters on Monday that"
  const told = addressing.has(tokens[verb]?.word ?? '') ? nounPhraseAt(reading, from, language) : undefined;
  const behind = told === undefined || told.kind === 'other' ? from : told.to;
  for (let at = behind; at < tokens.length; at += 1) {
    const between = text.slice(tokens[at - 1]?.end, tokens[at]?.start);
    if (afterComma ? comma.test(between) : that.has(tokens[at]?.word ?? ''))
      return isWhole(tokens[verb]?.word, tokens[at - 1]?.word) && isAside(reading, behind, at, language);
    if (between.includes(',')) return false;
  }
  return false;

  function isWhole(word = '', last = ''): boolean {
    return needs[word] === undefined || needs[word] === last;
  }
}
