import type { Range } from '../language/language.ts';
import { choose } from './choose.ts';
import type { Told } from './sentences.ts';
import { weighSentences } from './worth.ts';
import type { Weighed } from './worth.ts';

/** Taken off a sentence that leans on one which isn't shown. */
const leaning = 0.1;
/** What goes on from a chosen sentence makes a text. */
const following = 0.05;
/** Words from which a sentence says enough: one that stands alone has more to tell. */
const full = { alone: 30, among: 15 };
/** Two sentences sharing this much (cosine) say the same. */
const repetition = 0.5;

/**
 * Chooses the sentences that tell a text: those that are worth most (see `weighSentences`), none of which repeats another or
 * hangs in the air, in reading order.
 */
export function summarize(told: Told, count: number): readonly Range[] {
  const weighed = weighSentences([told], count === 1 ? full.alone : full.among);
  const chosen = choose(weighed, count, repetition, (each, others) => each.worth + company(each, others));
  return chosen
    .map(({ sentence: { start, end } }) => ({ start, end }))
    .toSorted((one, other) => one.start - other.start);
}

/** What a sentence gains by the one before it, or lacks without it. */
function company({ sentence }: Weighed, chosen: readonly Weighed[]): number {
  if (chosen.some((other) => other.sentence.place === sentence.place - 1)) return following;
  return sentence.leans ? -leaning : 0;
}
