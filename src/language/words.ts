import type { Range } from './language.ts';

/** A word of a text with its place. */
export interface Token extends Range {
  /** Lower case, composed (NFC), with its accents; numbers with a decimal point and without thousand separators. */
  readonly word: string;
}

/** Numbers with their separators; letters with dots between ("U.S."); capitals joined to others or to a number ("AT&T", "F-16"); letters and digits with apostrophes inside. */
const pattern =
  /\d+(?:[.,'’\u00a0\u202f\u2009 ]\d+)+(?![\p{L}\p{M}\d])|\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|(?<![\p{L}\p{N}])\p{Lu}{1,2}(?:&\p{Lu}|-\d+s?)(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200c\u200d]*(?:['’ʼ][\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200c\u200d]*)*/gu;
/** Within a stretch of digits: "1,086.5", "14,2", "06.05.2017" or a lone number. */
const numbers =
  /[1-9]\d{0,2}([.,'’\u00a0\u202f\u2009 ])\d{3}(?:\1\d{3})*(?!\d)(?:[.,]\d+(?!\d|[.,]\d))?|(?<![.,])\d+[.,]\d+(?!\d|[.,]\d)|(?<![.,])\d+(?:\.\d+){2,}(?!\d|,\d)|\d+/g;
const grouped = /^[1-9]\d{0,2}([.,'’\u00a0\u202f\u2009 ])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/;
const elision = /^(?:[ldjnsctm]|(?:lors|jus|puis|quoi|quel)?qu)'(?=\p{L})/iu;
/** "2017's"; a decade keeps its "s". */
const possessive = /(?<=[1-9])['’ʼ][sS]$/u;
/** "F-16", or more than one of them, is "F16" to others. */
const joined = /^\p{Lu}+-\d/u;
const joints = /[.-]|(?<=\d)s$/g;
const apostrophes = /['’ʼ]/g;
const invisible = /[\u00ad\u200c\u200d]/g;
const ascii = /^[\0-\x7f]*$/;
const digit = /^\d/;
/** Acronyms spelled like function words, with what stands for them. */
const acronyms: ReadonlyMap<string, string> = new Map([
  ['US', 'usa'],
  ['U.S', 'usa'],
  ['U.S.A', 'usa'],
  ['WHO', 'w.h.o'],
  ['W.H.O', 'w.h.o'],
]);

/**
 * The words of a text, in order. Hyphenated words give their parts, French elisions two words; the possessive "'s" is
 * dropped, and so are the dots of "z.B.". Scripts written without spaces give one word a stretch.
 */
export function words(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const found = match[0];
    if (found.length > 1) addFound(tokens, found, match.index);
    else tokens.push({ word: normalise(found), start: match.index, end: match.index + 1 });
  }
  return tokens;
}

function addFound(tokens: Token[], found: string, start: number): void {
  const acronym = acronyms.get(found);
  if (acronym !== undefined) tokens.push({ word: acronym, start, end: start + found.length });
  else if (digit.test(found)) addNumbers(tokens, found, start);
  else if (found.includes("'") || found.includes('’') || found.includes('ʼ'))
    addApostrophe(tokens, found, start);
  else if (found.charAt(1) === '.' || joined.test(found))
    addWord(tokens, found.replace(joints, ''), start, found.length);
  else addWord(tokens, found, start, found.length);
}

function addWord(tokens: Token[], text: string, start: number, length: number): void {
  const word = normalise(text);
  if (word !== '') tokens.push({ word, start, end: start + length });
}

function addNumbers(tokens: Token[], found: string, start: number): void {
  if (!/[^\d]/.test(found) || /\p{L}/u.test(found)) {
    addWord(tokens, found.replace(possessive, ''), start, found.length);
    return;
  }
  for (const match of found.matchAll(numbers)) {
    addWord(tokens, normaliseNumber(match[0]), start + match.index, match[0].length);
  }
}

function addApostrophe(tokens: Token[], found: string, start: number): void {
  let rest = found.replace(apostrophes, "'");
  let at = start;
  for (let match = elision.exec(rest); match; match = elision.exec(rest)) {
    const { length } = match[0];
    addWord(tokens, rest.slice(0, length - 1), at, length - 1);
    rest = rest.slice(length);
    at += length;
  }
  if (/.'[sS]$/u.test(rest)) rest = rest.slice(0, -2);
  addWord(tokens, rest, at, rest.length);
}

/** "1,086.50" → "1086.50", "14,2" → "14.2". */
function normaliseNumber(found: string): string {
  const separator = grouped.exec(found)?.[1];
  const plain = separator === undefined ? found : found.replaceAll(separator, '');
  return plain.replace(',', '.');
}

function normalise(text: string): string {
  const lower = text.toLowerCase();
  return ascii.test(lower) ? lower : lower.replace(invisible, '').normalize('NFC');
}
