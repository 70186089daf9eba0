import { describe, expect, test } from 'vitest';
import { mentionsIn } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';

function mentions(text: string, language: LanguageTag = 'en') {
  return mentionsIn(text, language).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

function values(text: string, language: LanguageTag = 'en') {
  return mentionsIn(text, language).map(({ value }) => value);
}

describe('a text mentions', () => {
  test.each([
    ['It opened on 12 May 1705, shut in April 1991 and again in 2004.', 'en', '12 May 1705|April 1991|2004'],
    ['Sie öffnete am 7. Mai 1990 und im 19. Jahrhundert.', 'de', '7. Mai 1990|19. Jahrhundert'],
    ['Le pont date du XIXe siècle, du 24 février 1834.', 'fr', 'XIXe siècle|24 février 1834'],
    ['It was built in the 1980s and shut on Monday.', 'en', '1980s|Monday'],
    ['It was built in 1186.', 'en', '1186'],
  ] as const)('times: %s', (text, language, times) => {
    expect(mentions(text, language)).toEqual(times.split('|').map((time) => `time: ${time}`));
  });

  test('months that are written like other words only where they have a capital', () => {
    expect(mentions('It may march on until March.')).toEqual(['time: March']);
    expect(mentions('Le bac part en mai.', 'fr')).toEqual(['time: mai']);
    expect(mentions('Nicht im mai, erst im Mai.', 'de')).toEqual(['time: Mai']);
  });

  test('numbers, in digits and in words, with what makes them a share', () => {
    expect(mentions('About 14,000 ships, two hundred thousand tons, 20% and 3.5 percent.')).toEqual([
      'number: 14,000',
      'number: two hundred thousand',
      'share: 20%',
      'share: 3.5 percent',
    ]);
    expect(mentions('Rund 3,5 Prozent, zwölf Schiffe.', 'de')).toEqual([
      'share: 3,5 Prozent',
      'number: zwölf',
    ]);
  });

  test.each([
    ['It was sent at 04.09 GMT, then at 9:30 and 11 a.m.', 'en', '04.09 GMT|9:30|11 a.m'],
    ['Um 10 Uhr, um 9.30 Uhr und um 19:45 Uhr.', 'de', '10 Uhr|9.30 Uhr|19:45 Uhr'],
    ['À 09h30, à 19 h 30 et à 21 h.', 'fr', '09h30|19 h 30|21 h'],
  ] as const)('the time of a clock, which is no number: %s', (text, language, times) => {
    expect(mentions(text, language)).toEqual(times.split('|').map((time) => `time: ${time}`));
  });

  test.each([
    ['It took 10 days and two ships, a 3-hour wait.', 'en', ['10', '3']],
    ['Nach elf Jahren fuhren zwei Schiffe sechs Stunden.', 'de', ['elf', 'sechs']],
    ['Trois semaines, deux bacs, 5 ans.', 'fr', ['Trois', '5']],
  ] as const)('numbers of units of time: %s', (text, language, durations) => {
    const found = mentionsIn(text, language).filter(({ isDuration }) => isDuration);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(durations);
  });

  test('years of old only where they are said to be some', () => {
    expect(mentions('In 1186 there were 1186 ships.')).toEqual(['time: 1186', 'number: 1186']);
  });

  test('sums of money, with their currency', () => {
    expect(mentions('It cost $5 million, then 20 million euros and 7 €.')).toEqual([
      'money: $5 million',
      'money: 20 million euros',
      'money: 7 €',
    ]);
    expect(mentions('14,2 milliards d’euros', 'fr')).toEqual(['money: 14,2 milliards d’euros']);
    expect(mentions('14,2 Milliarden Euro', 'de')).toEqual(['money: 14,2 Milliarden Euro']);
  });

  test('names, and places where a word of place stands before them', () => {
    expect(mentions('The tanker met Elin Tarrow near Varnholm and the Bank of Kelso.')).toEqual([
      'name: Elin Tarrow',
      'place: Varnholm',
      'name: Bank of Kelso',
    ]);
    expect(mentions('The Mirabel of Elin Tarrow, of Kelso, waits.')).toEqual([
      'name: Mirabel of Elin Tarrow',
      'name: Kelso',
    ]);
    expect(mentions('Le bac d’Elin Tarrow accoste à Varnholm.', 'fr')).toEqual([
      'name: Elin Tarrow',
      'place: Varnholm',
    ]);
  });

  test('no name that only begins a sentence, or is a German noun', () => {
    expect(mentions('Ferries wait. ')).toEqual([]);
    expect(mentions('Gestern kam die Fähre von Elin Tarrow mit der NATO.', 'de')).toEqual([
      'time: Gestern',
      'place: Elin Tarrow',
      'name: NATO',
    ]);
  });
});

describe('a number has a value', () => {
  test.each([
    ['14,000 ships', 'en', 14_000],
    ['two hundred thousand ships', 'en', 200_000],
    ['three million five hundred thousand ships', 'en', 3_500_000],
    ['14.2 million tons', 'en', 14_200_000],
    ['twenty-five ships', 'en', 25],
    ['2,5 Milliarden Tonnen', 'de', 2_500_000_000],
    ['deux cent mille tonnes', 'fr', 200_000],
  ] as const)('%s (%s): %i', (text, language, value) => {
    expect(values(text, language)).toEqual([value]);
  });

  test.each([
    ['dozens of ships', 'en'],
    ['half the ships', 'en'],
    ['quatre-vingt-dix navires', 'fr'],
  ] as const)('but not %s (%s)', (text, language) => {
    expect(values(text, language)).toEqual([undefined]);
  });

  test('of its own where a comma parts it from another', () => {
    expect(values('two, three and four ships')).toEqual([2, 3, 4]);
  });

  test('no word of the language’s own machinery has one', () => {
    expect(values('constructor toString')).toEqual([]);
  });
});
