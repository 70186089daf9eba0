import { languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
import { phraseAt, readWords } from '../phrases.ts';
import type { Reading } from '../phrases.ts';
import { isAside } from './aside.ts';
import { nameBeside } from './name-beside.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { agreed, isReporting, nounBehind } from './reporting-verb.ts';
import { ownerless } from './ownerless.ts';
import { opensReport } from './reported-clause.ts';
import { subjectBefore } from './subject.ts';

const pause = /[,–—]\s*$/;
const pauseOrEnd = /^(?:\s*[,–—;]|\s*$)/;
const capital = /^\p{Lu}/u;

/** Whom a sentence without quotation marks gives all that it says to: "X said that …", "Selon X, …", "…, sagte X". */
export function reporterIn(sentence: string, language: LanguageTag): NounPhrase | undefined {
  const reading = readWords(sentence);
  return announced(reading, language) ?? accorded(reading, language) ?? closing(reading, language);
}

/** "X said that …", "Am Montag sagte X, …", "X praised them and said that …" */
function announced(reading: Reading, language: LanguageTag): NounPhrase | undefined {
  const { tokens } = reading;
  for (const [verb, { word }] of tokens.entries()) {
    if (!isReporting(word, language)) continue;
    const subject = subjectBefore(reading, verb, language);
    if (subject !== undefined) {
      const owner = ownerless(reading, subject, verb, language);
      const named = owner && nameBeside(reading, owner, verb, language);
      if (named && leadsTo(reading, named, verb, language) && opensReport(reading, verb, verb + 1, language))
        return agreed(named, word, language);
    } else if (languages[language].mentions.capitalNouns && isAside(reading, 0, verb, language)) {
      const behind = nounBehind(reading, verb, language);
      const named = behind && nameBeside(reading, behind, tokens.length, language);
      if (named && opensReport(reading, verb, named.to, language)) return named;
    }
  }
  return undefined;
}

/** True where nothing but its own helpers, what is said of it between commas, or another verb of it parts a subject from its verb. */
function leadsTo(reading: Reading, subject: NounPhrase, verb: number, language: LanguageTag): boolean {
  const { active, joining } = languages[language].reporting.indirect;
  const { text, tokens } = reading;
  let from = verb;
  while (from > subject.to && active.has(tokens[from - 1]?.word ?? '')) from -= 1;
  if (from > subject.to && joining.has(tokens[from - 1]?.word ?? '')) return true;
  const between = text.slice(subject.end, tokens[verb]?.start);
  const last = between.lastIndexOf(',');
  if (last === -1) return isHelped(reading, subject.to, verb, language);
  const next = tokens.findIndex(({ start }) => start > subject.end + last);
  return between.startsWith(',') && isHelped(reading, next, verb, language);
}

/** True for "has", "hat am Montag", "later": what may stand before a verb of saying without changing who says it. */
function isHelped(reading: Reading, from: number, verb: number, language: LanguageTag): boolean {
  const { indirect, attribution } = languages[language].reporting;
  const { tokens } = reading;
  const first = indirect.active.has(tokens[from]?.word ?? '') ? from + 1 : from;
  const isPlain = tokens
    .slice(first, verb)
    .every(({ word }) => indirect.active.has(word) || attribution.passing.has(word));
  // "hat am Montag in Kelso gesagt"
  const isFramed =
    first > from && languages[language].mentions.capitalNouns && isAside(reading, first, verb, language);
  return isPlain || isFramed;
}

/** "According to X, …", "…, selon X", "… nach Angaben von X …" */
function accorded(reading: Reading, language: LanguageTag): NounPhrase | undefined {
  const { attribution, indirect } = languages[language].reporting;
  const { text, tokens } = reading;
  for (const [at, { word, start }] of tokens.entries()) {
    const length = phraseAt(reading, at, attribution.according);
    const noun = length === 0 ? undefined : nounPhraseAt(reading, at + length, language);
    if (noun === undefined || noun.kind === 'other') continue;
    const beside = nameBeside(reading, noun, tokens.length, language);
    const isClosed = (phrase: NounPhrase) => pauseOrEnd.test(text.slice(phrase.end));
    const named = isClosed(beside) ? beside : noun;
    const isSetOff = at === 0 || pause.test(text.slice(0, start)) || isClosed(named);
    const isSure =
      !indirect.unsure.has(word) || (at > 0 && pause.test(text.slice(0, start)) && isClosed(named));
    if (isSure && (length > 1 || isSetOff) && isSomebody(reading, named, language)) return named;
  }
  return undefined;
}

/** True for what may speak: "according to a survey" names nobody. */
function isSomebody(
  { text, tokens }: Reading,
  { kind, from, to }: NounPhrase,
  language: LanguageTag,
): boolean {
  const { attribution, indirect } = languages[language].reporting;
  const first = tokens[from]?.word ?? '';
  if (indirect.indefinite.has(first)) return false;
  if (!attribution.determiners.has(first) || languages[language].mentions.capitalNouns)
    return kind === 'named';
  // "the company Boskalis", and not "the rules of Paris"
  const name = tokens.findIndex(
    ({ start }, at) => at > from && at < to && capital.test(text.slice(start, start + 2)),
  );
  return name === from + 1 || (name !== -1 && !attribution.within.has(tokens[name - 1]?.word ?? ''));
}

/** "…, X said on Monday", "…, a déclaré X", "…, sagte X": the last clause of a sentence, with nothing in it but who spoke. */
function closing(reading: Reading, language: LanguageTag): NounPhrase | undefined {
  const { active } = languages[language].reporting.indirect;
  const { text, tokens } = reading;
  const last = text.lastIndexOf(', ');
  const from = last === -1 ? -1 : tokens.findIndex(({ start }) => start > last);
  if (from < 1) return undefined;
  const subject = nounPhraseAt(reading, from, language);
  if (subject !== undefined) {
    const verb = tokens.findIndex(({ word }, at) => at >= subject.to && isReporting(word, language));
    const isPlain = verb !== -1 && tokens.slice(subject.to, verb).every(({ word }) => active.has(word));
    return isPlain && isAside(reading, verb + 1, tokens.length, language)
      ? agreed(subject, tokens[verb]?.word, language)
      : undefined;
  }
  let verb = from;
  while (active.has(tokens[verb]?.word ?? '')) verb += 1;
  const behind = isReporting(tokens[verb]?.word, language) ? nounBehind(reading, verb, language) : undefined;
  // "The mayor, Anna Berg, has criticised the council": the verb is that of whoever opens the sentence.
  const opening = subjectBefore(reading, verb, language);
  if (opening !== undefined && leadsTo(reading, opening, verb, language)) return undefined;
  return behind && isAside(reading, behind.to, tokens.length, language) ? behind : undefined;
}
