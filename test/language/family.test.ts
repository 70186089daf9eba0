import { describe, expect, test } from 'vitest';
import { familyOf, languages } from '../../src/language/index.ts';

describe('the terms of a word in all its forms', () => {
  test.each([
    ['won', 'en', 'win'],
    ['win', 'en', 'won'],
    ['written', 'en', 'wrote'],
    ['geschrieben', 'de', 'schrieb'],
    ['schreiben', 'de', 'geschrieb'],
    ['naquit', 'fr', 'ne'],
    ['œil', 'fr', 'yeux'],
  ] as const)('%s (%s) is found by %s', (word, language, term) => {
    expect(familyOf(word, language)).toContain(term);
  });

  test('begin with its own, each once', () => {
    expect(familyOf('won', 'en')).toEqual(['won', 'win']);
    expect(familyOf('ships', 'en')).toEqual(['ship']);
  });

  test('are none where it carries no topic', () => {
    expect(familyOf('the', 'en')).toEqual([]);
  });
});

describe('the forms of a German verb', () => {
  test.each([
    ['schreiben', 'geschrieben'],
    ['aufschreiben', 'aufgeschrieben'],
    ['aufschreiben', 'aufschrieb'],
    ['beschreiben', 'beschrieben'],
    ['bauen', 'gebaut'],
    ['aufbauen', 'aufgebaut'],
    ['arbeiten', 'gearbeitet'],
  ])('%s: %s', (verb, form) => {
    expect(languages.de.formsOf(verb)).toContain(form);
  });

  test('lead back to it', () => {
    const strays = ['nehmen', 'aufnehmen', 'verlieren', 'gewinnen', 'abbrechen'].flatMap((verb) =>
      languages.de
        .formsOf(verb)
        .filter((form) => form.includes('ge') === false && !languages.de.lemmasOf(form).includes(verb)),
    );
    expect(strays).toEqual([]);
  });
});
