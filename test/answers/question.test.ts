import { describe, expect, test } from 'vitest';
import { languageOfQuestion, readQuestion } from '../../src/answers/question.ts';
import type { LanguageTag } from '../../src/language/language.ts';

/** A Thursday. */
const now = new Date('2026-03-12T12:00:00Z');
const berlin = 'Europe/Berlin';

function read(text: string, language: LanguageTag) {
  const { tokens, period, language: understood } = readQuestion({ text, language }, now, berlin);
  return { language: understood, period, words: tokens.map(({ word }) => word) };
}

function asked(text: string) {
  return readQuestion({ text, language: 'en' }, now, berlin).asked;
}

function names(text: string) {
  const { tokens } = readQuestion({ text, language: 'en' }, now, berlin);
  return tokens.flatMap(({ word, isName }) => (isName === true ? word : []));
}

describe('the language of a question', () => {
  test.each([
    ['Who has posted the files on the net?', 'en'],
    ['Wer hat die Dateien ins Netz gestellt?', 'de'],
    ['Qui a mis les fichiers en ligne ?', 'fr'],
    ['WER WAR DAS?', 'de'],
    ['Où était-ce ?', 'fr'],
  ] as const)('%s', (text, language) => {
    const others = (['en', 'fr', 'de'] as const).filter((tag) => tag !== language);
    expect(others.map((reader) => languageOfQuestion(text, reader))).toEqual([language, language]);
  });

  test.each(['Notre-Dame', 'Macron 2017', '', '🎉'])('“%s” alone is the reader’s', (text) => {
    expect((['en', 'fr', 'de'] as const).map((reader) => languageOfQuestion(text, reader))).toEqual([
      'en',
      'fr',
      'de',
    ]);
  });

  test('is the reader’s where two languages are as likely', () => {
    // "in" is a function word of English and of German.
    expect(languageOfQuestion('Brexit in London', 'de')).toBe('de');
    expect(languageOfQuestion('Brexit in London', 'en')).toBe('en');
  });
});

describe('what a question is read as', () => {
  test('its telling words, at their places', () => {
    const text = 'Who posted the leaked files?';
    const { tokens } = readQuestion({ text, language: 'en' }, now, berlin);
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['posted', 'leaked', 'files']);
  });

  const sinceTuesday = { from: new Date('2026-03-09T23:00:00Z') };
  test.each([
    ['What has the ministry said since Tuesday?', 'en', ['ministry', 'said']],
    ['Was hat das Ministerium seit Dienstag gesagt?', 'de', ['ministerium', 'gesagt']],
    ['Qu’a dit le ministère depuis mardi ?', 'fr', ['dit', 'ministère']],
  ] as const)('%s asks for news: the period instead of the words of time', (text, language, telling) => {
    expect(read(text, language)).toEqual({ language, period: sinceTuesday, words: telling });
  });

  test('the day that was named begins and ends in the reader’s time zone', () => {
    expect(read('What burned yesterday?', 'en').period).toEqual({
      from: new Date('2026-03-10T23:00:00Z'),
      to: new Date('2026-03-11T23:00:00Z'),
    });
    const elsewhere = readQuestion({ text: 'What burned yesterday?', language: 'en' }, now, 'Asia/Tokyo');
    expect(elsewhere.period).toEqual({
      from: new Date('2026-03-10T15:00:00Z'),
      to: new Date('2026-03-11T15:00:00Z'),
    });
  });

  test.each([
    ['Who won the vote in May 2017?', 'en', ['won', 'vote', 'may', '2017']],
    ['Wer gewann die Wahl am 7. Mai 2017?', 'de', ['gewann', 'wahl', '7', 'mai', '2017']],
    ['Qui a gagné le vote en mai 2017 ?', 'fr', ['gagné', 'vote', 'mai', '2017']],
  ] as const)('%s speaks of a date: no period, and its words count', (text, language, telling) => {
    expect(read(text, language)).toEqual({ language, period: {}, words: telling });
  });

  test('time is read in the question’s language, not the reader’s', () => {
    expect(read('Was hat das Ministerium seit Dienstag gesagt?', 'en').period).toEqual(sinceTuesday);
  });

  test('nothing at all where it has only function words', () => {
    expect(read('Who was it and what is that?', 'en').words).toEqual([]);
    expect(read('', 'en').words).toEqual([]);
  });

  test('what it asks for, of several questions the last', () => {
    expect(asked('Who posted the files?')).toBe('name');
    expect(asked('Who posted the files?\nand when?')).toBe('time');
    expect(asked('The leaked files')).toBeUndefined();
  });

  test('names by capitals that no beginning of a sentence explains', () => {
    expect(names('Did Elin Tarrow leave Kelso?')).toEqual(['elin', 'tarrow', 'kelso']);
    expect(names('Ships wait. Ferries, too. What of Kelso?')).toEqual(['kelso']);
    expect(names('ships of kelso')).toEqual([]);
  });
});
