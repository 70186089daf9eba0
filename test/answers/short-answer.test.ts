import { describe, expect, test } from 'vitest';
import { findShortAnswer } from '../../src/answers/short-answer.ts';
import { conceptsByTerm } from '../../src/answers/wording.ts';
import type { AskedKind, LanguageTag } from '../../src/language/index.ts';
import { terms } from '../../src/language/index.ts';
import { concept } from './collection.ts';

/** What a sentence answers to a question with these telling words. */
function find(sentence: string, question: string, kind: AskedKind | undefined, language: LanguageTag = 'en') {
  const concepts = terms(question, language).map((term) => concept('', { terms: [term] }));
  const shares = concepts.map(() => 1 / concepts.length);
  const conceptOf = conceptsByTerm(concepts);
  const weighing = { concepts, shares, articleShares: shares, unseen: [], conceptOf };
  return findShortAnswer(sentence, language, kind, weighing);
}

function marked(sentence: string, question: string, kind: AskedKind | undefined) {
  const { mark } = find(sentence, question, kind);
  return mark === undefined ? undefined : sentence.slice(mark.start, mark.end);
}

function unit(sentence: string, language: LanguageTag = 'en', question = 'ships waiting') {
  return find(sentence, question, 'number', language).mark?.unit;
}

describe('the short answer in a sentence', () => {
  test.each([
    ['time', 'The lock opened in 1990.', 'lock opened', '1990'],
    ['number', 'The lock lets 14,000 ships through.', 'ships lock', '14,000'],
    ['duration', 'The lock, 400 metres long, was shut for 14 days.', 'lock shut', '14'],
    ['duration', 'The lock is 400 metres long.', 'lock long', undefined],
    ['number', 'At 9:30 the lock let 14 ships through.', 'lock ships', '14'],
    ['number', 'The lock cost $5 million.', 'lock cost', '$5 million'],
    ['money', 'In two years the lock cost $5 million.', 'years lock cost', '$5 million'],
    ['money', 'The lock cost five million.', 'lock cost', 'five million'],
    ['share', 'Of 400 ships 12 percent waited.', 'ships waited', '12 percent'],
    ['share', 'Half of 400 ships waited.', 'ships waited', '400'],
    ['name', 'The lock was built by Elin Tarrow.', 'lock built', 'Elin Tarrow'],
    ['place', 'Elin Tarrow built the lock near Kelso.', 'lock built', 'Kelso'],
  ] as const)('to a question for a %s: %s', (kind, sentence, question, answer) => {
    expect(marked(sentence, question, kind)).toBe(answer);
  });

  test('is nothing that the question itself says', () => {
    expect(marked('In 1990 the lock opened, and in 2004 it shut.', 'lock 1990', 'time')).toBe('2004');
    expect(marked('The lock opened in 1990.', 'lock 1990', 'time')).toBeUndefined();
    expect(marked('The lock of Kelso was built by Elin Tarrow.', 'Kelso lock', 'name')).toBe('Elin Tarrow');
  });

  test('is of several the one that stands nearest to the words of the question', () => {
    const sentence =
      'The bridge, which had been planned for many years by the town, was built in 1980, and the lock opened in 1990.';
    expect(marked(sentence, 'lock opened', 'time')).toBe('1990');
    expect(marked(sentence, 'bridge built', 'time')).toBe('1980');
  });

  test('is of several numbers the one before what it counts, and of several times the one after what happened', () => {
    const share = '51.9 percent of voters chose to leave and 48.1 percent to remain.';
    expect(marked(share, 'voters chose leave', 'share')).toBe('51.9 percent');
    const time = 'In 1990 the lock opened in spring.';
    expect(marked('In 1985 the lock opened, in 1990 the bridge.', 'lock', 'time')).toBe('1985');
    expect(marked(time, 'lock opened', 'time')).toBe('spring');
  });

  test('is of several numbers the one that counts what is asked about', () => {
    const sentence = 'The 51 locks and 945 wooden ships of the order were all sold.';
    expect(marked(sentence, 'ships', 'number')).toBe('945');
    expect(find('It has 945 ships.', 'ships', 'number').score).toBeGreaterThan(
      find('Its ships number 945.', 'ships', 'number').score,
    );
  });

  test('is not told among several names', () => {
    expect(
      marked('The lock was built by Elin Tarrow for Ansgar Loft.', 'lock built', 'name'),
    ).toBeUndefined();
  });

  test('is not looked for where the question asks for a thing', () => {
    expect(find('The lock opened in 1990.', 'lock opened', undefined)).toEqual({ score: 0, mark: undefined });
  });

  test('makes a sentence worth more, the more so near the words of the question', () => {
    const near = find('The lock opened in 1990.', 'lock opened', 'time').score;
    const far = find(
      'The lock opened, as was said by all who were there on that day, in 1990.',
      'lock opened',
      'time',
    ).score;
    const none = find('The lock opened.', 'lock opened', 'time').score;
    expect(near).toBeGreaterThan(far);
    expect(far).toBeGreaterThan(none);
    expect(none).toBe(0);
  });

  test.each([
    'Elin Tarrow is a pilot.',
    'Elin Tarrow, a pilot, met the mayor.',
    'Elin Tarrow (the pilot) met the mayor.',
  ])('to a question for somebody is what goes on after the name: %s', (sentence) => {
    const found = find(sentence, 'Elin Tarrow', 'identity');
    expect(found.score).toBeGreaterThan(find('Elin Tarrow met the mayor.', 'Elin Tarrow', 'identity').score);
    expect(found.mark).toBeUndefined();
  });

  test('to a question for something is rather what it is than what else is said of it', () => {
    const sentences = ['The Cinder is a tower.', 'The Cinder is named after a ship.', 'The Cinder leans.'];
    const scores = sentences.map((sentence) => find(sentence, 'Cinder', 'identity').score);
    expect(scores).toEqual([...new Set(scores)].toSorted((one, other) => other - one));
  });

  test('to a question for something is what goes on after its whole name', () => {
    const score = ['The Tarrow Beacon, a tower, leans.', 'The beacon bears the name of Tarrow, a pilot.'].map(
      (sentence) => find(sentence, 'Tarrow Beacon', 'identity').score,
    );
    expect(score[0]).toBeGreaterThan(score[1] ?? 0);
  });

  test('to a question for a manner is any that is given', () => {
    expect(find('The lock was shut by hand.', 'lock shut', 'manner').score).toBeGreaterThan(0);
    expect(find('The lock was shut at noon.', 'lock shut', 'manner').score).toBe(0);
  });

  test.each([
    ['en', 'The rim of the lock is known as the sill.', 'The rim of the lock is worn.', 'rim lock'],
    [
      'de',
      'Der Rand der Schleuse wird Drempel genannt.',
      'Der Rand der Schleuse ist morsch.',
      'Rand Schleuse',
    ],
    ['fr', 'Le bord de l’écluse est appelé radier.', 'Le bord de l’écluse est usé.', 'bord écluse'],
  ] as const)(
    'to a question for what something is called is rather a sentence that says so (%s)',
    (language, saying, silent, question) => {
      expect(find(saying, question, 'term', language).score).toBeGreaterThan(0);
      expect(find(silent, question, 'term', language).score).toBe(0);
    },
  );

  test('to a question for a reason is any that is given', () => {
    const because = find('The lock is shut because of the flood.', 'lock shut', 'reason');
    expect(because.score).toBeGreaterThan(0);
    expect(because.mark).toBeUndefined();
    expect(find('The lock is shut.', 'lock shut', 'reason').score).toBe(0);
  });
});

describe('a number that was found', () => {
  test('counts what was asked about, or something else', () => {
    expect(unit('Twelve ships are waiting.')).toBe('asked');
    expect(unit('Twelve tugs push the ships.')).toBe('tug');
    expect(unit('Douze millions de navires attendent.', 'fr', 'navires')).toBe('asked');
    expect(unit('Of the ships, 12% are waiting.')).toBe('% asked');
    expect(unit('Twelve percent of the ships are there.')).toBe('% asked');
    expect(unit('The ships carry 12 percent of the coal.')).toBe('% coal');
  });

  test('has its value', () => {
    expect(find('Twelve ships are waiting.', 'ships waiting', 'number').mark).toMatchObject({
      kind: 'number',
      value: 12,
      text: 'twelve',
    });
  });
});
