import type { LanguageTag, Range } from '../language.ts';
import { sentences as cut } from '../sentences.ts';
import { words } from '../words.ts';
import { attributionOf } from './attribution.ts';
import { quotedIn } from './marks.ts';
import { maskAll } from './mask.ts';
import { readPeople } from './people.ts';

/** Somebody's own words in a text, with their quotation marks. */
export interface Quotation extends Range {
  /** Where the text names who said it; undefined where it leaves that open. */
  readonly speaker?: Range;
  /** What stands for them beside the quotation, which may be a pronoun. */
  readonly attribution?: Range;
}

/** With fewer words it is a word that somebody uses, and not what they say. */
const fewestWords = 4;
/** From this many words on, what stands between marks is no title. */
const longTitle = 8;
/** A piece of what somebody says, with fewer words, is a term that they use. */
const fragment = 5;
/** UTF-16 units around a quotation in which its speaker is looked for. */
const widest = 600;
const stop = /[.!?…]["”“»’]?\s*["”“»’«]?$/;
const announces = /:\s*$/;
const noWords = /^[\s.,!?…]*$/;
const questionOrCall = /[!?]["”“»’]?\s*["”“»’«]?$/;

/**
 * The direct quotations of a text, in order and whole: what stands between quotation marks and isn't a title or a word in
 * quotation marks, with the speaker whom the words around it name. Pronouns stand for the last name that they may mean.
 */
export function quotationsIn(
  text: string,
  language: LanguageTag,
  sentences: readonly Range[] = cut(text, language),
): readonly Quotation[] {
  const quoted = quotedIn(text, language);
  if (quoted.length === 0) return [];
  const masked = maskAll(text, quoted);
  const people = readPeople(masked, sentences, language);
  const spoke = new Map<number, Range>();
  const found: Quotation[] = [];
  for (const range of quoted) {
    const place = placeOf(range, sentences);
    const told = attributed(range, place);
    if (!isSaid(range, told?.attribution !== undefined)) continue;
    if (told?.speaker !== undefined) {
      for (let index = place.first; index <= place.last; index += 1) spoke.set(index, told.speaker);
    }
    found.push({ ...range, ...told });
  }
  return found;

  function attributed(range: Range, place: Place): Pick<Quotation, 'speaker' | 'attribution'> | undefined {
    const { start, end } = frameOf(range, place);
    const around = {
      before: masked.slice(start, range.start),
      inside: text.slice(range.start, range.end),
      after: masked.slice(range.end, end),
    };
    const told = attributionOf(around, language);
    if (told === undefined) return going(range, place) ?? said(range, place);
    const offset = { before: start, inside: range.start, after: range.end }[told.where];
    const attribution = { start: told.phrase.start + offset, end: told.phrase.end + offset };
    const { kind } = told.phrase;
    if (kind === 'other') return { attribution };
    if (kind === 'named' || kind === 'role') return { attribution, speaker: people.whole(attribution) };
    const speaker = people.before(place.first, kind, (index) => spoke.get(index));
    return { attribution, ...(speaker && { speaker }) };
  }

  /** What stands alone goes on from the quotation just before it: “…”, she said. “…” */
  function going(range: Range, { first }: Place): Pick<Quotation, 'speaker' | 'attribution'> | undefined {
    const last = found.at(-1);
    const between = last === undefined ? '' : masked.slice(last.end, range.start);
    const isClose =
      last !== undefined && (spoke.has(first - 1) || spoke.has(first)) && between.length < widest;
    const opensSentence = sentences[first]?.start === range.start;
    if (!isClose || !opensSentence || last.speaker === undefined) return undefined;
    return { speaker: last.speaker, ...(last.attribution && { attribution: last.attribution }) };
  }

  /** What stands alone behind a sentence that says who spoke: X has criticised the plan. “…” */
  function said(
    range: Range,
    { first, last }: Place,
  ): Pick<Quotation, 'speaker' | 'attribution'> | undefined {
    const previous = sentences[first - 1];
    const isAlone =
      sentences[first]?.start === range.start && noWords.test(masked.slice(range.end, sentences[last]?.end));
    if (previous === undefined || !isAlone || text.slice(previous.end, range.start).includes('\n'))
      return undefined;
    const before = masked.slice(previous.start, previous.end).replace(/[.!?…]+\s*$/, '');
    const told = attributionOf({ before, inside: '', after: '' }, language);
    if (told?.phrase.kind !== 'named') return undefined;
    const attribution = { start: told.phrase.start + previous.start, end: told.phrase.end + previous.start };
    return { attribution, speaker: people.whole(attribution) };
  }

  /** The sentences that a quotation stands in, and the one that announces it. */
  function frameOf(range: Range, { first, last }: Place): Range {
    let start = sentences[first]?.start ?? range.start;
    let end = sentences[last]?.end ?? range.end;
    const previous = sentences[first - 1];
    if (
      start === range.start &&
      previous !== undefined &&
      announces.test(text.slice(previous.start, previous.end))
    )
      start = previous.start;
    const next = sentences[last + 1];
    const mayGoOn =
      noWords.test(masked.slice(range.end, end)) && questionOrCall.test(text.slice(range.start, range.end));
    if (mayGoOn && next !== undefined && !text.slice(range.end, next.start).includes('\n')) end = next.end;
    return { start: Math.max(start, range.start - widest), end: Math.min(end, range.end + widest) };
  }

  function isSaid({ start, end }: Range, isAttributed: boolean): boolean {
    const inner = text.slice(start, end);
    const count = words(inner).length;
    const isWhole = stop.test(inner);
    if (isAttributed)
      return count >= (/^.\s?\p{Lu}/u.test(inner) ? fewestWords : fragment) || (count > 1 && isWhole);
    return count >= longTitle || (count >= fewestWords && isWhole);
  }
}

interface Place {
  readonly first: number;
  readonly last: number;
}

function placeOf({ start, end }: Range, sentences: readonly Range[]): Place {
  const first = sentences.findIndex((sentence) => sentence.end > start);
  const last = sentences.findLastIndex((sentence) => sentence.start < end);
  return { first, last: Math.max(first, last) };
}
