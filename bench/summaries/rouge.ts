/** F1 of one and two words in a row, and of the longest words in order (Lin 2004, "ROUGE: A Package for Automatic Evaluation"). */
export interface Rouge {
  readonly one: number;
  readonly two: number;
  readonly longest: number;
}

/** Words of a text that are compared in order. */
const compared = 400;

/** How much a summary and a reference have in common. */
export function rouge(summary: string, reference: string): Rouge {
  const [own, expected] = [wordsOf(summary), wordsOf(reference)];
  return { one: overlap(own, expected, 1), two: overlap(own, expected, 2), longest: inOrder(own, expected) };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}

function overlap(own: readonly string[], expected: readonly string[], size: number): number {
  const counts = countRuns(expected, size);
  let shared = 0;
  for (const [run, count] of countRuns(own, size)) shared += Math.min(count, counts.get(run) ?? 0);
  const runs = (words: readonly string[]) => Math.max(0, words.length - size + 1);
  return f1(shared, runs(own) + runs(expected));
}

function countRuns(words: readonly string[], size: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= words.length; at += 1) {
    const run = words.slice(at, at + size).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function inOrder(own: readonly string[], expected: readonly string[]): number {
  const [mine, theirs] = [own.slice(0, compared), expected.slice(0, compared)];
  let last: readonly number[] = theirs.map(() => 0);
  for (const word of mine) {
    const current: number[] = [];
    for (const [at, other] of theirs.entries()) {
      const longer = word === other ? (last[at - 1] ?? 0) + 1 : Math.max(last[at] ?? 0, current[at - 1] ?? 0);
      current.push(longer);
    }
    last = current;
  }
  return f1(last.at(-1) ?? 0, mine.length + theirs.length);
}

function f1(shared: number, both: number): number {
  return shared === 0 ? 0 : (2 * shared) / both;
}
