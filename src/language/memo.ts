/**
 * Remembers what a function gave for a word: news repeats its words. Holds at most twice `limit` words; of older ones
 * only those asked for again are kept.
 */
export function memoize(compute: (word: string) => string, limit: number): (word: string) => string {
  let young = new Map<string, string>();
  let old = new Map<string, string>();
  return (word) => {
    const known = young.get(word);
    if (known !== undefined) return known;
    const result = old.get(word) ?? compute(word);
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(word, result);
    return result;
  };
}
