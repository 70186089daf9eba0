import { describe, expect, test } from 'vitest';
import { mostOwn } from '../../src/summaries/own.ts';
import { weighSentences } from '../../src/summaries/worth.ts';
import { tell } from './tell.ts';

const rammed = 'On Monday the tanker Mirabel rammed the bridge at Varnholm.';
const pillars = 'Engineers from Kelso will look at the pillars of the bridge on Tuesday.';
const damage = 'Costland, the owner of the tanker, pays for all of the damage.';
const told = [
  tell('Varnholm bridge closed', `${rammed} ${pillars}`),
  tell('Mirabel rams bridge', `${rammed} ${damage}`),
  tell('Bridge rammed', rammed),
];
const weighed = weighSentences(told, 15);

function ownOf(from: number, others: readonly number[]) {
  const own = mostOwn(
    weighed,
    (index) => index === from,
    (index) => others.includes(index),
  );
  return own && { sentence: told[own.from]?.text.slice(own.start, own.end), shared: own.shared };
}

describe('the sentence a text has for itself', () => {
  test('is the one that the others don’t have', () => {
    expect(ownOf(0, [1, 2])?.sentence).toBe(pillars);
    expect(ownOf(1, [0, 2])?.sentence).toBe(damage);
  });

  test('is the one that tells most where there are no others', () => {
    expect(ownOf(0, [])).toEqual({ sentence: rammed, shared: 0 });
  });

  test('says how much the others share', () => {
    expect(ownOf(2, [0, 1])?.shared).toBeCloseTo(1);
    expect(ownOf(0, [1, 2])?.shared).toBeLessThan(0.4);
  });

  test('is none where there is no sentence that stands alone', () => {
    const short = weighSentences([tell('Closed', 'Closed. Why?')], 15);
    expect(
      mostOwn(
        short,
        () => true,
        () => false,
      ),
    ).toBeUndefined();
  });
});
