/** Words further apart than this share of their length are different words, not misspellings. */
const tolerance = 0.4;
const mostEdits = 2;
/** Command names have at most 32 characters on every platform. */
const longestWord = 40;

/** The candidates a misspelt word may have meant, nearest first. Both sides are expected folded. */
export function nearest(word: string, candidates: readonly string[], count: number): readonly string[] {
  if (word.length > longestWord) return [];
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, edits: editDistance(word, candidate) }))
    .filter(({ candidate, edits }) => {
      return edits <= Math.min(mostEdits, Math.floor(Math.max(word.length, candidate.length) * tolerance));
    })
    .sort((one, other) => one.edits - other.edits)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/**
 * How many letters to insert, drop, replace or swap with their neighbour to turn one word into another: Damerau–Levenshtein,
 * each letter edited once (optimal string alignment).
 */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped && row > 1 && column > 1 ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
