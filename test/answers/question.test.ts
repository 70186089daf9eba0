import { describe, expect, test } from 'vitest';
import { languageOfQuestion, readQuestion, wordQuestion } from '../../src/answers/question.ts';
import type { FindCompounds } from '../../src/answers/question.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { words } from '../../src/language/words.ts';

/** A Thursday. */
const now = new Date('2026-03-12T12:00:00Z');
const berlin = 'Europe/Berlin';

function read(text: string, language: LanguageTag) {
  const { tokens, ...rest } = readQuestion({ text, language }, now, berlin);
  return { ...rest, words: tokens.map(({ word }) => word) };
}

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
});

describe('a question is worded', () => {
  test('in stems, each once, with the weight it was given', async () => {
    expect(await word('leaked leaks and files', 'en')).toEqual(['1 leak', '1 file']);
    expect(await word('leaked files', 'en', 0.5)).toEqual(['0.5 leak', '0.5 file']);
  });

  test('anew for each language that is searched', async () => {
    expect(await word('campagnes', 'fr')).toEqual(['1 campagn']);
    expect(await word('Kampagnen', 'de')).toEqual(['1 kampagn']);
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
});
