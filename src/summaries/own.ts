import type { Range } from '../language/language.ts';
import { likeness } from './likeness.ts';
import type { Weighed } from './worth.ts';

/** The sentence that a text has for itself. */
export interface Own extends Range {
  readonly from: number;
  /** How much the others say of it, from 0 to 1 (cosine with the closest of their sentences). */
  readonly shared: number;
}

const leaning = 0.3;
/** With fewer words a sentence adds nothing that could stand alone. */
const fewestWords = 6;

/**
 * The sentence of some texts that tells most of what the others don't; undefined where there is none that stands alone.
 * @param weighed the sentences of all, as `weighSentences` gives them
 */
export function mostOwn(
  weighed: readonly Weighed[],
  isOwn: (from: number) => boolean,
  isOther: (from: number) => boolean,
): Own | undefined {
  const others = weighed.filter(({ sentence }) => isOther(sentence.from));
  const candidates = weighed
    .filter(({ sentence }) => isOwn(sentence.from) && !sentence.opensOnly && sentence.words >= fewestWords)
    .map(({ sentence, vector, worth }) => {
      const shared = Math.max(0, ...others.map((other) => likeness(vector, other.vector)));
      const value = worth * (1 - shared) ** 2 - (sentence.leans ? leaning : 0);
      return { from: sentence.from, start: sentence.start, end: sentence.end, shared, value };
    });
  const [first, ...rest] = candidates;
  if (first === undefined) return undefined;
  const best = rest.reduce((one, other) => (other.value > one.value ? other : one), first);
  return { from: best.from, start: best.start, end: best.end, shared: best.shared };
}
