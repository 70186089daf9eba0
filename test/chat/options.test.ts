import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/chat/adapter.ts';
import { readOptions } from '../../src/chat/options.ts';
import { UserError } from '../../src/errors.ts';

const specs = {
  question: { type: 'text', required: true, maximum: 10 },
  count: { type: 'integer', minimum: 1, maximum: 5 },
  length: { type: 'choice', choices: ['short', 'long'] },
} as const;

const base = { required: false, suggests: false, choices: [], description: 'What you want to know' } as const;
const listing: Listing = {
  command: 'ask',
  language: 'de',
  name: 'fragen',
  description: '',
  audience: 'channel',
  access: 'everyone',
  options: [
    { ...base, key: 'question', name: 'frage', type: 'text', required: true },
    { ...base, key: 'count', name: 'anzahl', type: 'integer' },
    {
      ...base,
      key: 'length',
      name: 'länge',
      type: 'choice',
      choices: [
        { value: 'short', name: 'kurz' },
        { value: 'long', name: 'lang' },
      ],
    },
  ],
};

function problem(given: Readonly<Record<string, string | number>>): unknown {
  try {
    return readOptions(specs, given, listing);
  } catch (error) {
    return error instanceof UserError ? { key: error.key, ...error.values } : error;
  }
}

describe('what a reader gave is read by the declaration', () => {
  test('typed text and numbers become their values, and what was left out is undefined', () => {
    expect(readOptions(specs, { question: '  Wer?  ', count: '3' }, listing)).toEqual({
      question: 'Wer?',
      count: 3,
      length: undefined,
    });
  });

  test('a choice is taken by its value or by its name in the reader’s language', () => {
    expect(readOptions(specs, { question: 'x', length: 'LANG' }, listing)).toMatchObject({ length: 'long' });
    expect(readOptions(specs, { question: 'x', length: 'short' }, listing)).toMatchObject({
      length: 'short',
    });
  });
});

describe('what is wrong is named as the reader knows it', () => {
  test('a missing text', () => {
    expect(problem({ question: '   ' })).toMatchObject({ key: 'errors.missingOption', option: 'frage' });
    expect(problem({})).toMatchObject({ key: 'errors.missingOption', option: 'frage' });
  });

  test('a text that is too long', () => {
    expect(problem({ question: 'x'.repeat(11) })).toMatchObject({
      key: 'errors.tooLong',
      maximum: 10,
      count: 11,
    });
  });

  test.each(['0', '6', '2.5', 'drei', 'NaN', '1e99'])(
    'a number out of bounds or none at all: %s',
    (count) => {
      expect(problem({ question: 'x', count })).toMatchObject({
        key: 'errors.notInteger',
        minimum: 1,
        maximum: 5,
      });
    },
  );

  test('a value that is none of the choices, with the choices', () => {
    expect(problem({ question: 'x', length: 'ewig' })).toMatchObject({
      key: 'errors.notChoice',
      choices: 'kurz, lang',
    });
  });

  test.each(['nope', 'constructor', '__proto__', 'toString'])(
    'an option that the command does not have: %s',
    (name) => {
      expect(problem({ question: 'x', [name]: '1' })).toMatchObject({
        key: 'errors.unknownOption',
        command: 'fragen',
      });
    },
  );
});
