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
  return distance(word, other, most) <= most;
}

/** Letters left out, put in, changed or swapped (optimal string alignment); Infinity for more than `most`. */
function distance(one: string, other: string, most: number): number {
  let [beforeLast, last, current] = rows;
  for (let at = 0; at <= other.length; at += 1) last[at] = at;
  for (let row = 1; row <= one.length; row += 1) {
    let least = (current[0] = row);
    const letter = one.charCodeAt(row - 1);
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = letter === other.charCodeAt(at - 1);
      let fewest = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 &&
        at > 1 &&
        letter === other.charCodeAt(at - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(at - 1);
      if (isSwapped) fewest = Math.min(fewest, (beforeLast[at - 2] ?? 0) + 1);
      current[at] = fewest;
      if (fewest < least) least = fewest;
    }
    if (least > most) return Infinity;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[other.length] ?? Infinity;
}

/** Rows of the comparison under way: words are compared by the thousand. */
const rows: readonly [number[], number[], number[]] = [[], [], []];
