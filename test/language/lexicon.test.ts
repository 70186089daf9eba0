import { describe, expect, test } from 'vitest';
import { createLexicon, words } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';

const lexicon = createLexicon([
  { en: ['harbour', 'port'], fr: ['port'], de: ['Hafen'] },
  { en: ['port', 'fortified wine'], fr: ['porto'], de: ['Portwein'] },
  { en: ['write', 'compose'], fr: ['écrire'], de: ['schreiben', 'verfassen'] },
  { en: ['prime minister'], fr: ['premier ministre'], de: ['Premierminister', 'Premierministers'] },
  { en: ['minister'], fr: ['ministre'], de: ['Minister'] },
  { en: ['prime'], fr: ['prime', 'les'], de: ['erstklassig'] },
  { en: ['found'], fr: ['fonder'], de: ['gründen'] },
  { en: ['find'], fr: ['trouver'], de: ['finden'] },
  { en: ['found guilty'], fr: ['reconnu coupable'], de: ['schuldig gesprochen'] },
  { en: ['fire'], fr: ['feu'], de: ['Feuer'] },
  { en: ['alarm'], fr: ['alerte'], de: ['Alarm'] },
  { en: ['carry out', 'execute'], fr: ['exécuter'], de: ['ausführen'] },
  { en: ['use'], fr: ['usage'], de: ['Nutzung'] },
  { en: ['useful'], fr: ['utile'], de: ['nützlich'] },
  { en: ['Warsaw'], fr: ['Varsovie'], de: ['Warschau'] },
  { en: ['come from'], fr: ['provenir'], de: ['stammen'] },
]);

/** What a text's words are called, each as "share words: terms, terms". */
function said(text: string, from: LanguageTag, to: LanguageTag): readonly string[] {
  const given = words(text).map(({ word }) => word);
  return lexicon.translate(given, from, to).map(({ from: at, count, share, isGuess, translations }) => {
    const called = translations.map(({ terms }) => terms.join(' ')).join(', ');
    return `${share} ${given.slice(at, at + count).join(' ')}${isGuess ? '?' : ''}: ${called}`;
  });
}

describe('the lexicon’s other words for a word', () => {
  test('are those that stand beside it, in its own language', () => {
    expect(lexicon.synonyms('harbour', 'en')).toEqual(['port']);
    expect(lexicon.synonyms('port', 'fr')).toEqual([]);
  });

  test('are found from its forms, as terms', () => {
    expect(lexicon.synonyms('harbours', 'en')).toEqual(['port']);
    expect(lexicon.synonyms('wrote', 'en')).toContain('compos');
    expect(lexicon.synonyms('geschrieben', 'de')).toContain('verfass');
  });

  test('are single words, of all that it may mean', () => {
    expect(lexicon.synonyms('port', 'en')).toEqual(['harbour']);
  });

  test('are none where it isn’t known', () => {
    expect(lexicon.synonyms('zyzzyva', 'en')).toEqual([]);
  });
});

test('a word is common that English writes small, in whatever language it is asked', () => {
  expect(['Häfen', 'hafens', 'minister'].map((word) => lexicon.isCommon(word.toLowerCase(), 'de'))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['warschau', 'tarrow'].map((word) => lexicon.isCommon(word, 'de'))).toEqual([false, false]);
});

describe('what words are called in another language', () => {
  test('is all that they may mean, the first entry’s first, each once', () => {
    expect(said('ports', 'en', 'de')).toEqual(['1 ports: haf, portwein']);
    expect(said('Prime Minister', 'en', 'de')).toEqual(['1 prime minister: premierminist']);
  });

  test('is found from their forms, beside what the form itself may mean', () => {
    expect(said('wrote', 'en', 'fr')).toEqual(['1 wrote: ecrir']);
    expect(said('found', 'en', 'fr')).toEqual(['1 found: fond, trouv']);
  });

  test('is what the longest phrase says, and goes on behind it', () => {
    expect(said('the prime minister’s port', 'en', 'fr')).toEqual([
      '1 prime minister: premi ministr',
      '1 port: port, porto',
    ]);
    expect(said('found guilty', 'en', 'fr')).toEqual(['1 found guilty: reconnu coupabl']);
  });

  test('leaves out words that carry no topic', () => {
    expect(said('prime', 'en', 'fr')).toEqual(['1 prime: prim']);
  });

  test('is what the word itself means where it is known, not what only has its stem', () => {
    expect(said('use', 'en', 'de')).toEqual(['1 use: nutzung']);
    expect(said('used', 'en', 'de')).toEqual(['1 used: nutzung, nutzlich']);
  });

  test('is nothing of which one wide word is left, where another says it', () => {
    expect(said('exécuter', 'fr', 'en')).toEqual(['1 exécuter: execut']);
    expect(said('stammen', 'de', 'en')).toEqual(['1 stammen: come']);
  });

  test('is, for a compound that it doesn’t know, what its parts are called, at a lower share', () => {
    expect(said('Feueralarm', 'de', 'fr').slice(0, 2)).toEqual([
      '0.6 feueralarm: feu',
      '0.6 feueralarm: alert',
    ]);
    expect(said('Portwein', 'de', 'en')).toEqual(['1 portwein: port, fortifi wine']);
    expect(said('Zyzzyva', 'de', 'en').filter((each) => each.startsWith('0.6'))).toEqual([]);
  });

  test('is a guess for a word of one origin that no entry holds', () => {
    expect(said('university', 'en', 'fr')).toEqual(['1 university?: universit']);
  });

  test('is nothing where nothing is known, or the language is the same', () => {
    expect(said('sun', 'en', 'fr')).toEqual([]);
    expect(said('harbour', 'en', 'en')).toEqual([]);
  });

  test('names a word where a single one says it', () => {
    const [found] = lexicon.translate(['portwein'], 'de', 'en');
    expect(found?.translations.map(({ word }) => word)).toEqual(['port', undefined]);
    const [minister] = lexicon.translate(['prime', 'minister'], 'en', 'de');
    expect(minister?.translations.map(({ word }) => word)).toEqual(['premierminister']);
    const [written] = lexicon.translate(['write'], 'en', 'fr');
    expect(written?.translations[0]?.word).toBe('ecrire');
  });
});
