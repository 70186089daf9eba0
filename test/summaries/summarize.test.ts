import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/stories/analyse.ts';
import { summarize } from '../../src/summaries/summarize.ts';

function tell(title: string, text: string) {
  return { text, analysis: analyse({ title, text, language: 'en' }) };
}

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

function sentencesOf(count: number) {
  return summarize([flood], count).map(({ start, end }) => flood.text.slice(start, end));
}

describe('a summary', () => {
  test('opens with the sentence that tells the story', () => {
    expect(sentencesOf(1)).toEqual([expect.stringContaining('drove 400 people')]);
  });

  test('says nothing twice', () => {
    const chosen = sentencesOf(5);
    expect(chosen.filter((sentence) => sentence.includes('drove 400 people'))).toHaveLength(1);
  });

  test('keeps the order of the text', () => {
    const starts = summarize([flood], 4).map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  });

  test('of several texts takes each sentence from where it stands', () => {
    const other = tell(
      'Storm tears roofs off in Lindau',
      'A storm tore the roofs off thirty houses in Lindau on Friday. Nobody was hurt, police said.',
    );
    const told = [flood, other];
    for (const { from, start, end } of summarize(told, 6)) {
      const text = told[from]?.text ?? '';
      expect(analyse({ title: '', text, language: 'en' }).sentences).toContainEqual(
        expect.objectContaining({ start, end }),
      );
    }
  });

  test('of nothing is empty', () => {
    expect(summarize([], 3)).toEqual([]);
    expect(summarize([tell('Title', '')], 3)).toEqual([]);
  });

  test('is never longer than asked, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(5), (texts, count) => {
        const told = texts.map((text) => tell('A title', text));
        const chosen = summarize(told, count);
        expect(chosen.length).toBeLessThanOrEqual(count);
        for (const { from, start, end } of chosen)
          expect(told[from]?.text.slice(start, end).trim()).not.toBe('');
      }),
    );
  });
});
