import { describe, expect, test } from 'vitest';
import { leaningOf, subjectOf } from '../../src/answers/follow-up.ts';

describe('a question takes over from the one before', () => {
  test.each([
    ['And the mayor, what did the mayor say?', 'en', 'words'],
    ['Was the mayor asked about it?', 'en', 'words'],
    ['What did the mayor of Kelso say?', 'en', 'none'],
    ['Et le maire de Kelso, qu’a dit le maire ?', 'fr', 'words'],
    ['Le maire a-t-il parlé de ça ?', 'fr', 'words'],
    ['Qu’a dit le maire de Kelso ?', 'fr', 'none'],
    ['Und was sagte der Bürgermeister von Kelso?', 'de', 'words'],
    ['Was sagte der Bürgermeister von Kelso darüber?', 'de', 'words'],
    ['Was wurde in Kelso dafür gebaut?', 'de', 'words'],
    ['Was sagte der Bürgermeister von Kelso?', 'de', 'none'],
  ] as const)('%s (%s): %s', (text, language, leaning) => {
    expect(leaningOf(text, language, 3)).toBe(leaning);
  });

  test('all where it says nothing itself, and only the stories where it says one word', () => {
    expect([0, 1, 2].map((words) => leaningOf('Kelso?', 'en', words))).toEqual(['words', 'stories', 'none']);
  });

  test('nothing where a pronoun points back into the question itself', () => {
    const text = 'How long did the Mirabel block the strait before it was freed?';
    expect([3, 4].map((words) => leaningOf(text, 'en', words))).toEqual(['words', 'none']);
  });
});

describe('what the next question may lean on', () => {
  const context = { question: 'Who rammed the bridge?', stories: ['bridge'] };

  test('is a short question about the same story with those before it', () => {
    expect(subjectOf('And who pays?', context, 2, 'bridge')).toBe('Who rammed the bridge?\nAnd who pays?');
  });

  test.each([
    ['a longer one', context, 3, 'bridge'],
    ['one about another story', context, 1, 'bakery'],
    ['one without an answer', context, 1, undefined],
    ['the first one', undefined, 1, 'bridge'],
  ])('is the question alone for %s', (_, before, words, story) => {
    expect(subjectOf('And who pays?', before, words, story)).toBe('And who pays?');
  });

  test('holds no more than a page of the questions before', () => {
    const long = { ...context, question: 'x'.repeat(5000) };
    expect(subjectOf('Why?', long, 0, 'bridge')).toHaveLength(1005);
  });
});
