import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../src/language/index.ts';

const lexicon = createLexicon([
  { en: ['harbour', 'port'], fr: ['port'], de: ['Hafen'] },
  { en: ['port', 'fortified wine'], fr: ['porto'], de: ['Portwein'] },
  { en: ['write', 'compose'], fr: ['écrire'], de: ['schreiben', 'verfassen'] },
]);

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
