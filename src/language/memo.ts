import { detached } from './detached.ts';

/** Gives what was found out for a word before, or finds it out. */
export type Memo<value> = (word: string, compute: (word: string) => value) => value;

/** Remembers what was found out for words. Holds at most twice `limit` of them; of older ones only those asked for again are kept. */
export function createMemo<value>(limit: number): Memo<value> {
  let young = new Map<string, value>();
  let old = new Map<string, value>();
  return (word, compute) => {
    const known = young.get(word);
    if (known !== undefined) return known;
    const own = detached(word);
    const result = old.get(own) ?? compute(own);
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(own, result);
    return result;
  };
}

/** Remembers what a function gave for a word: news repeats its words. */
export function memoize(compute: (word: string) => string, limit: number): (word: string) => string {
  const memo = createMemo<string>(limit);
  const computeOne = (word: string) => {
    const result = compute(word);
    // Where both are the same, one of them is enough.
    return result === word ? word : result;
  };
  return (word) => memo(word, computeOne);
}
