import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../src/language/language.ts';
import { summarize } from '../../src/summaries/summarize.ts';
import { tell } from './tell.ts';

const flood = tell(
  'River floods the old town of Ebersbach',
  [
    'The river Aue flooded the old town of Ebersbach on Monday night and drove 400 people from their homes.',
    'Volunteers served soup in the school.',
    'Firefighters pumped water out of 120 cellars in the old town until the morning.',
    'It was cold.',
    'The river Aue flooded the old town of Ebersbach on Monday night and drove 400 people out of their homes.',
    'The mayor put the damage to the town at nine million euros.',
  ].join(' '),
);

function sentencesOf(text: string, count: number, language: LanguageTag = 'en', title = ''): string[] {
  const told = tell(title, text, language);
  return summarize(told, count).map(({ start, end }) => text.slice(start, end));
}

describe('a summary', () => {
  test('opens with the sentence that tells the story', () => {
    const [range] = summarize(flood, 1);
    expect(flood.text.slice(range?.start, range?.end)).toContain('drove 400 people from');
  });

  test('says nothing twice', () => {
    const chosen = summarize(flood, 5).map(({ start, end }) => flood.text.slice(start, end));
    expect(chosen.filter((sentence) => sentence.includes('drove 400 people'))).toHaveLength(1);
  });

  test('keeps the order of the text', () => {
    const starts = summarize(flood, 4).map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  });

  test('of nothing is empty', () => {
    expect(summarize(tell('Title', ''), 3)).toEqual([]);
  });

  test('is never longer than asked, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(5), (text, count) => {
        const chosen = summarize(tell('A title', text), count);
        expect(chosen.length).toBeLessThanOrEqual(count);
        for (const { start, end } of chosen) expect(text.slice(start, end).trim()).not.toBe('');
      }),
    );
  });

  test('prefers the sentence that its title announces', () => {
    const text =
      'The council met for three hours on Tuesday evening. The pool of Lindau closes in March. Nobody spoke of the budget again.';
    expect(sentencesOf(text, 1, 'en', 'Lindau closes its pool')).toEqual([
      'The pool of Lindau closes in March.',
    ]);
    expect(sentencesOf(text, 1, 'en', 'Three hours in the council')).toEqual([
      'The council met for three hours on Tuesday evening.',
    ]);
  });

  test('takes what all else speaks of before what is said in passing', () => {
    const text =
      'Rain fell all Sunday over the quiet valley there. The dam at Odrau has two cracks, engineers found. The dam holds back a lake at Odrau. Engineers lower the lake behind the dam.';
    expect(sentencesOf(text, 1)).toEqual(['The dam at Odrau has two cracks, engineers found.']);
  });

  test.each([
    [
      'en',
      'He had run it for 40 years with two sons and a daughter.',
      'Kelso lost its last bakery to a fire on Monday night.',
    ],
    [
      'fr',
      'Il la tenait depuis 40 ans avec deux fils et une fille.',
      'Kelso a perdu sa dernière boulangerie dans un feu lundi soir.',
    ],
    [
      'de',
      'Dies gelang ihm in 40 Jahren mit zwei Söhnen und einer Tochter.',
      'Kelso verlor am Montag seine letzte Bäckerei bei einem großen Feuer im Zentrum.',
    ],
  ] as const)('in %s leaves out what leans on a sentence that is not shown', (language, leaning, other) => {
    const first = { en: 'Photo: Ferry Post', fr: 'Photo : La Jetée', de: 'Foto: Die Mole' }[language];
    expect(sentencesOf(`${first}\n\n${leaning} ${other}`, 1, language)).toEqual([other]);
  });

  test('takes of two like sentences the one that goes on from what is shown', () => {
    const text =
      'Mara Quill, the last baker of Kelso, closes her shop in the market hall. Two sons have left for Odrau in the spring. Prices of flour rose for five years in a row.';
    expect(sentencesOf(text, 2, 'en', 'Baker closes shop')[1]).toContain('Two sons');
    const apart = text.replace('Two sons', 'Photo: Ferry Post\n\nTwo sons');
    expect(sentencesOf(apart, 2, 'en', 'Baker closes shop')).toHaveLength(2);
  });

  test('leaves out a leaning sentence that leans on one which is not shown', () => {
    const text =
      'Mara Quill, the last baker of Kelso, closes her shop in the market hall. Rain. She had paid three sons for help there since May. Prices of flour rose for five years in a row.';
    expect(sentencesOf(text, 2)[1]).toContain('Prices of flour');
  });

  test('takes no second sentence that says most of the first, but one that shares a few words with it', () => {
    const first = 'The river Aue flooded the old town of Ebersbach on Monday night.';
    const again = 'On Monday night the Aue flooded old Ebersbach with mud and wood.';
    const other = 'The river Aue had flooded Kelso, Odrau and two farms in May.';
    const rest = 'Nine cows were sold at a fair.';
    expect(sentencesOf(`${first} ${again} ${rest}`, 2)).toEqual([first, rest]);
    expect(sentencesOf(`${first} ${other} ${rest}`, 2)).toEqual([first, other]);
  });

  test('keeps a leaning sentence behind the one it leans on', () => {
    const baker = 'Mara Quill, the last baker of Kelso, closes her shop in the market hall.';
    const text = `${baker} She had baked there for 40 years with two sons. Prices of flour doubled in a year or so.`;
    expect(sentencesOf(text, 2)).toEqual([baker, 'She had baked there for 40 years with two sons.']);
  });
});
