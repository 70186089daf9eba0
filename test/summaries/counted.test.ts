import { describe, expect, test } from 'vitest';
import { countedIn } from '../../src/summaries/counted.ts';

describe('the numbers of a sentence', () => {
  test.each([
    ['en', 'The bridge stays shut for 14 days.', [['14 days', 14]]],
    ['en', 'Two crew members were hurt.', [['Two crew members', 2]]],
    [
      'en',
      'The damage is $5 million, 20% of the value.',
      [
        ['$5 million', 5e6],
        ['20%', 20],
      ],
    ],
    [
      'fr',
      'Le pont, long de 183 mètres, restera fermé 14 jours.',
      [
        ['183 mètres', 183],
        ['14 jours', 14],
      ],
    ],
    [
      'de',
      'Sieben verletzte Menschen lagen auf 20 Prozent der Fläche.',
      [
        ['Sieben verletzte Menschen', 7],
        ['20 Prozent', 20],
      ],
    ],
  ] as const)('come in %s with what they count: %s', (language, sentence, expected) => {
    const found = countedIn(sentence, language);
    expect(found.map(({ start, end, value }) => [sentence.slice(start, end), value])).toEqual(expected);
  });

  test.each([
    ['en', 'It opened on May 5, 2019, at 8 p.m.'],
    ['en', 'The 34-year-old captain was number 5.'],
    ['en', 'The 2019 elections were late.'],
    ['fr', 'Il a ouvert en 2019.'],
    ['de', 'Um 14 Uhr kam die Mirabel.'],
  ] as const)('are not dates, hours, or numbers that count nothing: %s %s', (language, sentence) => {
    expect(countedIn(sentence, language)).toEqual([]);
  });

  test('count the same in any form of the noun', () => {
    const units = ['14 days', '1,400 Days', 'two days'].map(
      (text) => countedIn(`It took ${text}.`, 'en')[0]?.unit,
    );
    expect(new Set(units).size).toBe(1);
  });
});
