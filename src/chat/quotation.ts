import type { LanguageTag } from '../language/language.ts';
import type { Span, Text } from './message.ts';

/** Opening quotation marks and what may close them. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '›': '‹',
};

const marks: Readonly<Record<LanguageTag, readonly [string, string]>> = {
  en: ['“', '”'],
  fr: ['«\u00A0', '\u00A0»'],
  de: ['„', '“'],
};

const space = /\s/;
const letter = /[\p{L}\p{N}]/u;

/** Matches a text in which a word begins with a mark that can open a quotation. */
export const opensQuotation = new RegExp(`(?:^|\\s)[${Object.keys(closers).join('')}]`, 'u');

/** A text in the quotation marks of its language; a text that is one quotation already stays as it is. */
export function quote(text: string, language: LanguageTag): string {
  const trimmed = text.trim();
  if (isQuotation(trimmed)) return trimmed;
  const [open, close] = marks[language];
  return `${open}${trimmed}${close}`;
}

/** Running text in the quotation marks of its language, its marked words still marked. @param words the text without them */
export function quoteSpans(text: Text, words: string, language: LanguageTag): readonly Span[] {
  if (typeof text === 'string') return [quote(text, language)];
  const quoted = quote(words, language);
  const start = quoted.indexOf(words.trim());
  const [open, close] = [quoted.slice(0, start), quoted.slice(start + words.trim().length)];
  const spans: readonly Span[] = [open, ...(isSpans(text) ? text : [text]), close];
  // Marks stay with the words they stand beside: messages may be broken between spans.
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (typeof last === 'string' && typeof span === 'string') joined[joined.length - 1] = last + span;
    else joined.push(span);
  }
  return joined;
}

function isSpans(text: Text): text is readonly Span[] {
  return Array.isArray(text);
}

/** True for “one quotation”, false for “one” and “another”, or an apostrophe’s mark inside a word. */
function isQuotation(text: string): boolean {
  const closing = closers[text.charAt(0)];
  if (closing === undefined) return false;
  for (let at = 1; at < text.length; at += 1) {
    if (closing.includes(text.charAt(at)) && !letter.test(text.charAt(at + 1))) return at === text.length - 1;
  }
  return false;
}

/** A value a reader typed between quotation marks. */
export interface Quoted {
  readonly value: string;
  /** Where the text goes on after the closing mark. */
  readonly end: number;
}

/**
 * Makes a function that reads the quotation opening at a place of `text`; undefined where none opens or none is closed. A closing
 * mark is followed by a space or the end, so that apostrophes and inner quotations stay inside; `\` before a mark or a `\`
 * takes it literally. Reading at rising places takes linear time in all.
 */
export function createQuotationReader(text: string): (start: number) => Quoted | undefined {
  // Whoever finds no closing mark from one place finds none from a later one either.
  const unclosed = new Set<string>();
  return (start) => {
    const opening = text.charAt(start);
    const closing = closers[opening];
    if (closing === undefined || unclosed.has(opening)) return undefined;
    let value = '';
    let copied = start + 1;
    for (let at = start + 1; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (character === '\\' && escapable(text.charAt(at + 1))) {
        value += text.slice(copied, at);
        copied = at + 1;
        at += 1;
      } else if (closing.includes(character) && (at + 1 === text.length || space.test(text.charAt(at + 1)))) {
        value += text.slice(copied, at);
        return { value: opening === '«' ? value.trim() : value, end: at + 1 };
      }
    }
    unclosed.add(opening);
    return undefined;
  };
}

function escapable(character: string): boolean {
  return character === '\\' || character === '"';
}

/** A value between straight quotation marks, as `createQuotationReader` reads it. */
export function quoteTyped(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
