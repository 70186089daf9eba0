import { describe, expect, test } from 'vitest';
import { familyOf, fold, languages } from '../../src/language/index.ts';

describe('the terms of a word in all its forms', () => {
  test.each([
    ['won', 'en', 'win'],
    ['win', 'en', 'won'],
    ['written', 'en', 'wrote'],
    ['leads', 'en', 'led'],
    ['goes', 'en', 'went'],
    ['flies', 'en', 'flew'],
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

  test('are not those of another word', () => {
    expect(familyOf('winds', 'en')).toEqual(['wind']);
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
    ['arbeiten', 'arbeitet'],
    ['sagen', 'sagt'],
    ['gehen', 'geht'],
    ['entwickeln', 'entwickelt'],
    ['regieren', 'regiert'],
  ])('%s: %s', (verb, form) => {
    expect(languages.de.formsOf(verb)).toContain(form);
  });

  test('are each given once, and none of a verb whose prefix stays', () => {
    const forms = languages.de.formsOf('unterschreiben');
    expect(forms).toEqual([...new Set(forms)]);
    expect(forms).toEqual(expect.arrayContaining(['unterschrieb', 'unterschrieben']));
    expect(languages.de.formsOf('bezahlen')).not.toContain('begezahlt');
  });
});

describe('the words that a form may belong to', () => {
  test.each([
    ['schrieben', 'de', ['schreiben']],
    ['gabst', 'de', ['geben']],
    ['beschrieb', 'de', ['beschreiben']],
    ['beschrieben', 'de', ['beschreiben']],
    ['aufgenommen', 'de', ['aufnehmen']],
    ['gehort', 'de', ['horen', 'gehoren']],
    ['gefallen', 'de', ['fallen']],
    ['nahm', 'de', ['nehmen']],
    ['sagten', 'de', ['sagen']],
    ['arbeitete', 'de', ['arbeiten']],
    ['öffnet', 'de', ['öffnen']],
    ['steuert', 'de', ['steuern']],
    ['spielt', 'de', ['spielen']],
    ['führende', 'de', ['führen']],
    ['aufzunehmen', 'de', ['aufnehmen']],
    ['haft', 'de', []],
    ['wochenende', 'de', []],
    ['schiff', 'de', []],
    ['elues', 'fr', ['elire']],
    ['naquit', 'fr', ['naitre']],
    ['vit', 'fr', ['vivre', 'voir']],
    ['travaux', 'fr', ['travail']],
    ['struck', 'en', ['strike']],
    ['children', 'en', ['child']],
    ['ship', 'en', []],
  ] as const)('%s (%s): %j', (form, language, lemmas) => {
    expect(languages[language].lemmasOf(fold(form))).toEqual(lemmas.map(fold));
  });

  test.each([
    ['gebauten', 'bauen'],
    ['gearbeitet', 'arbeiten'],
    ['gearbeitete', 'arbeiten'],
    ['aufgebaut', 'aufbauen'],
  ])('%s is the participle of %s', (form, verb) => {
    expect(languages.de.lemmasOf(form)).toContain(verb);
  });

  test.each(['nehmen', 'aufnehmen', 'verlieren', 'gewinnen', 'abbrechen'])('of %s are itself', (verb) => {
    for (const form of languages.de.formsOf(verb)) expect(languages.de.lemmasOf(form)).toContain(verb);
  });
});
