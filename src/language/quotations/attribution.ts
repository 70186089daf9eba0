import { languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
import { phraseAt, readWords } from '../phrases.ts';
import type { Reading } from '../phrases.ts';
import { announcementIn } from './announcement.ts';
import { nameBeside } from './name-beside.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { invertedSubject, reportingVerbAfter } from './reporting-verb.ts';

/** The words around a quotation, other quotations in them blanked out, and those inside it. */
export interface Surroundings {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
}

/** Whom the words around a quotation give it to. */
export interface Attribution {
  /** In which of the surroundings the offsets count. */
  readonly where: keyof Surroundings;
  readonly phrase: NounPhrase;
}

const clauseEnd = /[.!?;:…][\s"”“»)]*(?=\s|$)/;
const commas = /,\s/g;
const end = /[,.!?;:»"”]/;

/** Finds whom the words around a quotation give it to; undefined where they don't tell. */
export function attributionOf(around: Surroundings, language: LanguageTag): Attribution | undefined {
  const { insideMarks } = languages[language].reporting.attribution;
  const after = firstClause(around.after);
  const behind = after === '' ? undefined : afterQuotation(readWords(after), language);
  const inside = insideMarks ? betweenCommas(around.inside, language) : undefined;
  const before = isName(behind) || isName(inside) ? undefined : announcementIn(around.before, language);
  const found = { after: behind, inside, before };
  const places = ['after', 'inside', 'before'] as const;
  // "Anna Berg said: “…”, she says": a name tells more than a pronoun.
  const where = places.find((place) => isName(found[place])) ?? places.find((place) => found[place]);
  const phrase = where && found[where];
  return where && phrase && { where, phrase };
}

function isName(phrase: NounPhrase | undefined): boolean {
  return phrase?.kind === 'named' || phrase?.kind === 'role';
}

/** What follows a quotation up to the end of the clause; nothing where the sentence doesn't go on. */
function firstClause(text: string): string {
  const stop = clauseEnd.exec(text);
  return stop === null ? text.trimEnd() : text.slice(0, stop.index);
}

/** ", said X", ", X said", ", so X", ", wie X sagte", ", a déclaré X". */
function afterQuotation(reading: Reading, language: LanguageTag): NounPhrase | undefined {
  const { according, leading } = languages[language].reporting.attribution;
  const { text, tokens } = reading;
  const accorded = phraseAt(reading, 0, according);
  const inverted = invertedSubject(reading, accorded, language);
  if (inverted !== undefined || accorded > 0) return inverted ?? nounPhraseAt(reading, accorded, language);
  const from = leading.has(tokens[0]?.word ?? '') ? 1 : 0;
  const subject = nounPhraseAt(reading, from, language);
  if (subject === undefined) return betweenCommas(text, language);
  const verb = reportingVerbAfter(reading, subject.to, language);
  if (verb === undefined) return undefined;
  // "“…”, and the planes turned back, Berg said."
  const last = text.slice(0, tokens[verb]?.start).lastIndexOf(', ');
  const nearest = tokens.findIndex(({ start }) => start > last);
  const own = nearest > from && nearest < verb ? nounPhraseAt(reading, nearest, language) : undefined;
  return own?.to === verb ? own : nameBeside(reading, subject, verb, language);
}

/** « Nous sommes prêts, a déclaré X, à partir » */
function betweenCommas(text: string, language: LanguageTag): NounPhrase | undefined {
  for (const match of text.matchAll(commas)) {
    const start = match.index + match[0].length;
    const length = text.slice(start).search(end);
    const clause = text.slice(start, length === -1 ? undefined : start + length);
    const told = invertedSubject(readWords(clause), 0, language);
    if (told !== undefined) return { ...told, start: told.start + start, end: told.end + start };
  }
  return undefined;
}
