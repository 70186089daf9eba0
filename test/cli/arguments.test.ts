import { describe, expect, test } from 'vitest';
import { readArguments, writeOption } from '../../src/cli/arguments.ts';
import { UsageError, batchOption, commonOptions } from '../../src/cli/verb.ts';

const specs = {
  ...commonOptions,
  limit: { type: 'integer', minimum: 1, maximum: 50, help: 'cli.options.help' },
  dryRun: { type: 'flag', help: 'cli.options.help' },
  in: { type: 'languages', help: 'cli.options.help' },
  batch: batchOption,
} as const;
const words = { value: 'cli.values.text', minimum: 1, maximum: 2 } as const;

const read = (...typed: readonly string[]) => readArguments(typed, specs, words);

/** The text's key and what it is filled with. */
function refusalOf(typed: readonly string[]): unknown {
  try {
    readArguments(typed, specs, words);
  } catch (error) {
    if (error instanceof UsageError) return [error.key.replace('cli.usage.', ''), error.values];
    throw error;
  }
  return undefined;
}

describe('options', () => {
  test('each has the type it is declared with', () => {
    expect(read('--limit', '7', '--dry-run', '--in=de, FR', '--data', 'x', 'word')).toEqual({
      options: { limit: 7, dryRun: true, in: ['de', 'fr'], data: 'x', help: false, json: false },
      words: ['word'],
    });
  });

  test('they may stand before, between and after words', () => {
    expect(read('one', '--json', 'two').words).toEqual(['one', 'two']);
  });

  test('after "--" everything is a word', () => {
    expect(read('--', '--json').words).toEqual(['--json']);
  });

  test('standard input is a file', () => {
    expect(read('--batch', '-').options['batch']).toBe('-');
  });

  test('the last one counts', () => {
    expect(read('x', '--limit', '7', '--limit', '8').options['limit']).toBe(8);
  });

  test('-h asks for help, whatever else is missing', () => {
    expect(read('-h').options['help']).toBe(true);
  });

  test('names in code are written the command line’s way', () => {
    expect(writeOption('dryRun')).toBe('--dry-run');
  });
});

test.each([
  [
    ['x', '--limt', '7'],
    ['mistypedOption', { option: '--limt', nearest: '--limit' }],
  ],
  [
    ['x', '--zzzzzzzz'],
    ['unknownOption', { option: '--zzzzzzzz' }],
  ],
  [
    ['x', '--dryRun'],
    ['mistypedOption', { option: '--dryRun', nearest: '--dry-run' }],
  ],
  [
    ['x', '-q'],
    ['unknownOption', { option: '-q' }],
  ],
  [
    ['x', '--constructor'],
    ['unknownOption', { option: '--constructor' }],
  ],
  [
    ['x', '--limit'],
    ['missingValue', { option: '--limit' }],
  ],
  [
    ['x', '--limit', '--json'],
    ['missingValue', { option: '--limit' }],
  ],
  [
    ['x', '--data='],
    ['missingValue', { option: '--data' }],
  ],
  [
    ['x', '--json=yes'],
    ['noValue', { option: '--json' }],
  ],
  [
    ['x', '--limit', '0'],
    ['notInteger', { option: '--limit', value: '0', minimum: 1, maximum: 50 }],
  ],
  [
    ['x', '--limit', '1e1'],
    ['notInteger', { option: '--limit', value: '1e1', minimum: 1, maximum: 50 }],
  ],
  [
    ['x', '--limit', ' 5'],
    ['notInteger', { option: '--limit', value: ' 5', minimum: 1, maximum: 50 }],
  ],
  [
    ['x', '--in', 'de,it'],
    ['notLanguage', { option: '--in', value: 'it', allowed: 'en, fr, de' }],
  ],
  [
    ['x', '--language', 'Deutsch'],
    ['notLanguage', { option: '--language', value: 'Deutsch', allowed: 'en, fr, de' }],
  ],
  [
    ['a', 'b', 'c'],
    ['extraWord', { word: 'c' }],
  ],
  [
    ['--batch', '-', 'a'],
    ['wordsWithBatch', { word: 'a' }],
  ],
  [[], ['missingWord', {}]],
])('%j is refused: %j', (typed, refusal) => {
  expect(refusalOf(typed)).toEqual(refusal);
});

test('a verb that is declared without words takes none', () => {
  expect(() => readArguments(['a'], commonOptions, undefined)).toThrow(UsageError);
  expect(readArguments([], commonOptions, undefined).words).toEqual([]);
});
