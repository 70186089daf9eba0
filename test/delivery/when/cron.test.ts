import { describe, expect, it } from 'vitest';
import { normalizeCron, parseCron, parseWhen } from '../../../src/delivery/when/index.ts';
import { UserError } from '../../../src/errors.ts';

/** The key of what is said against an expression. */
function refusalOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    return error instanceof UserError ? error.key : String(error);
  }
  return undefined;
}

describe('a cron expression', () => {
  it.each([
    ['*/15 8-18 * * mon-fri', '*/15 8-18 * * mon-fri'],
    ['  0   8\t* * 1 ', '0 8 * * 1'],
    ['@daily', '0 0 * * *'],
    ['@HOURLY', '0 * * * *'],
    ['@weekly', '0 0 * * 0'],
    ['@monthly', '0 0 1 * *'],
    ['0 8 * JAN,Dec MON', '0 8 * jan,dec mon'],
    ['30 8 * * *|0 18 * * *', '30 8 * * * | 0 18 * * *'],
    ['0 9 1 1 7', '0 9 1 1 7'],
    ['5 4 3 2 1', '5 4 3 2 1'],
  ])('is read in one form: %j', (typed, expected) => {
    expect(normalizeCron(typed)).toBe(expected);
    expect(parseWhen(typed, 'en')).toBe(expected);
    expect(parseCron(typed)).not.toHaveLength(0);
  });

  it.each([
    ['0 0 8 * * *', 'seconds'],
    ['* 8 * *', 'fields'],
    ['0 8 * * * * *', 'fields'],
    ['@yearly', 'fields'],
    ['@reboot', 'fields'],
    ['', 'fields'],
    ['0 8 * * * |', 'fields'],
    ['60 8 * * *', 'field'],
    ['0 24 * * *', 'field'],
    ['0 8 0 * *', 'field'],
    ['0 8 32 * *', 'field'],
    ['0 8 * 13 *', 'field'],
    ['0 8 * * 8', 'field'],
    ['0 8 * * blu', 'field'],
    ['0 8 * * mon-', 'field'],
    ['0 18-8 * * *', 'field'],
    ['0 */0 * * *', 'field'],
    ['0 */25 * * *', 'field'],
    ['5/15 * * * *', 'field'],
    ['0 8 L * *', 'field'],
    ['0 8 * * 5#2', 'field'],
    ['0 8,, * * *', 'field'],
    ['-1 8 * * *', 'field'],
    ['0 8 30 2 *', 'never'],
    ['0 8 31 2,4,6,9,11 *', 'never'],
    ['0 8 30 2 */2', 'never'],
    ['* * * * *', 'tooOften'],
    ['*/4 * * * *', 'tooOften'],
    ['*/7 * * * *', 'tooOften'],
    ['0,4 8 * * *', 'tooOften'],
    ['58 23 * * * | 0 0 * * *', 'tooOften'],
    [Array.from({ length: 13 }, () => '0 8 * * *').join('|'), 'tooLong'],
    [`0 8 ${'1,'.repeat(300)}1 * *`, 'tooLong'],
  ])('is refused with what is wrong: %j, %s', (typed, reason) => {
    expect(refusalOf(() => parseCron(typed))).toBe(`errors.when.${reason}`);
  });

  it.each(['0 8 30 2 1', '0 8 29 2 *', '*/5 * * * *', '58 * * * *', '0 8 31 * *'])(
    'that comes seldom or often enough is taken: %s',
    (typed) => {
      expect(refusalOf(() => parseCron(typed))).toBeUndefined();
    },
  );

  it('is told from words', () => {
    expect(refusalOf(() => parseWhen('0 0 8 * * *', 'en'))).toBe('errors.when.seconds');
    expect(refusalOf(() => parseWhen('0 8 32 1 1', 'de'))).toBe('errors.when.field');
    expect(refusalOf(() => parseWhen('@often', 'fr'))).toBe('errors.when.fields');
    expect(parseWhen('8 9 10', 'en')).toBeUndefined();
  });
});
