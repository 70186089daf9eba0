import type { LanguageTag, Range } from '../language.ts';
import { sentences as cut } from '../sentences.ts';
import { quotedIn } from './marks.ts';
import { maskAll } from './mask.ts';
import { readPeople } from './people.ts';
import { quotationsIn } from './quotations.ts';
import { reporterIn } from './reporter.ts';

/** A sentence that tells in the paper's words what somebody said. */
export interface Report extends Range {
  /** Where the text names who said it. */
  readonly speaker: Range;
}

const stop = /[.!…]?\s*$/;
const asks = /\?\s*$/;

/**
 * The sentences of a text that tell what somebody whom the text names has said, without quoting it, in order. Pronouns stand
 * for the last name that they may mean, as beside quotations.
 */
export function reportsIn(
  text: string,
  language: LanguageTag,
  sentences: readonly Range[] = cut(text, language),
): readonly Report[] {
  const masked = maskAll(text, quotedIn(text, language));
  const people = readPeople(masked, sentences, language);
  const quotations = quotationsIn(text, language, sentences);
  const spoke = new Map<number, Range>();
  return sentences.flatMap(({ start, end }, index): readonly Report[] => {
    const quoted = quotations.filter((quotation) => quotation.start < end && quotation.end > start);
    const quotes = quoted.findLast(({ speaker }) => speaker !== undefined)?.speaker;
    if (quotes !== undefined) spoke.set(index, quotes);
    const sentence = masked.slice(start, end);
    if (quoted.length > 0 || asks.test(sentence)) return [];
    const phrase = reporterIn(sentence.replace(stop, ''), language);
    if (phrase === undefined || phrase.kind === 'other') return [];
    const named = { start: phrase.start + start, end: phrase.end + start };
    const speaker =
      phrase.kind === 'he' || phrase.kind === 'she'
        ? people.before(index, phrase.kind, (at) => spoke.get(at))
        : people.whole(named);
    if (speaker === undefined) return [];
    spoke.set(index, speaker);
    return [{ start, end, speaker }];
  });
}
