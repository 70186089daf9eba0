import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../src/language/language.ts';
import { readSentences } from '../../src/summaries/sentences.ts';
import { tell } from './tell.ts';

function read(text: string, language: LanguageTag = 'en') {
  return readSentences(tell('', text, language), 0).map(({ start, end, ...rest }) => ({
    ...rest,
    text: text.slice(start, end),
  }));
}

const story = {
  en: 'The dam at Odrau has two cracks.',
  fr: 'Le barrage d’Odrau a deux fissures.',
  de: 'Der Damm von Odrau hat zwei Risse.',
};

describe('what belongs to the page around a text', () => {
  test.each<[LanguageTag, string]>([
    ['en', 'Read more: Ten dams to visit'],
    ['en', 'Photo: Ferry Post'],
    ['en', 'By Mara Quill'],
    ['en', 'We use cookies to improve your visit.'],
    ['en', 'Sign up for our newsletter.'],
    ['fr', 'À lire aussi : dix barrages à visiter'],
    ['fr', 'Crédit photo : La Jetée'],
    ['fr', 'Par Mara Quill'],
    ['fr', 'Nous utilisons des cookies.'],
    ['fr', 'Tous droits réservés.'],
    ['de', 'Lesen Sie auch: Zehn Dämme'],
    ['de', 'Foto: Die Mole'],
    ['de', 'Von Mara Quill'],
    ['de', 'Wir verwenden Cookies auf dieser Seite.'],
    ['de', 'Alle Rechte vorbehalten.'],
  ])('is left out (%s: %s)', (language, furniture) => {
    expect(read(`${furniture}\n\n${story[language]}`, language).map(({ text }) => text)).toEqual([
      story[language],
    ]);
  });

  test.each<[LanguageTag, string]>([
    ['en', 'Photos show two cracks in the dam.'],
    ['en', 'By noon the lake had fallen by a metre.'],
    ['fr', 'Par chance, personne ne dormait dans la maison.'],
    ['de', 'Von dem Dorf blieb nichts übrig.'],
    ['de', 'Bilder zeigen zwei Risse im Damm.'],
  ])('is nothing that merely begins like it (%s: %s)', (language, sentence) => {
    expect(read(sentence, language).map(({ text }) => text)).toEqual([sentence]);
  });
});

describe('a sentence', () => {
  test('begins behind its dateline', () => {
    expect(read('ODRAU, May 4 (Reuters) - The dam has two cracks.')[0]?.text).toBe('The dam has two cracks.');
  });

  test('that stands in a text twice is read once', () => {
    expect(read(`${story.en}\n\n${story.en}`)).toHaveLength(1);
  });

  test.each<[LanguageTag, string]>([
    ['en', 'This is the second time.'],
    ['fr', 'Elle tient depuis 1931.'],
    ['fr', 'Cependant, le lac baisse.'],
    ['de', 'Dies ist das zweite Mal.'],
  ])('leans on the one before where its first word points back (%s: %s)', (language, sentence) => {
    const [first, second] = read(`${story[language]} ${sentence}`, language);
    expect([first?.leans, second?.leans]).toEqual([false, true]);
  });

  test('has its terms counted, and none where it says nothing', () => {
    expect([...(read('The dam of the dam.')[0]?.terms ?? [])]).toEqual([['dam', 2]]);
    expect(read('It is so.')[0]?.terms.size).toBe(0);
  });

  test('far from the beginning of its text is background', () => {
    const text = Array.from({ length: 90 }, (_, index) => `The dam has ${index} cracks.`).join(' ');
    expect(read(text)).toHaveLength(80);
  });

  test('that opens its text leans on nothing', () => {
    expect(read('This is the second time.')[0]?.leans).toBe(false);
  });

  test.each<[LanguageTag, string]>([
    ['en', 'Will the dam hold?'],
    ['en', 'The mayor said:'],
    ['en', '“We are afraid of the water.”'],
    ['fr', '« Nous avons peur de l’eau. »'],
    ['de', '„Wir haben Angst vor dem Wasser.“'],
    ['de', '„Wir haben Angst vor dem Wasser. Es steigt jeden Tag.'],
    ['en', 'We are afraid of the water.”'],
    ['en', '“We are afraid of the water” – Ansgar Loft.'],
  ])('only opens something (%s: %s)', (language, sentence) => {
    expect(read(sentence, language)[0]?.opensOnly).toBe(true);
  });

  test.each<[LanguageTag, string]>([
    ['en', 'The dam holds.'],
    ['en', 'Rain fell.'],
    ['en', 'The dam of Odrau holds."'],
    ['en', 'The wall of the old town is “a warning”.'],
    ['en', '“We are afraid of the water” – mayor Ansgar Loft.'],
    ['en', '“We are afraid,” said mayor Ansgar Loft.'],
    ['en', 'The mayor of the town called it “a warning”.'],
    ['fr', '« Nous avons peur », dit le maire.'],
    ['de', '„Wir haben Angst“, sagte der Bürgermeister.'],
    ['de', 'Der Bürgermeister von Odrau sprach von „Angst vor dem Wasser“.'],
    ['fr', '"Nous avons peur, explique le maire, mais le barrage tient bon.'],
  ])('tells something by itself (%s: %s)', (language, sentence) => {
    expect(read(sentence, language)[0]?.opensOnly).toBe(false);
  });
});
