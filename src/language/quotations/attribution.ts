import { languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
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
const capital = /^\p{Lu}/u;
const colon = /[:：]\s*$/;

/** Finds whom the words around a quotation give it to; undefined where they don't tell. */
export function attributionOf(around: Surroundings, language: LanguageTag): Attribution | undefined {
  const { attribution } = languages[language].reporting;
  const after = firstClause(around.after);
  const behind = after === undefined ? undefined : afterQuotation(readWords(after), language);
  if (isNamed(behind)) return { where: 'after', ...behind };
  const inside = attribution.insideMarks ? betweenCommas(around.inside, language) : undefined;
  if (isNamed(inside)) return { where: 'inside', ...inside };
  const before = beforeQuotation(around.before, language);
  // "Anna Berg said: “…”, she says": a name tells more than a pronoun.
  if (isNamed(before)) return { where: 'before', ...before };
  if (behind !== undefined) return { where: 'after', phrase: behind.phrase };
  if (inside !== undefined) return { where: 'inside', phrase: inside.phrase };
  return before && { where: 'before', phrase: before.phrase };
}

interface Named extends Found {
  readonly phrase: NounPhrase & { readonly kind: 'named' | 'role' };
}

function isNamed(told: Found | undefined): told is Named {
  return told?.phrase.kind === 'named' || told?.phrase.kind === 'role';
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
  if (accorded > 0)
    return afterVerb(reading, accorded, language) ?? found(nounPhraseAt(reading, accorded, language));
  const inverted = afterVerb(reading, 0, language);
  if (inverted !== undefined) return inverted;
  const from = attribution.leading.has(reading.tokens[0]?.word ?? '') ? 1 : 0;
  const subject = nounPhraseAt(reading, from, language);
  if (subject === undefined) return betweenCommas(reading.text, language);
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
  if (isVerb(tokens[next]?.word) || isInverted(reading, next, language))
    return found(behindVerb(reading, next, language));
  if (!helped) return undefined;
  const subject = nounPhraseAt(reading, next, language);
  return subject !== undefined && verbAfter(reading, subject.to, language) !== undefined
    ? found(subject)
    : undefined;

  function isVerb(word: string | undefined): boolean {
    return word !== undefined && saying.has(word) && !attribution.according.includes(word);
  }
}

/** "souffle-t-elle", "dit-il": a pronoun that hangs on a verb, which may be any. */
function isInverted({ text, tokens }: Reading, at: number, language: LanguageTag): boolean {
  const { he, she } = languages[language].reporting.attribution.pronouns;
  const next = tokens[at + 1]?.word === 't' ? at + 2 : at + 1;
  const word = tokens[next]?.word ?? '';
  return (he.has(word) || she.has(word)) && /^-(?:t-)?$/.test(text.slice(tokens[at]?.end, tokens[next]?.start));
}

/** The noun behind a verb, pronouns and adverbs that stand between them passed over. */
function behindVerb(reading: Reading, verb: number, language: LanguageTag): NounPhrase | undefined {
  const { passing } = languages[language].reporting.attribution;
  for (let at = verb + 1; ; at += 1) {
    const phrase = nounPhraseAt(reading, at, language);
    if (phrase !== undefined || !passing.has(reading.tokens[at]?.word ?? '')) return phrase;
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
  if (verb === -1) return isAnnounced ? announcing(reading, language) : undefined;
  const following = behindVerb(reading, verb, language);
  // "Das lehnt er ab:": a pronoun behind the verb is its subject, whatever opens the clause.
  if (following?.kind === 'he' || following?.kind === 'she') return found(following);
  const subject = subjectBefore(reading, verb, language);
  if (subject !== undefined) return found(nameBeside(reading, subject, verb, language));
  return following === undefined ? undefined : found(nameBeside(reading, following, tokens.length, language));
}

/** "X: " and "X, mayor of Y: ": without a verb of saying, who opens the clause must be a person. */
function announcing(reading: Reading, language: LanguageTag): Found | undefined {
  const { tokens } = reading;
  const subject = subjectBefore(reading, tokens.length, language);
  if (subject === undefined || subject.kind === 'other') return undefined;
  const isAll = subject.to === tokens.length || reading.text.startsWith(',', subject.end);
  const isOne = subject.kind === 'he' || subject.kind === 'she' || isBareName(reading, subject);
  return isAll || isOne ? found(nameBeside(reading, subject, tokens.length, language)) : undefined;
}

/** True for "Anna Berg" or "President Berg": several words, all with capitals. */
function isBareName({ text, tokens }: Reading, { from, to }: NounPhrase): boolean {
  return to - from > 1 && tokens.slice(from, to).every(({ start }) => capital.test(text.slice(start)));
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
  const { determiners } = languages[language].reporting.attribution;
  if (!determiners.has(reading.tokens[subject.from]?.word ?? '')) return subject;
  const beside = reading.text.slice(subject.end, reading.tokens[subject.to]?.start);
  const name = nounPhraseAt(reading, subject.to, language);
  const isName = name?.kind === 'named' && name.to - name.from > 1 && name.to <= until && !determiners.has(reading.tokens[name.from]?.word ?? '');
  return isName && /^,\s$/.test(beside) ? name : subject;
}

function found(phrase: NounPhrase | undefined): Found | undefined {
  return phrase && { phrase };
}

function shift(phrase: NounPhrase, by: number): NounPhrase {
  return { ...phrase, start: phrase.start + by, end: phrase.end + by };
}
