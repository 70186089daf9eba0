import { expect, it } from 'vitest';
import { areTwins, mayBeTwins, printOf } from '../../src/stories/twins.ts';

const words =
  'harbour ferry council bridge storm school market opens night mayor vote flood pier town reserve winter car money rail coast'.split(
    ' ',
  );
/** A text of that many words, up to 400, that tests can repeat; no three of them come twice. */
const text = (length: number, seed: number) =>
  Array.from({ length }, (_, index) => {
    const [one, other] = [words[(index * 7 + seed) % words.length], words[Math.floor(index / words.length)]];
    return `${one}${other}`;
  }).join(' ');
const print = (given: string) => printOf({ url: 'https://paper.example/1', text: given }).signature;

it('are texts that differ in a few words, accents, case or marks', () => {
  const one = text(200, 3);
  const others = [
    one,
    one.toUpperCase(),
    `By our reporter. ${one}`,
    one.replace('ferryharbour', 'boat'),
    one.replaceAll(' ', ', '),
  ];
  for (const other of others) {
    expect(areTwins(one, other)).toBe(true);
    expect(mayBeTwins(print(one), print(other))).toBe(true);
  }
});

it('are not texts that share their subject, or their numbers only', () => {
  expect(areTwins(text(200, 3), text(200, 4))).toBe(false);
  expect(areTwins(`${text(100, 3)} 14 million`, `${text(100, 3)} 15 million`)).toBe(false);
  expect(areTwins(`${text(100, 3)} 14 million`, `14 ${text(100, 3)} million`)).toBe(true);
  expect(areTwins(text(200, 3), text(100, 3))).toBe(false);
});

it('are not short texts, however alike', () => {
  expect(areTwins(text(39, 3), text(39, 3))).toBe(false);
  expect(areTwins(text(40, 3), text(40, 3))).toBe(true);
  expect(print(text(39, 3))).toHaveLength(0);
  expect(mayBeTwins(print(text(39, 3)), print(text(39, 3)))).toBe(false);
});

it('are hardly ever missed by their signatures, which tell by chance', () => {
  const lengths = [45, 50, 60, 80, 120, 200, 400];
  const pairs = lengths.flatMap((length) =>
    words.flatMap((word, at) => {
      const one = text(length, at);
      return [at, at + 21].map((place) => [one, one.split(' ').with(place, word).join(' ')] as const);
    }),
  );
  const twins = pairs.filter(([one, other]) => areTwins(one, other));
  const missed = twins.filter(([one, other]) => !mayBeTwins(print(one), print(other)));
  expect(twins.length).toBeGreaterThan(200);
  expect(missed.length).toBeLessThan(0.01 * twins.length);
});
