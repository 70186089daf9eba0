import type { AskedKind } from './asking-words.ts';
import { languages } from './languages.ts';
import type { LanguageTag } from './language.ts';
import { phraseAt, readWords } from './phrases.ts';
import type { Reading } from './phrases.ts';

/** What a question asks for. */
export interface Asked {
  /** Undefined where its words don't tell: a thing, a manner, or yes or no. */
  readonly kind: AskedKind | undefined;
  /** The noun, folded, that says what is asked for: "battle" in "Which battle …?". */
  readonly noun: string | undefined;
}

/** What may be asked for. */
export const askedKinds = ['name', 'time', 'place', 'number', 'money', 'reason'] as const;

const capital = /^\p{Lu}/u;
/** Words after the question word among which its noun is looked for. */
const nearby = 3;

/** Reads from a question's first question word what it asks for. */
export function askedFor(text: string, language: LanguageTag): Asked {
  const reading = readWords(text);
  const { phrases, which, between } = languages[language].asking;
  for (const [at, { start }] of reading.tokens.entries()) {
    // "Doctor Who": within a question, a capital makes it a part of a name.
    if (at > 0 && capital.test(text.slice(start))) continue;
    const [kind] = longestFirst(askedKinds, (each) => phraseAt(reading, at, phrases[each]));
    if (kind !== undefined) return { kind, noun: undefined };
    const length = phraseAt(reading, at, which);
    if (length > 0) return nounAfter(reading, at + length, between, language);
  }
  return { kind: undefined, noun: undefined };
}

/** The noun, and what it asks for: that of a word it may stand after, too ("which German ruler"). */
function nounAfter(reading: Reading, from: number, between: readonly string[], language: LanguageTag): Asked {
  let at = from;
  for (let skipped = phraseAt(reading, at, between); skipped > 0; skipped = phraseAt(reading, at, between))
    at += skipped;
  const { asking, stopWords } = languages[language];
  const after = reading.tokens.slice(at, at + nearby).map(({ word }) => word);
  const end = after.findIndex((word) => stopWords.has(word));
  const nouns = end === -1 ? after : after.slice(0, end);
  for (const noun of nouns) {
    const kind = askedKinds.find((each) => asking.nouns[each].includes(noun));
    if (kind !== undefined) return { kind, noun };
  }
  return { kind: undefined, noun: nouns[0] };
}

function longestFirst<item>(items: readonly item[], lengthOf: (item: item) => number): readonly item[] {
  const measured = items.map((item) => ({ item, length: lengthOf(item) })).filter(({ length }) => length > 0);
  return measured.toSorted((one, other) => other.length - one.length).map(({ item }) => item);
}
