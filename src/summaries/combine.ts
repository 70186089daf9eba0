import type { Range } from '../language/language.ts';
import { choose } from './choose.ts';
import { likeness } from './likeness.ts';
import type { Told } from './sentences.ts';
import { weighSentences } from './worth.ts';
import type { Weighed } from './worth.ts';

/** A sentence of a story that several texts tell. */
export interface Combined extends Range {
  /** Index of its text. */
  readonly from: number;
  /** Indexes of the other texts that say the same. */
  readonly also: readonly number[];
}

interface Choice extends Weighed {
  readonly also: readonly number[];
}

/** Words from which a sentence says enough. */
const full = 15;
/** Two sentences of different texts sharing this much (cosine) agree; of what is shown, none may share more. */
const agreeing = 0.4;
/** What a sentence gains where all others agree. */
const agreement = 0.5;
/** Taken off for each sentence that its text is already quoted with: others have something to add. */
const saidAlready = 0.15;
/** Taken off a sentence that leans on one before it, which isn't shown with it. */
const leaning = 0.3;

/**
 * Chooses the sentences of several texts that tell their story: first what most of them agree on, then what each adds, none of
 * it twice. The texts are in one language's terms; see `translateTold`.
 * @param isShown false for texts that agree or not, but whose sentences aren't wanted
 */
export function combine(
  told: readonly Told[],
  count: number,
  isShown: (from: number) => boolean,
): readonly Combined[] {
  const all = weighSentences(told, full);
  const shown = all
    .filter(({ sentence }) => isShown(sentence.from))
    .map((each) => ({ ...each, also: agreeingWith(each, all) }));
  const chosen = choose<Choice>(shown, count, agreeing, (each, others) =>
    worthNow(each, others, told.length),
  );
  const isAgreed = ({ also }: Choice) => also.length > 0 && 2 * also.length >= told.length - 1;
  return [
    ...chosen.filter(isAgreed),
    ...chosen.filter((each) => !isAgreed(each)).toSorted(inReadingOrder),
  ].map(({ sentence: { from, start, end }, also }) => ({ from, start, end, also }));
}

/** The other texts in which a sentence stands in other words. */
function agreeingWith({ sentence, vector }: Weighed, all: readonly Weighed[]): readonly number[] {
  const agree = all.filter(
    (other) => other.sentence.from !== sentence.from && likeness(vector, other.vector) >= agreeing,
  );
  return [...new Set(agree.map((other) => other.sentence.from))];
}

function worthNow({ sentence, worth, also }: Choice, chosen: readonly Choice[], texts: number): number {
  const said = chosen.filter((other) => other.sentence.from === sentence.from).length;
  return (
    worth +
    (agreement * also.length) / Math.max(1, texts - 1) -
    saidAlready * said -
    (sentence.leans ? leaning : 0)
  );
}

function inReadingOrder(one: Choice, other: Choice): number {
  return one.sentence.from - other.sentence.from || one.sentence.start - other.sentence.start;
}
