import { describe, expect, test } from 'vitest';
import { weighSentences } from '../../src/summaries/worth.ts';
import { tell } from './tell.ts';

/** The worth of each sentence of a text, in order. */
function worthOf(text: string, title = ''): readonly number[] {
  return weighSentences([tell(title, text)], 15).map(({ worth }) => worth);
}

function worthOfLast(text: string, title = ''): number {
  return worthOf(text, title).at(-1) ?? 0;
}

const opening = 'The council of Odrau met for three hours on a rainy Tuesday evening.';

describe('a sentence is worth more', () => {
  test('the earlier it stands', () => {
    const [first = 0, second = 0] = worthOf(
      'The quick fox jumped over five lazy dogs. The slow bear walked under seven busy bees.',
    );
    expect(first).toBeGreaterThan(second);
  });

  test('where the others speak of the same', () => {
    const crack = 'Engineers found two cracks in the dam.';
    expect(worthOfLast(`The dam holds back a lake with old engineers. ${crack}`)).toBeGreaterThan(
      worthOfLast(`${opening} ${crack}`),
    );
  });

  test('the more of the title it holds', () => {
    const pool = 'Nobody in Lindau will swim in the old pool.';
    expect(worthOfLast(`${opening} ${pool}`, 'Lindau closes pool')).toBeGreaterThan(
      worthOfLast(`${opening} ${pool}`, 'Lindau closes theatre'),
    );
  });

  test('by the share of its title', () => {
    const pool = 'Nobody will ever swim in the old pool.';
    expect(worthOfLast(`${opening} ${pool}`, 'Pool closes')).toBeGreaterThan(
      worthOfLast(`${opening} ${pool}`, 'Pool closes three weeks early'),
    );
    expect(worthOf(opening)).toEqual([expect.any(Number)]);
  });

  test('the fuller it is', () => {
    expect(worthOfLast(`${opening} Nobody will ever swim in there without a fee again.`)).toBeGreaterThan(
      worthOfLast(`${opening} Nobody will ever swim in there.`) + 0.1,
    );
  });

  test('but not for more words than are full', () => {
    const few = 'Nobody will ever swim in there without a fee or a friend again now.';
    const many = few.replace('now', 'now that it is so very hot all over here');
    expect(worthOfLast(`${opening} ${many}`)).toBeLessThan(worthOfLast(`${opening} ${few}`) + 0.1);
  });

  test('where it is a sentence and no fragment', () => {
    expect(worthOfLast(`${opening} Nobody will ever swim in there again.`)).toBeGreaterThan(
      worthOfLast(`${opening} Nobody will swim in there again.`) + 0.2,
    );
  });

  test('where it tells rather than asks', () => {
    expect(worthOfLast(`${opening} Nobody will ever swim in the pool again.`)).toBeGreaterThan(
      worthOfLast(`${opening} Nobody will ever swim in the pool again?`),
    );
  });
});
