/** The bit of the title; a sentence's bit is that of its place after it. */
export const inTitle = 1;
/** Sentences from an article's start that say what it is about. */
export const opening = 12;

/** How many values a set of places has: the title and the opening's sentences. */
const masks = 2 ** (opening + 1);

/** For some articles, each a number, the set of places where each holds something. */
export type Places = ReadonlyMap<number, number>;

/** Where articles hold which terms. */
export interface Postings {
  readonly size: number;
  /** @param texts the terms of the title, then of each sentence */
  add(article: number, texts: readonly (readonly string[])[]): void;
  /** Where any of some terms stands. */
  any(terms: readonly string[]): Places;
}

/** Postings, each a number made of an article's and of its set of places. */
export function createPostings(): Postings {
  const byTerm = new Map<string, number[]>();
  return {
    get size() {
      return byTerm.size;
    },
    add(article, texts) {
      const places = new Map<string, number>();
      for (const [place, terms] of texts.slice(0, opening + 1).entries())
        for (const term of terms) places.set(term, (places.get(term) ?? 0) | (1 << place));
      for (const [term, mask] of places) {
        const posting = article * masks + mask;
        const known = byTerm.get(term);
        if (known === undefined) byTerm.set(term, [posting]);
        else known.push(posting);
      }
    },
    any(terms) {
      const found = new Map<number, number>();
      for (const term of terms)
        for (const posting of byTerm.get(term) ?? []) {
          const article = Math.floor(posting / masks);
          found.set(article, (found.get(article) ?? 0) | (posting % masks));
        }
      return found;
    },
  };
}

/** Where all of some stand together. */
export function together([first, ...others]: readonly Places[]): Places {
  const entries = [...(first ?? [])].map(([article, mask]): readonly [number, number] => [
    article,
    others.reduce((all, other) => all & (other.get(article) ?? 0), mask),
  ]);
  return new Map(entries.filter(([, mask]) => mask !== 0));
}

/** Where any of some stands. */
export function either(all: readonly Places[]): Places {
  const found = new Map<number, number>();
  for (const places of all)
    for (const [article, mask] of places) found.set(article, (found.get(article) ?? 0) | mask);
  return found;
}

/** Where something stands in titles. */
export function inTitles(places: Places): Places {
  return new Map(
    [...places].filter(([, mask]) => (mask & inTitle) !== 0).map(([article]) => [article, inTitle]),
  );
}
