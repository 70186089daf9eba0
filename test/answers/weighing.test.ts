import { expect, test } from 'vitest';
import { inverseDocumentFrequency } from '../../src/answers/weighing.ts';

test('a term is the more telling the fewer articles hold it, and never counts against one', () => {
  const rarities = [0, 1, 50, 99, 100].map((frequency) => inverseDocumentFrequency(frequency, 100));
  expect(rarities).toEqual(rarities.toSorted((one, other) => other - one));
  expect(Math.min(...rarities)).toBeGreaterThan(0);
});
