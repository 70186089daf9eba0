import { describe, expect, test } from 'vitest';
import { inverseDocumentFrequency, weighConcepts } from '../../src/answers/weighing.ts';
import { collection, concept } from './collection.ts';

test('a term is the more telling the fewer articles hold it, and never counts against one', () => {
  const rarities = [0, 1, 50, 99, 100].map((frequency) => inverseDocumentFrequency(frequency, 100));
  expect(rarities).toEqual(rarities.toSorted((one, other) => other - one));
  expect(Math.min(...rarities)).toBeGreaterThan(0);
});

describe('the concepts of a question', () => {
  const found = collection({
    a: { text: 'Ships wait in the harbour.' },
    b: { text: 'Ships wait.' },
    c: { text: 'Ships sail.' },
  });
  const weigh = (...concepts: readonly ReturnType<typeof concept>[]) =>
    weighConcepts({ language: 'en', concepts }, found);

  test('share what is asked among them, rare ones more of it', () => {
    const shares = weigh(concept('ships'), concept('harbour'))?.shares ?? [];
    expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeCloseTo(1);
    expect(shares[1]).toBeGreaterThan(shares[0] ?? 1);
  });

  test('are as rare as the commonest of their terms', () => {
    const shares = weigh(concept('', { terms: ['harbour', 'ship'] }), concept('ships'))?.shares;
    expect(shares?.[0]).toBeCloseTo(shares?.[1] ?? 0);
  });

  test('count more where they are names, in telling which article it is', () => {
    const weighing = weigh(concept('harbour', { isName: true }), concept('harbour', { terms: ['harbour'] }));
    expect(weighing?.shares[0]).toBeCloseTo(0.5);
    expect(weighing?.articleShares[0]).toBeCloseTo(0.6);
  });

  test('count for no less than nothing where a store holds more of them than it says', () => {
    const frequencies = new Map([['ship', 9]]);
    const shares = weighConcepts(
      { language: 'en', concepts: [concept('ships'), concept('harbour')] },
      { ...found, frequencies },
    )?.shares;
    expect(shares?.[0]).toBeGreaterThan(0);
    expect(shares?.[1]).toBeGreaterThan(shares?.[0] ?? 1);
  });

  test('that no article holds are told', () => {
    expect(weigh(concept('ships'), concept('hrabour'))?.unseen).toEqual([1]);
  });

  test('are none where nothing is asked', () => {
    expect(weigh()).toBeUndefined();
    expect(weigh(concept('ships', { weight: 0 }))).toBeUndefined();
  });
});
