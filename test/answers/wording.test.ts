import { describe, expect, test } from 'vitest';
import { conceptsByTerm, wordQuestion } from '../../src/answers/wording.ts';
import type { FindCompounds } from '../../src/answers/wording.ts';
import { createLexicon } from '../../src/language/index.ts';
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

  test('in all forms of an irregular word', async () => {
    expect(await word('won', 'en')).toEqual(['1 won|win']);
    expect((await word('geschrieben', 'de'))[0]).toContain('schrieb');
  });
});

describe('a question is worded with the lexicon', () => {
  const lexicon = createLexicon([
    { en: ['harbour', 'port'], fr: ['port'], de: ['Hafen'] },
    { en: ['write', 'compose'], fr: ['écrire', 'rédiger'], de: ['schreiben', 'verfassen'] },
    { en: ['chess tournament'], fr: ['tournoi'], de: ['Schachturnier'] },
    { en: ['fortified wine'], fr: ['vin muté'], de: ['Likörwein'] },
    { en: ['fire'], fr: ['feu'], de: ['Feuer', 'Brand', 'Flamme'] },
    { en: ['alarm'], fr: ['alerte'], de: ['Alarm'] },
  ]);
  const wordIn = (text: string, from: LanguageTag, to: LanguageTag) =>
    wordQuestion(words(text), to, 1, noCompounds, { lexicon, from });

  const weights = async (text: string, from: LanguageTag, to: LanguageTag) =>
    (await wordIn(text, from, to)).concepts.map(({ weight }) => weight);

  test('in its own language by its own words, and words of about the same meaning beside them', async () => {
    const { concepts } = await wordIn('harbour', 'en', 'en');
    expect(concepts).toMatchObject([{ terms: ['harbour'], weight: 1, synonyms: ['port'], isName: false }]);
  });

  test('in its own language with words of the same root beside them, and with none in another', async () => {
    expect((await wordIn('died', 'en', 'en')).concepts[0]?.synonyms).toContain('death');
    expect((await wordIn('died', 'en', 'de')).concepts.flatMap(({ synonyms }) => synonyms)).toEqual([]);
  });

  test('in another language by what its words are called there, in all their forms', async () => {
    const { concepts } = await wordIn('wrote', 'en', 'de');
    expect(concepts).toHaveLength(1);
    expect(concepts[0]?.terms).toEqual(
      expect.arrayContaining(['schreib', 'geschrieb', 'schrieb', 'verfass']),
    );
    expect(concepts[0]?.synonyms).toEqual([]);
  });

  test('of several words that mean one thing together as one concept', async () => {
    const { concepts } = await wordIn('chess tournament', 'en', 'de');
    expect(concepts.map(({ terms }) => terms[0])).toEqual(['schachturni']);
    expect(concepts[0]?.terms).not.toContain('chess');
  });

  test('by each of several words that it takes to say one, which share its weight', async () => {
    const { concepts } = await wordIn('Likörwein', 'de', 'en');
    expect(concepts.map(({ weight, terms }) => `${weight} ${terms[0]}`)).toEqual([
      '1 likorwein',
      '0.5 fortifi',
      '0.5 wine',
    ]);
  });

  test('by the parts of a compound that it doesn’t know, each counting less', async () => {
    const { concepts } = await wordIn('Feueralarm', 'de', 'en');
    expect(concepts.map(({ weight, terms }) => `${weight} ${terms[0]}`)).toEqual(
      expect.arrayContaining(['0.6 fire', '0.6 alarm', '1 feueralarm']),
    );
    expect(concepts).toHaveLength(3);
  });

  test('with the compounds that hold the two most usual words for one', async () => {
    const asked: string[] = [];
    const find: FindCompounds = async (_language, word) => {
      asked.push(word);
      return { wholes: word === 'fire' ? [] : [`${word}wehr`], parts: [] };
    };
    const { concepts } = await wordQuestion(words('fire'), 'de', 1, find, { lexicon, from: 'en' });
    expect(asked).toEqual(expect.arrayContaining(['feuer', 'brand']));
    expect(asked).not.toContain('flamme');
    expect(concepts[0]?.terms).toEqual(expect.arrayContaining(['feuerwehr', 'brandwehr']));
  });

  test('with less of what questions say and answers seldom repeat', async () => {
    const [name, harbour] = await weights('name harbour', 'en', 'en');
    expect(harbour).toBe(1);
    expect(name).toBeLessThan(0.5);
    const [translated] = await weights('name', 'en', 'de');
    expect(translated).toBe(name);
  });

  test('but topics that channels follow are worded as they are', async () => {
    expect(await word('name', 'en')).toEqual(['1 name']);
  });

  test('in German, where all nouns have a capital, names are those that the lexicon doesn’t know', async () => {
    const { concepts } = await wordQuestion(
      words('Hafen Tarrow').map((token) => ({ ...token, isName: true })),
      'de',
      1,
      noCompounds,
      { lexicon, from: 'de' },
    );
    expect(concepts.map(({ isName }) => isName)).toEqual([false, true]);
  });

  test('names stay names in every language', async () => {
    const asked = words('Kelso harbour').map((token, index) => ({ ...token, isName: index === 0 }));
    const names = async (to: LanguageTag) =>
      (await wordQuestion(asked, to, 1, noCompounds, { lexicon, from: 'en' })).concepts.map(
        ({ terms, isName }) => `${terms[0]} ${isName}`,
      );
    expect(await names('en')).toEqual(['kelso true', 'harbour false']);
    expect(await names('de')).toEqual(expect.arrayContaining(['kelso true', 'harbour false']));
  });
});

test('a term is the first concept’s that it belongs to', () => {
  const concept = {
    weight: 1,
    synonyms: [],
    forms: [],
    isName: false,
    isFrame: false,
    asked: [],
    by: 'word',
  } as const;
  const byTerm = conceptsByTerm([
    { ...concept, terms: ['win', 'won'] },
    { ...concept, terms: ['won', 'korea'] },
  ]);
  expect([...byTerm]).toEqual(
    expect.arrayContaining([
      ['win', 0],
      ['won', 0],
      ['korea', 1],
    ]),
  );
});

describe('a verb whose prefix stands apart', () => {
  const lexicon = createLexicon([
    { en: ['take place'], fr: ['se dérouler'], de: ['stattfinden'] },
    { en: ['find'], fr: ['trouver'], de: ['finden'] },
  ]);
  async function termsIn(language: LanguageTag, wholes: readonly string[]) {
    const translating = { lexicon, from: 'de' } as const;
    const { concepts } = await wordQuestion(
      [{ word: 'fand', start: 0, end: 4, wholes }],
      language,
      1,
      noCompounds,
      translating,
    );
    return concepts.flatMap(({ terms }) => terms);
  }

  test('means what both mean in another language', async () => {
    expect(await termsIn('en', ['stattfinden'])).toEqual(['fand', 'take', 'place']);
  });

  test('means what it means alone where nobody knows both', async () => {
    expect(await termsIn('en', ['auffinden'])).toEqual(['fand', 'find', 'found']);
  });

  test('is found apart and together in its own', async () => {
    const terms = await termsIn('de', ['stattfinden']);
    expect(terms).toEqual(expect.arrayContaining(['fand', 'stattfind', 'stattgefund']));
  });
});
