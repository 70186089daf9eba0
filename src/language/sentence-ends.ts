import { fold } from './fold.ts';
import { languages } from './languages.ts';
import type { Language, LanguageTag } from './language.ts';

/** A place where a sentence could end. */
export interface Gap {
  readonly text: string;
  /** Where the sentence began. */
  readonly start: number;
  /** The stop, or the line break. */
  readonly stop: number;
  /** Behind the stop and what closes with it. */
  readonly end: number;
  /** The next character that is not white space; the text's length when there is none. */
  readonly next: number;
  /** Line breaks from `end` to `next`. */
  readonly breaks: number;
}

/** What may stand before the first word of a sentence. */
const openers = /[\s"'„“”«»‹›‚‘’([{¿¡–—-]{0,6}/y;
const nextWordPattern = /[\p{L}\p{M}\p{N}'’]{1,40}/uy;
const lowerFirst = /^\p{Ll}(?!\p{Lu})/u;
const upperFirst = /^\p{Lu}/u;
const digits = /^\d{1,3}$/;
const romanNumeral = /^[IVXLCDM]{1,6}$/;
const letter = /^\p{L}$/u;
const dotted = /^\p{L}{1,3}(?:\.-?\p{L}{1,3})+$/u;
const wordCharacter = /[\p{L}\p{M}\p{N}.'’°\-‑]/u;
/** Looking further back for the word before a stop would only make the time quadratic. */
const longestWord = 40;
/** Names with a stop in them. */
const namesWithStops: ReadonlySet<string> = new Set(['yahoo', 'jeopardy', 'kahoot', 'joomla']);
/** Particles of names that look like words beginning a sentence ("J. Le Goff"). */
const particles: ReadonlySet<string> = new Set(['le', 'la', 'les', 'de', 'du', 'des', 'van', 'von']);

/** True where a sentence goes on behind a stop: an abbreviation, an initial, an ordinal, a quotation inside it. */
export function goesOn(gap: Gap, tag: LanguageTag): boolean {
  const { text, stop, end, next, breaks } = gap;
  const language = languages[tag];
  openers.lastIndex = next;
  const look = next + (openers.exec(text)?.[0].length ?? 0);
  const following = wordAt(text, look);
  if (breaks === 0 && (lowerFirst.test(following) || ',;:)'.includes(text.charAt(next)))) return true;
  if ('(['.includes(text.charAt(stop - 1))) return true;
  const begins = upperFirst.test(following) && language.stopWords.has(fold(following));
  const before = wordBefore(text, stop, gap.start);
  if (text.charAt(stop) !== '.') return namesWithStops.has(before.toLowerCase()) && !begins;
  if (text.charAt(stop + 1) === '.' || text.charAt(stop - 1) === '.') return false;
  if (breaks === 0 && end === stop + 1 && stop - before.length === gap.start && digits.test(before))
    return true;
  return isAbbreviated(gap, before, following, begins && !isNamePart(text, look, following), language);
}

function isAbbreviated(
  gap: Gap,
  before: string,
  following: string,
  begins: boolean,
  language: Language,
): boolean {
  const { goOn, beforeNumbers, mayEnd } = language.abbreviations;
  const lower = before.toLowerCase();
  const forms = [lower, lower.slice(lower.lastIndexOf('-') + 1), spacedLetters(gap, before)];
  if (forms.some((form) => goOn.has(form))) return true;
  const isNumber = /^\d/.test(following);
  if (isNumber && forms.some((form) => beforeNumbers.has(form))) return true;
  if (forms.some((form) => mayEnd.has(form)) || dotted.test(before)) return !begins;
  if (language.ordinalDots && digits.test(before))
    return isNumber || !(begins || language.ordinalDots.amounts.has(wordBeforeThat(gap, before)));
  if (language.ordinalDots && romanNumeral.test(before)) return !begins;
  if (letter.test(before)) return !begins;
  return false;
}

/** True for "Le" in "J. Le Goff", false in "Plan B. Le plan". */
function isNamePart(text: string, at: number, word: string): boolean {
  return particles.has(word.toLowerCase()) && upperFirst.test(wordAt(text, at + word.length + 1));
}

/** "z. B" is "z.b": single letters with dots and spaces between, joined. */
function spacedLetters({ text, stop, start }: Gap, before: string): string {
  let joined = before.toLowerCase();
  let at = stop - before.length;
  while (
    joined.length < 8 &&
    at - 3 >= start &&
    text.charAt(at - 2) === '.' &&
    isSpace(text.charAt(at - 1))
  ) {
    const previous = wordBefore(text, at - 2, start);
    if (!letter.test(previous)) break;
    joined = `${previous.toLowerCase()}.${joined}`;
    at -= previous.length + 2;
  }
  return joined;
}

/** "mehr als 150. Allein …" counts, "am 150. Jahrestag" doesn't. */
function wordBeforeThat({ text, stop, start }: Gap, before: string): string {
  const at = stop - before.length;
  return at > start && isSpace(text.charAt(at - 1)) ? wordBefore(text, at - 1, start).toLowerCase() : '';
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\u00a0' || character === '\u202f' || character === '\u2009';
}

function wordAt(text: string, at: number): string {
  nextWordPattern.lastIndex = at;
  return nextWordPattern.exec(text)?.[0] ?? '';
}

function wordBefore(text: string, stop: number, start: number): string {
  let at = stop;
  while (at > start && stop - at < longestWord && wordCharacter.test(text.charAt(at - 1))) at -= 1;
  return text.slice(at, stop);
}
