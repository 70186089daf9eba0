import { describe, expect, test } from 'vitest';
import { wordQuestion } from '../../src/answers/wording.ts';
import type { FindCompounds } from '../../src/answers/wording.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { words } from '../../src/language/words.ts';

const noCompounds: FindCompounds = async () => ({ wholes: [], parts: [] });

const leak: FindCompounds = async (_language, asked) =>
  ({
    datenleck: { wholes: [], parts: ['daten', 'leck'] },
    leck: { wholes: ['datenleck', 'gasleck'], parts: [] },
  })[asked] ?? { wholes: [], parts: [] };

/** The concepts of a question in one language, each as "weight term|term". */
async function word(text: string, language: LanguageTag, weight = 1, find = noCompounds) {
  const { concepts } = await wordQuestion(words(text), language, weight, find);
  return concepts.map((concept) => `${concept.weight} ${concept.terms.join('|')}`);
}

describe('a question is worded', () => {
  test('in stems, each once, with the weight it was given', async () => {
    expect(await word('leaked leaks and files', 'en')).toEqual(['1 leak', '1 file']);
    expect(await word('leaked files', 'en', 0.5)).toEqual(['0.5 leak', '0.5 file']);
  });

  test('anew for each language that is searched', async () => {
    expect(await word('campagnes', 'fr')).toEqual(['1 campagn']);
    expect(await word('Kampagne', 'de')).toEqual(['1 kampagn']);
    expect(await word('the die les', 'en')).toEqual(['1 die', '1 les']);
  });

  test('in German with the parts of a compound at half its weight', async () => {
    expect(await word('Datenleck', 'de', 1, leak)).toEqual(['1 datenleck', '0.5 dat', '0.5 leck']);
    expect(await word('Datenleck', 'de', 0.5, leak)).toEqual(['0.5 datenleck', '0.25 dat', '0.25 leck']);
  });

  test('in German with the compounds that hold a word as other ways to say it', async () => {
    expect(await word('Leck', 'de', 1, leak)).toEqual(['1 leck|datenleck|gasleck']);
  });

  test('in German with a part that was asked for itself counted as a word', async () => {
    expect(await word('Datenleck Leck', 'de', 1, leak)).toEqual([
      '1 datenleck',
      '1 leck|datenleck|gasleck',
      '0.5 dat',
    ]);
  });

  test('without looking for compounds where words are written apart, or of short words', async () => {
    const asked: string[] = [];
    const note: FindCompounds = async (language, found) => {
      asked.push(`${language} ${found}`);
      return { wholes: [], parts: [] };
    };
    await word('Rat Stadtrat', 'de', 1, note);
    await word('council town', 'en', 1, note);
    await word('conseil ville', 'fr', 1, note);
    expect(asked).toEqual(['de stadtrat']);
  });

  test('in compounds as they are written without accents', async () => {
    const asked: string[] = [];
    await word('Großbrände', 'de', 1, async (_language, found) => {
      asked.push(found);
      return { wholes: [], parts: [] };
    });
    expect(asked).toEqual(['grossbrande']);
  });
});
