import { describe, expect, test } from 'vitest';
import { fold, languages, words } from '../../../src/language/index.ts';

/** What a question's separated verbs are. */
function verbsOf(text: string): readonly string[] {
  return languages.de.separatedVerbs(text, words(text)).flatMap(({ infinitives }) => infinitives);
}

describe('a German verb is read with the prefix at the end of its clause', () => {
  test.each([
    ['Wann fand das Treffen statt?', 'stattfinden'],
    ['Wer nahm an der Sitzung teil?', 'teilnehmen'],
    ['Welche Schiffe legten in Kiel ab?', 'ablegen'],
    ['Was zeichnet den neuen Hafen aus?', 'auszeichnen'],
    ['Wie viele Fischer geben ihre Boote auf?', 'aufgeben'],
    ['Welche bekannte Sängerin trat 2019 auf?', 'auftreten'],
    ['Wer tritt zurück, wenn die Wahl verloren geht?', 'zurücktreten'],
    ['Der Minister, sagte er, trat am Montag zurück.', 'zurücktreten'],
    ['Sie äußerten Bedenken und warfen der Bahn Fehler vor.', 'vorwerfen'],
    ['Am letzten Montag trat sie gestern zurück.', 'zurücktreten'],
    ['Mit rechtlichen Mitteln räumte er nichts ein.', 'einräumen'],
  ])('%s: %s', (question, verb) => {
    expect(verbsOf(question)[0]).toBe(fold(verb));
  });

  test('wherever both stand', () => {
    const text = 'Im Mai: Wer trat zurück?';
    const [found] = languages.de.separatedVerbs(text, words(text));
    expect(text.slice(found?.verb.start, found?.verb.end)).toBe('trat');
    expect(text.slice(found?.prefix.start, found?.prefix.end)).toBe('zurück');
  });

  test('and alone where nothing is separated from it', () => {
    expect(verbsOf('Wer fand den Schatz?')).toEqual([]);
    expect(verbsOf('Wer ist in Kiel bekannt?')).toEqual([]);
    expect(verbsOf('Wo liegt auf der Insel ein Hafen?')).toEqual([]);
    expect(verbsOf('')).toEqual([]);
  });
});
