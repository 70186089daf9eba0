import { fold, languages, words } from '../language/index.ts';
import type { Token } from '../language/index.ts';
import type { LanguageTag, Range, ReportingWords } from '../language/language.ts';
import type { Analysis } from '../stories/analysis.ts';
import { datelineLength } from './dateline.ts';

/** A text to be summed up, analysed. */
export interface Told {
  readonly text: string;
  readonly language: LanguageTag;
  readonly analysis: Analysis;
}

/** A sentence that a summary may hold. */
export interface Sentence extends Range {
  /** Index of its text. */
  readonly from: number;
  /** Place in its text, from 0. */
  readonly place: number;
  /** How often each of its terms stands in it. */
  readonly terms: ReadonlyMap<string, number>;
  /** Number of all its words. */
  readonly words: number;
  /** True where it means little without the sentence before it. */
  readonly leans: boolean;
  /** True for a question, an announcement ("She said:") or words whose speaker isn't named in it. */
  readonly opensOnly: boolean;
}

/** Sentences after this many are background. */
const mostSentences = 80;
/** With fewer words outside its quotation marks, a sentence doesn't say who speaks. */
const speakersWords = 3;
const announces = /[:?]["”“»›\s]*$/u;
const quotation = /"[^"]*"|„[^“”]*[“”]|“[^”]*”|«[^»]*»|»[^«]*«/gu;
const mark = /["„“”«»]/u;
/** A straight mark behind the last stop may just as well open the next sentence. */
const ambiguous = /[.!?…]\s*"$/u;

/** The sentences of a text that tell something, in order; what belongs to the page around it is left out. */
export function readSentences({ text, language, analysis }: Told, from: number): readonly Sentence[] {
  const { reporting } = languages[language];
  const seen = new Set<string>();
  return analysis.sentences.slice(0, mostSentences).flatMap(({ start, end, terms }, place) => {
    const whole = text.slice(start, end);
    const own = whole.slice(datelineLength(whole));
    if (reporting.furniture.test(own) || seen.has(own)) return [];
    seen.add(own);
    const found = words(own);
    const [first] = found;
    return {
      from,
      start: end - own.length,
      end,
      place,
      terms: count(terms.split(' ')),
      words: found.length,
      leans: place > 0 && first !== undefined && reporting.leaning.has(fold(first.word)),
      opensOnly: announces.test(own) || lacksSpeaker(own, found, reporting),
    };
  });
}

/** True for somebody's words of which the sentence doesn't say whose: it names no speaker, and next to all of it is quoted. */
function lacksSpeaker(sentence: string, tokens: readonly Token[], { saying }: ReportingWords): boolean {
  if (!mark.test(sentence) || tokens.some(({ word }) => saying.has(fold(word)))) return false;
  const outside = sentence.replaceAll(quotation, ' ');
  const at = outside.search(mark);
  if (at === -1) return words(outside).length < speakersWords;
  // A mark without its other half: the quotation goes on from the sentence before, or into the next one.
  const isOpening = at < outside.length / 2;
  if (!isOpening && ambiguous.test(outside)) return false;
  return words(isOpening ? outside.slice(0, at) : outside.slice(at + 1)).length < speakersWords;
}

function count(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) if (term !== '') counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
