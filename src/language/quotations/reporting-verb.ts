import { forEachLanguage, languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
import type { Reading } from '../phrases.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';

/** Words between the beginning of a clause and its verb, at the most. */
const mostBefore = 12;
const mostHelpers = 3;
/** First words of what stands for such a verb, some of which are listed among them. */
const according = forEachLanguage(
  (tag) =>
    new Set(languages[tag].reporting.attribution.according.flatMap((phrase) => phrase.split(' ')[0] ?? [])),
);
const hyphen = /^-(?:t-)?$/;

/** True for a verb that gives words to a speaker. */
export function isReporting(word: string | undefined, language: LanguageTag): boolean {
  return (
    word !== undefined && languages[language].reporting.saying.has(word) && !according[language].has(word)
  );
}

/** The first such verb behind a subject, in its clause. */
export function reportingVerbAfter(
  reading: Reading,
  from: number,
  language: LanguageTag,
): number | undefined {
  for (let at = from; at < Math.min(reading.tokens.length, from + mostBefore); at += 1)
    if (isReporting(reading.tokens[at]?.word, language)) return at;
  return undefined;
}

/** The noun behind a verb, pronouns and adverbs that stand between them passed over. */
export function nounBehind(reading: Reading, verb: number, language: LanguageTag): NounPhrase | undefined {
  const { passing } = languages[language].reporting.attribution;
  for (let at = verb + 1; ; at += 1) {
    const phrase = nounPhraseAt(reading, at, language);
    if (phrase !== undefined) return agreed(phrase, reading.tokens[verb]?.word, language);
    if (!passing.has(reading.tokens[at]?.word ?? '')) return undefined;
  }
}

/** The subject of a verb that stands before it: "said X", "sagte X", "a déclaré X", "a-t-il dit", "hat X gesagt". */
export function invertedSubject(reading: Reading, at: number, language: LanguageTag): NounPhrase | undefined {
  const { helpers } = languages[language].reporting.attribution;
  const { tokens } = reading;
  let next = at;
  while (next - at < mostHelpers && helpers.has(tokens[next]?.word ?? '')) next += 1;
  if (isReporting(tokens[next]?.word, language) || isHungOn(reading, next, language))
    return nounBehind(reading, next, language);
  if (next === at) return undefined;
  const subject = nounPhraseAt(reading, next, language);
  return subject !== undefined && reportingVerbAfter(reading, subject.to, language) !== undefined
    ? subject
    : undefined;
}

/** "souffle-t-elle", "dit-il": a pronoun hangs on a verb, which may then be any. */
function isHungOn({ text, tokens }: Reading, at: number, language: LanguageTag): boolean {
  const { he, she } = languages[language].reporting.attribution.pronouns;
  const next = tokens[at + 1]?.word === 't' ? at + 2 : at + 1;
  const word = tokens[next]?.word ?? '';
  return (he.has(word) || she.has(word)) && hyphen.test(text.slice(tokens[at]?.end, tokens[next]?.start));
}

/** A subject as its verb tells it: in "sagten sie" the pronoun stands for several. */
export function agreed(subject: NounPhrase, verb: string | undefined, language: LanguageTag): NounPhrase {
  const { severalSay } = languages[language].reporting.attribution;
  const areSeveral = subject.kind === 'she' && severalSay?.test(verb ?? '') === true;
  return areSeveral ? { ...subject, kind: 'other' } : subject;
}
