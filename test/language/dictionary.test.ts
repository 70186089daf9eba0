import { describe, expect, test } from 'vitest';
import { createDictionary, words } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/language.ts';

const dictionary = createDictionary([
  { en: ['election', 'vote'], fr: ['élection', 'scrutin'], de: ['Wahl', 'Urnengang'] },
  { en: ['choice'], fr: ['choix'], de: ['Wahl', 'Auswahl'], precedence: -1 },
  { en: ['choose'], fr: ['choisir'], de: ['wählen'] },
  { en: ['prize'], fr: ['prix'], de: ['Preis'] },
  { en: ['price'], fr: ['prix'], de: ['Preis'] },
  { en: ['oil'], fr: ['pétrole'], de: ['Öl'] },
  { en: ['climate'], fr: ['climat'], de: ['Klima'] },
  { en: ['summit'], fr: ['sommet'], de: ['Gipfel'] },
  { en: ['fire', 'blaze'], fr: ['incendie'], de: ['Brand'] },
  { en: ['fire', 'sack'], fr: ['licencier'], de: ['entlassen'] },
  { en: ['fire', 'shoot'], fr: ['tirer'], de: ['schießen'] },
  { en: ['child'], fr: ['enfant'], de: ['Kind'] },
  { en: ['strike'], fr: ['grève'], de: ['Streik'] },
  { en: ['strike'], fr: ['frapper'], de: ['treffen'] },
  { en: ['bill'], fr: ['projet de loi'], de: ['Gesetzentwurf'] },
  { en: ['thing'], fr: ['chose'], de: ['Sache'], precedence: -1 },
  { en: ['gift'], fr: ['cadeau'], de: ['Geschenk'] },
  { en: ['poison'], fr: ['poison'], de: ['Gift'] },
  { en: ['ban'], fr: ['interdiction'], de: ['Verbot'] },
  { en: ['traffic light'], fr: ['feu tricolore'], de: ['Ampel'] },
  { en: ['film'], fr: ['film'], de: ['Film'] },
  { en: ['festival'], fr: ['festival'], de: ['Festival'] },
  { en: ['film festival'], fr: ['festival du cinéma'], de: ['Filmfestspiele'] },
  { en: ['group'], fr: ['groupe'], de: ['Konzern'] },
  { en: ['coalition'], fr: ['coalition'], de: ['Ampel'], precedence: 1 },
]);

function say(text: string, to: LanguageTag): string | undefined {
  const said = dictionary.translate(
    words(text).map(({ word }) => word),
    to,
  );
  return said?.map((sayings) => sayings.map(({ terms }) => terms.join('+')).join('|')).join(' & ');
}

function clarity(text: string, to: LanguageTag): readonly unknown[] | undefined {
  return dictionary
    .translate(
      words(text).map(({ word }) => word),
      to,
    )
    ?.map(([first]) => first?.isClear);
}

describe('a dictionary translates', () => {
  test('words by all that they are surely called', () => {
    expect(say('Wahlen', 'en')).toBe('elect|vote');
    expect(say('élections', 'de')).toBe('wahl|urnengang');
    expect(say('bill', 'fr')).toBe('projet+loi');
  });

  test('words that two languages have in the language that knows them together', () => {
    expect(say('film festival', 'de')).toBe('filmfestspiel');
  });

  test('German nouns by no form of a verb that is like them', () => {
    expect(say('group', 'de')).toBe('konz');
  });

  test('each thing that several words say, and leaves names as they are', () => {
    expect(say('Wahlen Ebersbach', 'en')).toBe('elect|vote & ebersbach');
    expect(say('Louvre Wahlen', 'fr')).toBe('louvr & elect|scrutin');
  });

  test('the parts of a compound', () => {
    expect(say('Klimagipfel', 'en')).toBe('climat & summit');
    expect(say('Klimavarnholm', 'en')).toBeUndefined();
  });

  test('things in all their forms, and of deeds no forms', () => {
    expect(say('enfants', 'en')).toBe('child|children');
    expect(say('children', 'de')).toBe('kind');
    expect(say('Streik', 'en')).toBe('strike');
  });

  test('nothing that means several things, and by nothing that mostly means another', () => {
    expect(say('Preis', 'en')).toBeUndefined();
    expect(say('Preis', 'fr')).toBe('prix');
    expect(say('Preisgipfel', 'en')).toBe('prei & summit');
    expect(say('Brand', 'en')).toBe('blaze');
  });

  test('nothing that is but an everyday word, unless beside others', () => {
    expect(say('Sache', 'en')).toBeUndefined();
    expect(say('Sache Wahlen', 'en')).toBe('thing & elect|vote');
  });

  test('nothing into its own language, or of two languages that it means other things in', () => {
    expect(say('Wahlen', 'de')).toBeUndefined();
    expect(say('gift', 'de')).toBeUndefined();
    expect(say('gift', 'fr')).toBeUndefined();
  });

  test('and says which of its words may mean something else as well, be it by their stem', () => {
    expect(clarity('Streik', 'en')).toEqual([false]);
    expect(clarity('election', 'de')).toEqual([false]);
    expect(clarity('Gipfel', 'en')).toEqual([true]);
  });

  test('first by what an operator added', () => {
    expect(say('Ampel', 'en')).toBe('coalit');
  });
});

const languageOf = (text: string) => dictionary.languageOf(words(text).map(({ word }) => word));

test('a dictionary tells the language of words by those that it knows, as they are spelt', () => {
  expect(languageOf('Wahlen')).toBe('de');
  expect(languageOf('elections')).toBe('en');
  expect(languageOf('prix du pétrole')).toBe('fr');
  expect([languageOf('gift'), languageOf('Varnholm'), languageOf('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
