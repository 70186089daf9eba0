import { languages } from '../languages.ts';
import type { LanguageTag, Range } from '../language.ts';
import { phraseAt, readWords } from '../phrases.ts';
import type { Reading } from '../phrases.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';

/** The words around a quotation, other quotations in them blanked out. */
export interface Surroundings {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
}

/** Whom the words around a quotation give it to, and in which of them. */
export interface Attribution {
  readonly where: keyof Surroundings;
  /** Offsets in there. */
  readonly phrase: NounPhrase;
}

/** Words between the beginning of a clause and its verb, at the most. */
const mostBefore = 12;
const clauseEnd = /[.!?;:…][\s"”“»)]*(?=\s|$)/;
const colon = /[:：]\s*$/;

/** Finds whom the words around a quotation give it to; undefined where they don't tell. */
export function attributionOf(around: Surroundings, language: LanguageTag): Attribution | undefined {
  const { attribution } = languages[language].reporting;
  const after = firstClause(around.after);
  const told = after === undefined ? undefined : afterQuotation(readWords(after), language);
  if (told !== undefined) return { where: 'after', ...told };
  if (attribution.insideMarks) {
    const inside = betweenCommas(around.inside, language);
    if (inside !== undefined) return { where: 'inside', ...inside };
  }
  const before = beforeQuotation(around.before, language);
  return before && { where: 'before', ...before };
}

type Found = Omit<Attribution, 'where'>;

/** What follows a quotation up to the end of the clause; undefined where the sentence doesn't go on. */
function firstClause(text: string): string | undefined {
  const end = clauseEnd.exec(text);
  if (end?.index === 0) return undefined;
  const clause = end === null ? text : text.slice(0, end.index);
  return clause.trim() === '' ? undefined : clause;
}

/** ", said X", ", X said", ", so X", ", wie X sagte", ", a déclaré X". */
function afterQuotation(reading: Reading, language: LanguageTag): Found | undefined {
  const { attribution } = languages[language].reporting;
  const accorded = phraseAt(reading, 0, attribution.according);
  if (accorded > 0) return found(nounPhraseAt(reading, accorded, language));
  const inverted = afterVerb(reading, 0, language);
  if (inverted !== undefined) return inverted;
  const from = attribution.leading.has(reading.tokens[0]?.word ?? '') ? 1 : 0;
  const subject = nounPhraseAt(reading, from, language);
  if (subject === undefined) return undefined;
  const verb = verbAfter(reading, subject.to, language);
  return verb === undefined ? undefined : found(nameBeside(reading, subject, verb, language));
}

/** "said X", "sagte X", "a déclaré X", "a-t-il dit", "hat X gesagt". */
function afterVerb(reading: Reading, at: number, language: LanguageTag): Found | undefined {
  const { saying, attribution } = languages[language].reporting;
  const { tokens } = reading;
  let next = at;
  let helped = false;
  while (attribution.helpers.has(tokens[next]?.word ?? '') && next - at < 3) {
    next += 1;
    helped = true;
  }
  if (isVerb(tokens[next]?.word)) {
    const following = tokens[next + 1]?.word === 't' ? next + 2 : next + 1;
    return found(nounPhraseAt(reading, following, language));
  }
  if (!helped) return undefined;
  const subject = nounPhraseAt(reading, next, language);
  return subject !== undefined && verbAfter(reading, subject.to, language) !== undefined
    ? found(subject)
    : undefined;

  function isVerb(word: string | undefined): boolean {
    return word !== undefined && saying.has(word) && !attribution.according.includes(word);
  }
}

/** The first verb of saying behind a subject, in its clause. */
function verbAfter(reading: Reading, from: number, language: LanguageTag): number | undefined {
  const { saying, attribution } = languages[language].reporting;
  for (let at = from; at < Math.min(reading.tokens.length, from + mostBefore); at += 1) {
    const word = reading.tokens[at]?.word ?? '';
    if (saying.has(word) && !attribution.according.includes(word)) return at;
  }
  return undefined;
}

/** « Nous sommes prêts, a déclaré X, à partir » */
function betweenCommas(inside: string, language: LanguageTag): Found | undefined {
  for (const match of inside.matchAll(/,\s/g)) {
    const start = match.index + match[0].length;
    const next = inside.slice(start).search(/[,.!?;:»"”]/);
    const clause = inside.slice(start, next === -1 ? undefined : start + next);
    const told = afterVerb(readWords(clause), 0, language);
    if (told !== undefined) return { ...told, phrase: shift(told.phrase, start) };
  }
  return undefined;
}

/** "X said: ", "Am Montag sagte X: ", "Selon X, ", "X: ", "X called it ". */
function beforeQuotation(before: string, language: LanguageTag): Found | undefined {
  const start = clauseStart(before);
  const reading = readWords(before.slice(start));
  const told = inClause(reading, colon.test(before), language);
  return told && { ...told, phrase: shift(told.phrase, start) };
}

/** Where the clause before a quotation begins: behind the last stop that isn't its own colon. */
function clauseStart(before: string): number {
  const inner = before.replace(/[:\s]+$/, '');
  const last = [...inner.matchAll(/[.!?;:…]["”“»)]*\s/g)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function inClause(reading: Reading, isAnnounced: boolean, language: LanguageTag): Found | undefined {
  const { saying, attribution } = languages[language].reporting;
  const { tokens } = reading;
  const verb = tokens.findLastIndex(
    ({ word }, at) => saying.has(word) && !attribution.according.includes(word) && at >= 0,
  );
  for (let at = 0; at < tokens.length; at += 1) {
    const accorded = phraseAt(reading, at, attribution.according);
    const isOpening = at === 0 || /[,–—]\s*$/.test(reading.text.slice(0, tokens[at]?.start));
    if (accorded > 0 && (isOpening || accorded > 1)) {
      const accordedTo = nounPhraseAt(reading, at + accorded, language);
      if (accordedTo !== undefined && verb < at) return found(accordedTo);
    }
  }
  if (verb === -1 && !isAnnounced) return undefined;
  const until = verb === -1 ? tokens.length : verb;
  const subject = subjectBefore(reading, until, language);
  if (subject !== undefined) return found(nameBeside(reading, subject, until, language));
  if (verb === -1) return undefined;
  const following = nounPhraseAt(reading, verb + 1, language);
  return following === undefined || following.kind === 'other' ? undefined : found(following);
}

/** The noun that opens a clause, adverbials between commas before it left out. */
function subjectBefore(reading: Reading, until: number, language: LanguageTag): NounPhrase | undefined {
  const { leading, apart, determiners } = languages[language].reporting.attribution;
  const { text, tokens } = reading;
  let at = 0;
  while (at < until) {
    while (at < until && leading.has(tokens[at]?.word ?? '')) at += 1;
    const word = tokens[at]?.word ?? '';
    if (!apart.has(word) || determiners.has(word)) {
      const phrase = nounPhraseAt(reading, at, language);
      if (phrase !== undefined && phrase.to <= until) return phrase;
    }
    // Where a verb has its second place, what opens the clause otherwise leaves the subject behind it.
    const next = tokens.findIndex(
      (_, index) => index > at && index < until && text.slice(tokens[index - 1]?.end, tokens[index]?.start).includes(','),
    );
    if (next === -1) return undefined;
    at = next;
  }
  return undefined;
}

/** "the mayor, Anna Berg, said": the name between the commas, if there is one. */
function nameBeside(
  reading: Reading,
  subject: NounPhrase,
  until: number,
  language: LanguageTag,
): NounPhrase {
  if (subject.kind !== 'role') return subject;
  const beside = reading.text.slice(subject.end, reading.tokens[subject.to]?.start);
  const name = nounPhraseAt(reading, subject.to, language);
  const isName = name?.kind === 'named' && name.to - name.from > 1 && name.to <= until;
  return isName && /^,\s$/.test(beside) ? name : subject;
}

function found(phrase: NounPhrase | undefined): Found | undefined {
  return phrase && { phrase };
}

function shift(phrase: NounPhrase, by: number): NounPhrase {
  return { ...phrase, start: phrase.start + by, end: phrase.end + by };
}
