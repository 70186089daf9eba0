import { languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
import { phraseAt, readWords } from '../phrases.ts';
import type { Reading } from '../phrases.ts';
import { nameBeside } from './name-beside.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { agreed, isReporting, nounBehind } from './reporting-verb.ts';
import { subjectBefore } from './subject.ts';

const colon = /[:：]\s*$/;
const capital = /^\p{Lu}/u;
const pause = /[,–—]\s*$/;
const stops = /[.!?;:…]["”“»)]*\s/g;

/** Whom the words before a quotation give it to: "X said: ", "Am Montag sagte X: ", "Selon X, ", "X: ". */
export function announcementIn(before: string, language: LanguageTag): NounPhrase | undefined {
  const start = clauseStart(before);
  const told = announcedIn(readWords(before.slice(start)), colon.test(before), language);
  return told && { ...told, start: told.start + start, end: told.end + start };
}

/** Where the clause before a quotation begins: behind the last stop that isn't its own colon. */
function clauseStart(before: string): number {
  const inner = before.replace(/[:\s]+$/, '');
  const last = [...inner.matchAll(stops)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function announcedIn(reading: Reading, hasColon: boolean, language: LanguageTag): NounPhrase | undefined {
  const { tokens } = reading;
  const verb = tokens.findLastIndex(({ word }) => isReporting(word, language));
  const accorded = accordingTo(reading, verb, language);
  if (accorded !== undefined) return accorded;
  if (verb === -1) return hasColon ? personIn(reading, language) : undefined;
  const behind = nounBehind(reading, verb, language);
  // "Das sagte er:" — a pronoun behind the verb is its subject, whatever opens the clause.
  if (behind?.kind === 'he' || behind?.kind === 'she') return behind;
  const subject = subjectBefore(reading, verb, language);
  if (subject !== undefined)
    return agreed(nameBeside(reading, subject, verb, language), tokens[verb]?.word, language);
  // Where the verb has its second place, the subject stands behind it; elsewhere what stands there is what is spoken of.
  const mayFollow = languages[language].mentions.capitalNouns || (behind && isBareName(reading, behind));
  return behind && mayFollow ? nameBeside(reading, behind, tokens.length, language) : undefined;
}

/** "According to X, ": behind the last verb that could give the quotation to somebody else. */
function accordingTo(reading: Reading, verb: number, language: LanguageTag): NounPhrase | undefined {
  const { according } = languages[language].reporting.attribution;
  const { text, tokens } = reading;
  for (let at = verb + 1; at < tokens.length; at += 1) {
    const length = phraseAt(reading, at, according);
    const isOpening = at === 0 || pause.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start));
    const noun =
      length > 1 || (length > 0 && isOpening) ? nounPhraseAt(reading, at + length, language) : undefined;
    if (noun !== undefined) return noun;
  }
  return undefined;
}

/** "X: " and "X, mayor of Y: ": without a verb of saying, who opens the clause must be a person. */
function personIn(reading: Reading, language: LanguageTag): NounPhrase | undefined {
  const { text, tokens } = reading;
  const subject = subjectBefore(reading, tokens.length, language);
  if (subject === undefined || subject.kind === 'other') return undefined;
  const isAll = subject.to === tokens.length || text.startsWith(',', subject.end);
  const isOne = subject.kind === 'he' || subject.kind === 'she' || isBareName(reading, subject);
  return isAll || isOne ? nameBeside(reading, subject, tokens.length, language) : undefined;
}

/** True for "Anna Berg" or "President Berg": several words, all with capitals. */
function isBareName({ text, tokens }: Reading, { from, to }: NounPhrase): boolean {
  return (
    to - from > 1 && tokens.slice(from, to).every(({ start }) => capital.test(text.slice(start, start + 2)))
  );
}
