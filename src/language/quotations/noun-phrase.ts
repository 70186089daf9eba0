import { languages } from '../languages.ts';
import type { LanguageTag, Range } from '../language.ts';
import type { Reading } from '../phrases.ts';

/** A noun or a pronoun with what belongs to it. */
export interface NounPhrase extends Range {
  /** Place of its first word, and behind its last one. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'he' | 'she' | 'other' | 'named' | 'role';
}

const mostWords = 14;
const capital = /^\p{Lu}/u;
const number = /^\d/;
/** What stands between the words of one noun phrase; brackets hold a party or an age. */
const together = /^(?:[\s\u00a0]|[-‑.’'&/]|\.\s|\s\()$/;
const closesBracket = /^\)\s$/;
const fewestOfName = 2;
/** Words without a capital between a company and the name of whoever works there. */
const mostBetween = 4;

/** The noun phrase that begins at a word, as far as function words and capitals tell. */
export function nounPhraseAt(reading: Reading, at: number, language: LanguageTag): NounPhrase | undefined {
  const { reporting, mentions, time, stopWords } = languages[language];
  const { pronouns, apart, within, determiners } = reporting.attribution;
  const { text, tokens } = reading;
  const first = tokens[at];
  if (first === undefined) return undefined;
  const pronoun = kindOf(first.word);
  if (pronoun !== undefined && !goesOn(at)) return { ...phrase(at, at + 1), kind: pronoun };
  if (isNever(first.word)) return undefined;
  let to = at;
  while (to - at < mostWords && to < tokens.length) {
    if (to > at && !isTogether(to)) break;
    const word = tokens[to]?.word ?? '';
    const isFirst = to === at;
    const joins =
      !isFirst && within.has(word) && isNounBefore(to) && startsNoun(to + 1) && isTogether(to + 1);
    if (!joins && !isFirst && apart.has(word) && !isCapital(to)) break;
    if (!joins && reporting.saying.has(word) && !isCapital(to)) break;
    if (!isFirst && !joins && endsAfterName(to)) break;
    to += 1;
  }
  while (to > at && determiners.has(tokens[to - 1]?.word ?? '')) to -= 1;
  const words = tokens.slice(at, to);
  const hasNoun = mentions.capitalNouns
    ? words.some((_, index) => isCapital(at + index) && !determiners.has(words[index]?.word ?? ''))
    : words.some(({ word }) => !determiners.has(word) && !number.test(word));
  // "said fire chief Elin Tarrow"
  const begins = isCapital(at) || determiners.has(first.word) || mentions.capitalNouns || isCapital(to - 1);
  if (to === at || !hasNoun || !begins) return undefined;
  const isPronoun = words.every(({ word }) => determiners.has(word) || pronouns.others.has(word));
  if (isPronoun) return { ...phrase(at, to), kind: 'other' };
  const named = words.filter(({ word }, index) => isCapital(at + index) && !determiners.has(word)).length;
  const isNamed = !determiners.has(first.word) || named >= fewestOfName;
  return { ...phrase(at, to), kind: isNamed ? 'named' : 'role' };

  function phrase(from: number, until: number): Omit<NounPhrase, 'kind'> {
    const end = tokens[until - 1]?.end ?? 0;
    const opened = text.slice(tokens[from]?.start, end);
    const closing = opened.includes('(') && text.charAt(end) === ')' ? 1 : 0;
    return { from, to: until, start: tokens[from]?.start ?? 0, end: end + closing };
  }

  function kindOf(word: string): NounPhrase['kind'] | undefined {
    if (pronouns.he.has(word)) return 'he';
    if (pronouns.she.has(word)) return 'she';
    return pronouns.others.has(word) ? 'other' : undefined;
  }

  function isNever(word: string): boolean {
    return (
      ((apart.has(word) || reporting.saying.has(word) || stopWords.has(word)) && !determiners.has(word)) ||
      time.months.some((names) => names.includes(word))
    );
  }

  /** True for "der" in "der Sprecher", which alone is a pronoun. */
  function goesOn(place: number): boolean {
    return determiners.has(tokens[place]?.word ?? '') && startsNoun(place + 1) && isTogether(place + 1);
  }

  function startsNoun(place: number): boolean {
    const word = tokens[place]?.word ?? '';
    if (word === '') return false;
    return isCapital(place) || within.has(word) || determiners.has(word) || !apart.has(word);
  }

  function isNounBefore(place: number): boolean {
    return place > at && !determiners.has(tokens[place - 1]?.word ?? '');
  }

  function isTogether(place: number): boolean {
    const between = text.slice(tokens[place - 1]?.end, tokens[place]?.start);
    return together.test(between) || closesBracket.test(between);
  }

  function isCapital(place: number): boolean {
    return capital.test(text.slice(tokens[place]?.start, tokens[place]?.end));
  }

  /** "Smith later", "Merkel der dpa": behind a name, a word without a capital is no part of it, unless another name follows. */
  function endsAfterName(place: number): boolean {
    if (isCapital(place) || !isCapital(place - 1)) return false;
    // "The company" at the beginning of a sentence
    if (determiners.has(tokens[place - 1]?.word ?? '')) return false;
    // "le Premier ministre", "the Polish minister"
    const leads = tokens[place - 2]?.word ?? '';
    if (place > at + 1 && (determiners.has(leads) || within.has(leads))) return false;
    for (let next = place; next < place + mostBetween; next += 1) {
      const word = tokens[next]?.word ?? '';
      if (word === '' || !isTogether(next)) return true;
      if (isCapital(next)) return false;
      if (apart.has(word) || determiners.has(word) || reporting.saying.has(word)) return true;
    }
    return true;
  }
}
