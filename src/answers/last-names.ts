import type { WeightedConcept } from './wording.ts';

/** A sentence by the concepts of a question that it speaks of. */
interface Sentence {
  readonly exact: ReadonlySet<number>;
  readonly loose: ReadonlySet<number>;
  readonly said: readonly { readonly at: number; readonly concept: number }[];
}

/** Lets the last word of a name speak loosely of its first, too, in an article that gives the whole name once: "Tarrow said …" of Elin Tarrow. */
export function withLastNames<sentence extends Sentence>(
  sentences: readonly sentence[],
  concepts: readonly WeightedConcept[],
): readonly sentence[] {
  const names = concepts.flatMap((_, first) => {
    const isName = isWritten(concepts[first]) && isWritten(concepts[first + 1]);
    return isName && sentences.some((each) => givesWhole(each, first)) ? first : [];
  });
  if (names.length === 0) return sentences;
  return sentences.map((each) => {
    const meant = names.filter((first) => each.exact.has(first + 1) && !each.exact.has(first));
    return meant.length === 0 ? each : { ...each, loose: new Set([...each.loose, ...meant]) };
  });
}

function isWritten(concept: WeightedConcept | undefined): boolean {
  return concept?.isName === true && concept.by === 'word';
}

/** True where a concept and the one after it stand side by side. */
function givesWhole({ said }: Sentence, first: number): boolean {
  return said.some(({ at, concept }) => {
    const isNext = (each: (typeof said)[number]) => each.at === at + 1 && each.concept === first + 1;
    return concept === first && said.some(isNext);
  });
}
