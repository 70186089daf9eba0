const shortest = 4;
/** How much of the longer one both must begin with. */
const share = 0.5;
const digit = /\d/;

/** True for stems of one origin that the stemmer keeps apart, as far as spelling tells: "destroy" and "destruct". */
export function areAkin(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (digit.test(short)) return false;
  let common = 0;
  while (common < short.length && short.charCodeAt(common) === long.charCodeAt(common)) common += 1;
  return common >= shortest && common >= share * long.length;
}
