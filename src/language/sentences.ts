import { fold } from './fold.ts';
import { languages } from './languages.ts';
import type { LanguageTag, Range } from './language.ts';
import { goesOn } from './sentence-ends.ts';
import type { Gap } from './sentence-ends.ts';

/** Where a sentence could end: at a stop or at a line break. */
const candidate = /[.!?…。！？\n\r\u2028\u2029]/g;
const stops = '.!?…。！？';
/** Stops of scripts that put no space after them. */
const wideStops = '。！？';
const closers = ')]}"\'”’»›«‹“‘』」';
const spaceBeforeGuillemet = /[ \u00a0\u202f\u2009]»/y;
const footnote = /\[\d{1,3}\]/y;
const space = /\s/;
const spaceRun = /\s*/y;
const lineBreaks = /\r\n|[\n\r\u2028\u2029]/g;
/** A word of lower-case letters, or a capitalised one, and before it nothing of an address. */
const plainWord = /(?:^|[\s"'„“«‚‘(])\p{Lu}?\p{Ll}{2,}$/u;
const longestPlainWord = 40;
/** A capitalised word and behind it a space or a comma. */
const beginning = /["„“«‚‘(]?(\p{Lu}\p{Ll}*(?:[-‑]\p{L}+)*),?\s/uy;
/** Capitalised words this short may end an address ("Example.Com"). */
const longestDomain = 3;
const lowerCase = /\p{Ll}/u;
/** After these at the end of a line, the next line goes on. */
const openLineEnd = /[\p{L}\p{N},;–—-]/u;

/**
 * The sentences of a text, trimmed and in order; every character that is not white space lies in exactly one. An empty
 * line always ends a sentence; a line break does unless the line clearly goes on. Takes linear time.
 */
export function sentences(text: string, language: LanguageTag): Range[] {
  const found: Range[] = [];
  let start = skipSpace(text, 0);
  let at = start;
  while (at < text.length) {
    const stop = find(candidate, text, at);
    if (stop === undefined) break;
    const isStop = stops.includes(text.charAt(stop));
    const end = isStop ? closingEnd(text, stop) : trimEnd(text, start, stop);
    const next = skipSpace(text, isStop ? end : stop);
    const gap = { text, start, stop, end, next, breaks: countBreaks(text, end, next) };
    const ends = isStop ? stopEnds(gap, language) : lineEnds(gap);
    if (ends && end > start) {
      found.push({ start, end });
      start = next;
    }
    at = next;
  }
  const end = trimEnd(text, start, text.length);
  if (end > start) found.push({ start, end });
  return found;
}

function stopEnds(gap: Gap, language: LanguageTag): boolean {
  if (gap.breaks > 1 || gap.next === gap.text.length) return true;
  if (gap.next === gap.end) return wideStops.includes(gap.text.charAt(gap.stop)) || lacksSpace(gap, language);
  return !goesOn(gap, language);
}

/** True for "the end.The next": a space was forgotten, as opposed to "example.org" and "Node.js". */
function lacksSpace({ text, stop, end }: Gap, language: LanguageTag): boolean {
  beginning.lastIndex = end;
  const next = beginning.exec(text)?.[1];
  if (next === undefined || !plainWord.test(text.slice(Math.max(0, stop - longestPlainWord), stop)))
    return false;
  return next.length > longestDomain || languages[language].stopWords.has(fold(next));
}

function lineEnds({ text, end, next, breaks }: Gap): boolean {
  if (breaks > 1) return true;
  const last = text.charAt(end - 1);
  return !(openLineEnd.test(last) && (last === ',' || lowerCase.test(text.charAt(next))));
}

function closingEnd(text: string, stop: number): number {
  let at = stop + 1;
  for (;;) {
    const character = text.charAt(at);
    if (character !== '' && (stops.includes(character) || closers.includes(character))) at += 1;
    else {
      const more = matchLength(spaceBeforeGuillemet, text, at) || matchLength(footnote, text, at);
      if (more === 0) return at;
      at += more;
    }
  }
}

function countBreaks(text: string, start: number, end: number): number {
  return end - start < 2 && text.charAt(start) === ' '
    ? 0
    : (text.slice(start, end).match(lineBreaks)?.length ?? 0);
}

function find(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}

function matchLength(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
}

function skipSpace(text: string, at: number): number {
  return at + matchLength(spaceRun, text, at);
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && space.test(text.charAt(at - 1))) at -= 1;
  return at;
}
