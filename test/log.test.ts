import { describe, expect, test } from 'vitest';
import { createLog, createRedaction, logLevels } from '../src/log.ts';
import type { LogLevel } from '../src/log.ts';

/** What is logged at a level, as the lines' values. */
function logged(
  level: LogLevel,
  write: (log: ReturnType<typeof createLog>) => void,
  secrets: readonly string[] = [],
) {
  const lines: string[] = [];
  write(createLog({ level, secrets: new Set(secrets), destination: { write: (line) => lines.push(line) } }));
  return lines.map((line): unknown => JSON.parse(line));
}

test('an event is one JSON line with its level, time, name and values', () => {
  expect(logged('info', (log) => log.info({ url: 'https://news.example/' }, 'source read'))).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      url: 'https://news.example/',
      msg: 'source read',
    },
  ]);
});

test.each(logLevels)('at level %s what is less grave is left out', (level) => {
  const events = logged(level, (log) => {
    for (const each of ['debug', 'info', 'warn', 'error'] as const) log[each]({}, each);
  });
  expect(events).toHaveLength(logLevels.indexOf(level));
});

describe('an error', () => {
  const error = new TypeError('broken', { cause: new Error('deeper') });

  test('is logged with its causes, without its stack', () => {
    expect(logged('info', (log) => log.error({ error }, 'fault'))).toMatchObject([
      { error: { name: 'TypeError', message: 'broken', cause: { message: 'deeper' } } },
    ]);
    expect(JSON.stringify(logged('info', (log) => log.error({ error }, 'fault')))).not.toContain(
      'log.test.ts',
    );
  });

  test('shows its stack at level debug', () => {
    expect(JSON.stringify(logged('debug', (log) => log.error({ error }, 'fault')))).toContain('log.test.ts');
  });
});

describe('a secret', () => {
  const secret = 'tok"en\\ü-12345';

  test.each([
    ['in a value', (log: ReturnType<typeof createLog>) => log.info({ deep: { er: [secret] } }, 'x')],
    ['in a name', (log: ReturnType<typeof createLog>) => log.info({ [secret]: 1 }, 'x')],
    ['in an event', (log: ReturnType<typeof createLog>) => log.info({}, `with ${secret}`)],
    [
      'in an error',
      (log: ReturnType<typeof createLog>) => log.error({ error: new Error(`no ${secret}!`) }, 'x'),
    ],
  ])('%s is not logged', (_, write) => {
    const text = JSON.stringify(logged('debug', write, [secret]));
    expect(text).not.toContain('12345');
    expect(text).toContain('[secret]');
  });

  test('that holds another is taken out whole', () => {
    expect(createRedaction(new Set(['abc', 'abcdef']))('abcdef abc')).toBe('[secret] [secret]');
  });

  test('that is empty takes nothing out', () => {
    expect(createRedaction(new Set(['']))('news')).toBe('news');
  });
});
