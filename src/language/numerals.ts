const decade = /^(\d*[1-9]0)(?:'?s|er|ern)$/;
const ordinal = /^(\d+)(?:st|nd|rd|th|er|re|ere|e|eme|ieme|nde)$/;
const roman = /^(x{0,3}(?:ix|iv|v?i{0,3}))(?:e|eme|ieme|(?<=^i)er)$/;
const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
/** Decades of the last century, which are mostly written with two digits. */
const short = /^[3-9]0$/;

/**
 * One form of a folded word that counts or that names a decade: "15e", "XVe" and "15ème" → "15th", "80er" and "1980s" → "1980s".
 * Other words stay as they are.
 */
export function unifyNumeral(folded: string): string {
  const [, years] = decade.exec(folded) ?? [];
  if (years !== undefined) return `${short.test(years) ? `19${years}` : years}s`;
  const [, counted] = ordinal.exec(folded) ?? [];
  if (counted !== undefined) return `${counted}th`;
  const [, letters] = roman.exec(folded) ?? [];
  return letters === undefined || folded === 'vie' ? folded : `${valueOf(letters)}th`;
}

function valueOf(roman: string): number {
  const digits = [...roman].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, at) => sum + (value < (digits[at + 1] ?? 0) ? -value : value), 0);
}
