import type { LanguageTag, Range } from '../language.ts';

/** Opening quotation marks, what closes them, best first, and in which languages they open where not in all. */
const pairs: Readonly<
  Record<string, { readonly closers: readonly string[]; readonly only?: readonly LanguageTag[] }>
> = {
  '„': { closers: ['“', '”', '"'] },
  '“': { closers: ['”', '"'] },
  '«': { closers: ['»'] },
  '»': { closers: ['«'], only: ['de'] },
  '”': { closers: ['”'], only: ['de'] },
  '"': { closers: ['"'] },
  '‘': { closers: ['’'], only: ['en'] },
};

const opening = /[„“«»”"‘]/g;
/** No quotation in the news is longer, in UTF-16 units. */
const longest = 4000;
/** Quotations with the same marks inside one, at the most: looking on would make the time quadratic. */
const mostInner = 4;
/** What stands before a mark that opens. */
const before = /[\s([{–—\-'’"„“«‚‘:/]/;
const space = /\s/;
const wordCharacter = /[\p{L}\p{N}]/u;
const stop = /[.,!?…;]/;
const paragraphBreak = /[ \t]*(?:\r\n|[\n\r])\s*/y;

/**
 * What stands between quotation marks, the marks included, in order; of nested quotations the outer one. One that goes on over
 * several paragraphs begins each of them with its mark; one that is never closed is none.
 */
export function quotedIn(text: string, language: LanguageTag): readonly Range[] {
  const found: Range[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const { index: start } = match;
    const pair = pairs[match[0]];
    const isOpening = pair !== undefined && (pair.only?.includes(language) ?? true) && opens(text, start);
    const end = isOpening ? endOf(text, start, pair.closers) : undefined;
    if (end === undefined) continue;
    found.push({ start, end });
    opening.lastIndex = end;
  }
  return found;
}

function opens(text: string, at: number): boolean {
  const isFree = at === 0 || before.test(text.charAt(at - 1));
  const next = text.charAt(at + 1);
  // Guillemets are spaced in French and never closed by themselves; others touch their first word.
  const mark = text.charAt(at);
  return mark === '«' || mark === '„' ? next !== '' : isFree && next !== '' && !space.test(next);
}

function endOf(text: string, start: number, closers: readonly string[]): number | undefined {
  for (const closer of closers) {
    const end = closingOf(text, start, closer);
    if (end !== undefined) return end;
  }
  return undefined;
}

function closingOf(text: string, start: number, closer: string): number | undefined {
  const opener = text.charAt(start);
  let depth = 1;
  let opened = 0;
  for (let at = start + 1; at < Math.min(text.length, start + longest); at += 1) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') {
      const next = afterBreak(text, at);
      if (text.charAt(next) !== opener) return undefined;
      at = next;
    } else if (character === closer && closes(text, at)) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (character === opener && opens(text, at)) {
      opened += 1;
      if (opened > mostInner) return undefined;
      if (opener !== closer) depth += 1;
    }
  }
  return undefined;
}

function afterBreak(text: string, at: number): number {
  paragraphBreak.lastIndex = at;
  return paragraphBreak.test(text) ? paragraphBreak.lastIndex : at + 1;
}

/** True for a mark that ends a quotation; false for one that opens another inside it, or for an apostrophe. */
function closes(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === '»' || mark === '“') return true;
  if (wordCharacter.test(text.charAt(at + 1))) return false;
  if (mark === '"') return !space.test(text.charAt(at - 1));
  // "The boys’ dog": a possessive, unless the quotation has come to a stop.
  return mark !== '’' || stop.test(text.charAt(at - 1)) || !/s/i.test(text.charAt(at - 1));
}
