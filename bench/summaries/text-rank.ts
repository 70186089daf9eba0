import { terms } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';

/** Share of its worth that a sentence gets from others, and how often it is passed on. */
const damping = 0.85;
const rounds = 30;
/** Sentences of a text that are compared, the first. */
const compared = 60;

/** The worth of each sentence by what others share with it (Mihalcea & Tarau 2004, "TextRank: Bringing Order into Texts"). */
export function textRank(sentences: readonly string[], language: LanguageTag): readonly number[] {
  const sets = sentences.slice(0, compared).map((sentence) => new Set(terms(sentence, language)));
  const likeness = sets.map((one, row) => sets.map((other, at) => (row === at ? 0 : share(one, other))));
  const sums = likeness.map((row) => row.reduce((sum, value) => sum + value, 0) || 1);
  let worth = sets.map(() => 1);
  for (let round = 0; round < rounds; round += 1) {
    worth = sets.map((_, at) => {
      const given = worth.reduce(
        (sum, value, row) => sum + (value * (likeness[row]?.[at] ?? 0)) / (sums[row] ?? 1),
        0,
      );
      return 1 - damping + damping * given;
    });
  }
  return worth;
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const size = Math.log(one.size) + Math.log(other.size);
  return size > 0 ? one.intersection(other).size / size : 0;
}
