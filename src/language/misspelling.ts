/** Shorter words resemble others by chance. */
const shortest = 5;
/** From this length on two letters may be wrong. */
const long = 8;
const digit = /\d/;

/**
 * True where a word may be another one misspelt, or the same name as others write it: "Exelsior" and "Excelsior", "modlu" and "moldu".
 * The first letter is mostly right.
 */
export function mayBeMisspelt(word: string, other: string): boolean {
  const most = word.length < long ? 1 : 2;
  if (word.charCodeAt(0) !== other.charCodeAt(0)) return false;
  if (word.length < shortest || Math.abs(word.length - other.length) > most || digit.test(word)) return false;
  return distance(word, other) <= most;
}

/** Letters left out, put in, changed or swapped (optimal string alignment). */
function distance(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      current[at] = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped && row > 1 && at > 1 ? (beforeLast[at - 2] ?? 0) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? Infinity;
}
