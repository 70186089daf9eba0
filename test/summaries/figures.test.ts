import { describe, expect, test } from 'vitest';
import { loadWords } from '../../src/lexicon.ts';
import { figuresIn } from '../../src/summaries/figures.ts';
import { translateTold } from '../../src/summaries/translate-told.ts';
import { weighSentences } from '../../src/summaries/worth.ts';
import { tell } from './tell.ts';

const lexicon = loadWords().lexicon;

type Text = readonly [source: string, text: string, language?: 'en' | 'fr' | 'de'];

/** The figures of some texts, each reading with its sources; the first text's source is that of the quotation. */
function figures(...texts: readonly Text[]) {
  const told = texts.map(([, text, language]) => tell('', text, language));
  const common = told.map((each) => translateTold(each, 'en', lexicon, new Set()));
  const sources = texts.map(([source]) => source);
  const found = figuresIn(told, weighSentences(common, 15), sources, { lexicon, to: 'en' });
  return found.map((readings) =>
    readings.map(({ from, mark, also }) => [
      told[from]?.text.slice(mark.start, mark.end),
      ...[from, ...also].map((index) => sources[index]),
    ]),
  );
}

const hurt = 'were hurt when the tanker Mirabel rammed the bridge of Varnholm';

describe('the figures of a story', () => {
  test('are those that most sources give first', () => {
    expect(
      figures(
        ['Post', `It is 183 metres long and came at night. Two sailors ${hurt}.`],
        ['Wire', `A harbour spokesman says so. 2 sailors ${hurt}.`],
      ),
    ).toEqual([[['Two sailors', 'Post', 'Wire']], [['183 metres', 'Post']]]);
  });

  test('stand beside each other where sources differ, before all others', () => {
    expect(
      figures(
        ['Post', `The ship is 183 metres long, they say. Two sailors ${hurt}.`],
        ['Wire', `The ship is 183 metres long, they say. Five sailors ${hurt}.`],
      ),
    ).toEqual([
      [
        ['Two sailors', 'Post'],
        ['Five sailors', 'Wire'],
      ],
      [['183 metres', 'Post', 'Wire']],
    ]);
  });

  test.each([
    [
      'where one rounds the other',
      'The bridge of Varnholm stays shut for 198 days.',
      'The bridge of Varnholm stays shut for 200 days.',
    ],
    ['where they count other things', `Two sailors ${hurt}.`, `Five cars ${hurt}.`],
    [
      'where one source gives both',
      `Two sailors ${hurt}. Five sailors ${hurt}, others say.`,
      `Five sailors ${hurt}.`,
    ],
    [
      'where they speak of something else',
      `Two sailors ${hurt}.`,
      'Nine sailors from Kelso won a race in spring.',
    ],
  ])('don’t contradict each other %s', (_, post, wire) => {
    expect(figures(['Post', post], ['Wire', wire]).every((readings) => readings.length === 1)).toBe(true);
  });

  test('are the same in any language', () => {
    expect(
      figures(
        ['Mole', 'Die Brücke von Varnholm bleibt 14 Tage gesperrt.', 'de'],
        ['Post', 'The bridge of Varnholm stays shut for 14 days.'],
        ['Jetée', 'Le pont de Varnholm restera fermé 14 jours.', 'fr'],
      ),
    ).toEqual([[['14 days', 'Post', 'Mole', 'Jetée']]]);
  });
});
