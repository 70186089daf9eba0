import { describe, expect, test } from 'vitest';
import { centralities, likeness, vectorsOf } from '../../src/summaries/likeness.ts';

/** The vectors of sentences that are given as their terms. */
function vectors(...sentences: readonly string[]) {
  return vectorsOf(
    sentences.map((sentence) => {
      const terms = sentence.split(' ').filter(Boolean);
      return { terms: new Map(terms.map((term) => [term, terms.filter((each) => each === term).length])) };
    }),
  );
}

function alike(one: string, other: string, ...rest: readonly string[]): number {
  const [a = new Map(), b = new Map()] = vectors(one, other, ...rest);
  return likeness(a, b);
}

describe('two sentences', () => {
  test('are as like as can be where they hold the same, and not at all where they share nothing', () => {
    expect(alike('dam crack', 'crack dam')).toBeCloseTo(1);
    expect(alike('dam crack', 'rain hill')).toBe(0);
    expect(alike('', 'rain hill')).toBe(0);
    expect(alike('', '')).toBe(0);
  });

  test('are liker by a rare term than by one that many hold', () => {
    const others = ['dam one', 'dam two', 'dam three'];
    expect(alike('crack lake', 'crack town', ...others)).toBeGreaterThan(
      alike('dam lake', 'dam town', ...others),
    );
  });

  test('are liker where both say a term often', () => {
    expect(alike('dam dam lake', 'dam dam town')).toBeGreaterThan(alike('dam lake', 'dam town'));
  });

  test('whichever comes first', () => {
    expect(alike('dam crack lake', 'dam')).toBe(alike('dam', 'dam crack lake'));
  });
});

describe('the centrality of sentences', () => {
  test('is 1 for what all else speaks of, and 0 for what nothing else does', () => {
    const [central = 0, other = 0, alone] = centralities(
      vectors('dam crack', 'dam lake', 'rain hill', 'crack'),
    );
    expect(central).toBe(1);
    expect(other).toBeGreaterThan(0);
    expect(other).toBeLessThan(1);
    expect(alone).toBeCloseTo(0);
  });

  test('is nothing where no two share anything, or nothing is said', () => {
    expect(centralities(vectors('dam', 'rain', ''))).toEqual([0, 0, 0].map(() => expect.closeTo(0)));
    expect(centralities([])).toEqual([]);
  });
});
