import { describe, expect, test } from 'vitest';
import { createGlossary } from '../../src/language/glossary.ts';

const glossary = createGlossary([
  { en: ['bridge'], fr: ['pont', 'passerelle'], de: ['Brücke'] },
  { en: ['bridge'], fr: ['combler'], de: ['überbrücken'] },
  { en: ['prime minister'], fr: ['premier ministre'], de: ['Premierminister'] },
  { en: ['radio'], fr: ['radio'], de: ['Radio'] },
  { en: ['bridges', 'it'], fr: ['ponts'], de: ['Brücken'] },
  { en: ['occur'], fr: ['prendre place'], de: ['passieren'] },
  { en: ['cost of living'], fr: ['coût de la vie quotidienne'], de: ['Lebenskosten'] },
]);

describe('a glossary', () => {
  test('knows all that a term may be called in another language', () => {
    expect(glossary.alternatives('bridg', 'en', 'fr')).toEqual(['pont', 'passerel', 'combl']);
    expect(glossary.alternatives('bruck', 'de', 'en')).toEqual(['bridg']);
  });

  test('knows nothing of terms it has no entry for, or of another language', () => {
    expect(glossary.alternatives('varnholm', 'en', 'fr')).toEqual([]);
    expect(glossary.alternatives('pont', 'en', 'de')).toEqual([]);
  });

  test('takes one word for two terms, and each of two for one word', () => {
    expect(glossary.alternatives('premierminist', 'de', 'en')).toEqual(['prime', 'minist']);
    expect(glossary.alternatives('minist', 'en', 'de')).toEqual(['premierminist']);
  });

  test('takes no verb that is said with everything for what it means with something', () => {
    expect(glossary.alternatives('passi', 'de', 'fr')).toEqual(['plac']);
    expect(glossary.alternatives('prendr', 'fr', 'de')).toEqual([]);
  });

  test('takes no single term of two for a single term of two', () => {
    expect(glossary.alternatives('prime', 'en', 'fr')).toEqual([]);
  });

  test('takes no longer phrase for a term, and no word without a topic', () => {
    expect(glossary.alternatives('cout', 'fr', 'de')).toEqual([]);
    expect(glossary.alternatives('lebenskost', 'de', 'en')).toEqual(['cost', 'live']);
  });

  test('leaves out what is the same in both', () => {
    expect(glossary.alternatives('radio', 'en', 'de')).toEqual([]);
  });
});
