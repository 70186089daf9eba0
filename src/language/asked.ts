import type { AskedKind, AskedThing } from './asking-words.ts';
import { languages } from './languages.ts';
import type { LanguageTag, Range } from './language.ts';
import { phraseAt, readWords } from './phrases.ts';
import type { Reading } from './phrases.ts';
import type { Token } from './words.ts';

const kinds = ['name', 'time', 'place', 'duration', 'number', 'share', 'money', 'reason', 'manner'] as const;
const capital = /^\p{Lu}/u;
/** Words after "which" among which its noun is looked for ("which German ruler"), and of what is asked about alone. */
const nearby = 3;
/** Words at the beginning, and at the end, among which a question word that also joins clauses asks. */
const opening = 3;
const closing = 2;

/** What a question asks for, by the first of its question words that tells; undefined for a thing, or yes or no. */
export function askedFor(text: string, language: LanguageTag): AskedKind | undefined {
  const reading = readWords(text);
  if (asksWhoOrWhat(reading, language)) return 'identity';
  const thing = thingAskedFor(reading, language);
  const isOpen = thing === undefined || thing === 'manner' || thing === 'name';
  return isOpen && asksForTerm(reading, language) ? 'term' : thing;
}

/** True for "Who is Elin Tarrow?" and "What is botany?": nothing follows but what is named. */
function asksWhoOrWhat(reading: Reading, language: LanguageTag): boolean {
  const { asking, mentions, stopWords } = languages[language];
  const { identity, between, nouns } = asking;
  const who = phraseAt(reading, 0, identity.who);
  const first = who || phraseAt(reading, 0, identity.what);
  if (first === 0) return false;
  const article = phraseAt(reading, first, between);
  const named = reading.tokens.slice(first + article);
  const isName = ({ word, start }: Token) =>
    mentions.particles.includes(word) || capital.test(reading.text.slice(start));
  const saysMore = ({ word }: Token) =>
    stopWords.has(word) || kinds.some((kind) => nouns[kind].includes(word));
  if (named.length === 0) return false;
  return who > 0 ? article === 0 && named.every(isName) : named.length <= nearby && !named.some(saysMore);
}

/** True for "What is the crust called?"; who bears a name is asked for by the same words. */
function asksForTerm(reading: Reading, language: LanguageTag): boolean {
  return reading.tokens.some((_, at) => phraseAt(reading, at, languages[language].asking.term) > 0);
}

function thingAskedFor(reading: Reading, language: LanguageTag): AskedThing | undefined {
  const { phrases, joining, which } = languages[language].asking;
  for (const [at, { word, start }] of reading.tokens.entries()) {
    // "Doctor Who": within a question, a capital makes it a part of a name.
    if (at > 0 && capital.test(reading.text.slice(start))) continue;
    if (joining.includes(word) && !opensOrEnds(reading, at)) continue;
    const [asked] = kinds
      .map((kind) => ({ kind, length: phraseAt(reading, at, phrases[kind]) }))
      .filter(({ length }) => length > 0)
      .toSorted((one, other) => other.length - one.length);
    if (asked !== undefined) return asked.kind;
    const length = phraseAt(reading, at, which);
    const told = length > 0 ? kindOfNoun(reading, at + length, language) : undefined;
    if (told !== undefined) return told;
  }
  return undefined;
}

/** Where a question asks for what is new ("the latest news"); empty where it doesn't. */
export function newsAskedFor(text: string, language: LanguageTag): readonly Range[] {
  const reading = readWords(text);
  return reading.tokens.flatMap(({ start }, at) => {
    const length = phraseAt(reading, at, languages[language].asking.news);
    const last = reading.tokens[at + length - 1];
    return length === 0 || last === undefined ? [] : [{ start, end: last.end }];
  });
}

/** True at the first words of a question or of its main clause ("In 1990, who …"), and at the last. */
function opensOrEnds({ text, tokens }: Reading, at: number): boolean {
  const before = text.slice(tokens[at - 1]?.end, tokens[at]?.start);
  return at < opening || at >= tokens.length - closing || before.includes(',');
}

function kindOfNoun(reading: Reading, from: number, language: LanguageTag): AskedThing | undefined {
  const { asking, stopWords } = languages[language];
  const skip = (at: number) => phraseAt(reading, at, asking.between);
  let at = from;
  for (let skipped = skip(at); skipped > 0; skipped = skip(at)) at += skipped;
  for (const { word } of reading.tokens.slice(at, at + nearby)) {
    if (stopWords.has(word)) return undefined;
    const found = kinds.find((kind) => asking.nouns[kind].includes(word));
    if (found !== undefined) return found;
  }
  return undefined;
}
