import { describe, expect, test } from 'vitest';
import { loadDetector } from '../../src/language/index.ts';
import { condense } from '../../src/summaries/condense.ts';

const text =
  'The council met for three hours on Tuesday evening. The pool of Lindau closes in March. Nobody spoke of the budget again.';

async function sum(title: string) {
  return (await condense({ title, text }, 1, loadDetector))?.sentences;
}

describe('a text that nobody stored', () => {
  test('is summed up in its own sentences, by its title', async () => {
    expect(await sum('Lindau closes its pool')).toEqual(['The pool of Lindau closes in March.']);
    expect(await sum('Three hours in the council')).toEqual([
      'The council met for three hours on Tuesday evening.',
    ]);
  });

  test('is read in its language, or in the one that it is said to be in', async () => {
    const german = 'Der Rat tagte drei Stunden lang. Das Bad in Lindau schließt im März.';
    const languageOf = async (language?: 'fr') =>
      (await condense({ title: '', text: german, language }, 1, loadDetector))?.language;
    expect([await languageOf(), await languageOf('fr')]).toEqual(['de', 'fr']);
  });

  test('in no language Kiosk speaks isn’t', async () => {
    expect(await condense({ title: '', text: '???' }, 1, loadDetector)).toBeUndefined();
  });
});
