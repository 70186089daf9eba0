import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, languages, languageTags, termOf, terms, words } from '../../src/language/index.ts';
import { anyText } from './any-text.ts';

const read = (text: string) => words(text).map(({ word }) => word);

describe('fold', () => {
  it.each([
    ['Élysée', 'elysee'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['cœur', 'coeur'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['Đorđe', 'dorde'],
    ['l’été', "l'ete"],
    ['Ａ１', 'a1'],
    ['Müller', 'muller'],
    ['Йод', 'иод'],
  ])('folds %s to %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('words', () => {
  it.each([
    ["L’élection de l'année", ['l', 'élection', 'de', 'l', 'année']],
    ['qu’aujourd’hui', ['qu', "aujourd'hui"]],
    ['Lorsqu’elle jusqu’à', ['lorsqu', 'elle', 'jusqu', 'à']],
    ['The company’s staff', ['the', 'company', 'staff']],
    ["O'Brien doesn't", ["o'brien", "doesn't"]],
    ['Lobeda-West', ['lobeda', 'west']],
    ['COVID-19 and G20', ['covid', '19', 'and', 'g20']],
    ['1,086 1.086 1 086 1’086', ['1086', '1086', '1086', '1086']],
    ['1\u202f234\u202f567 euros', ['1234567', 'euros']],
    ['14,2 % und 20.7', ['14.2', 'und', '20.7']],
    ['1.234,56 and 1,234.56', ['1234.56', 'and', '1234.56']],
    ['0,125', ['0.125']],
    ['1,2,3', ['1', '2', '3']],
    ['in 2017 300 people', ['in', '2017', '300', 'people']],
    ['9 %', ['9']],
    ['06.05.2017', ['06.05.2017']],
    ['34-jährigen', ['34', 'jährigen']],
    ['1234kg 5G', ['1234kg', '5g']],
    ['z.B. die U.N. um 5 p.m.', ['zb', 'die', 'un', 'um', '5', 'pm']],
    ['US, U.S. and us', ['usa', 'usa', 'and', 'us']],
    ['Who is WHO?', ['who', 'is', 'w.h.o']],
    ['AT&T, H&M and S&P 500', ['at&t', 'h&m', 'and', 's&p', '500']],
    ['F-16s, an F-16, the G-20 and MH-17', ['f16', 'an', 'f16', 'the', 'g20', 'and', 'mh17']],
    ['Lobeda-7, A-Team', ['lobeda', '7', 'a', 'team']],
    ['R & D, Smith&Sons', ['r', 'd', 'smith', 'sons']],
    ["2017’s storm, the 1980's", ['2017', 'storm', 'the', "1980's"]],
    ['Москва 東京', ['москва', '東京']],
    ['🎉 … — !', []],
    ['Ver\u00adöffent\u00adlichung', ['veröffentlichung']],
    ['E\u0301cole', ['école']],
    ['', []],
  ])('reads %s', (text, expected) => expect(read(text)).toEqual(expected));

  it('says where each word stands', () => {
    const text = 'L’élection: 1,086 voix.';
    expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'L',
      'élection',
      '1,086',
      'voix',
    ]);
  });

  it('gives offsets inside the text, in order and without overlap, whatever the text', () => {
    const pieces = fc.constantFrom(
      "'",
      '’',
      'l',
      'qu',
      '.',
      ',',
      '1',
      '000',
      ' ',
      'É',
      'a',
      '\u0301',
      '\ud83d',
      "'s",
      '\u00ad',
      'İ',
      '-',
    );
    const text = fc.oneof(
      anyText,
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (text) => {
        let last = 0;
        for (const { word, start, end } of words(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(word).not.toBe('');
          expect(word).toBe(word.normalize('NFC'));
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('terms', () => {
  it('finds inflected words by one stem', () => {
    expect(termOf('élections', 'fr')).toBe(termOf('élection', 'fr'));
    expect(termOf('häuser', 'de')).toBe(termOf('haus', 'de'));
    expect(termOf('elections', 'en')).toBe(termOf('election', 'en'));
  });

  it('leaves out words without a topic and single letters, and keeps numbers', () => {
    expect(terms('Who won the 2017 elections in 5 states?', 'en')).toEqual([
      'won',
      '2017',
      'elect',
      '5',
      'state',
    ]);
    expect(terms('Qui a gagné l’élection ?', 'fr')).toEqual(['gagn', 'elect']);
    expect(terms('Wer hat die Wahl gewonnen?', 'de')).toEqual(['wahl', 'gewonn']);
    expect(termOf('x', 'en')).toBeUndefined();
  });

  it.each(languageTags)('takes what is longer than any word for none (%s)', (tag) => {
    expect(termOf('i'.repeat(500_000), tag)).toBeUndefined();
    expect(termOf('überwachungsaufgabenübertragungsgesetz', tag)).toBeDefined();
  });

  it('accepts any text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...languageTags), (text, language) => {
        for (const term of terms(text, language)) expect(term).not.toBe('');
      }),
    );
  });
});

describe('word lists', () => {
  it.each(languageTags)('are folded in %s', (tag) => {
    const { stopWords, followUp, time } = languages[tag];
    const timeWords = Object.values(time.units).flatMap(({ one, many }) => [...one, ...many]);
    const phrases = [
      ...time.weekdays.flat(),
      ...time.months.flat(),
      ...time.today,
      ...time.yesterday,
      ...time.lastWeek,
      ...time.since,
      ...time.lead,
      ...time.numbers.flat(),
      ...timeWords,
    ];
    for (const word of [...stopWords, ...followUp.openers, ...followUp.pronouns, ...phrases])
      expect(fold(word)).toBe(word);
    expect([time.weekdays.length, time.months.length]).toEqual([7, 12]);
  });

  it.each(languageTags)('name abbreviations in lower case without their final dot in %s', (tag) => {
    const { goOn, beforeNumbers, mayEnd } = languages[tag].abbreviations;
    for (const word of [...goOn, ...beforeNumbers, ...mayEnd])
      expect(word).toBe(word.toLowerCase().replace(/\.$/, ''));
  });

  it.each([
    ['en', 'who what when where why how the was'],
    ['fr', 'les l d j qu n s c t m qui quand combien comment est'],
    ['de', 'wer was wann wie wo warum der die das wurde'],
  ] as const)('know the function words of %s', (tag, list) => {
    for (const word of list.split(' ')) expect(languages[tag].stopWords.has(word)).toBe(true);
  });
});
