import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../src/cli/run.ts';
import { listVerbs } from '../../src/cli/help.ts';
import { createTranslations } from '../../src/translations.ts';
import { createCommandLine } from '../fakes/command-line.ts';

const german = createTranslations().translate('de');

/** Runs `kiosk …`, here. */
async function kiosk(typed: readonly string[], parts: Parameters<typeof createCommandLine>[1] = {}) {
  const { line, stdout, stderr } = createCommandLine(typed, parts);
  const status = await runCommandLine(line);
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

describe('help', () => {
  test.each([[[]], [['--help']], [['-h']]])('kiosk %j lists every verb', async (typed) => {
    const { status, stdout, stderr } = await kiosk(typed);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const verb of listVerbs()) expect(stdout).toMatch(new RegExp(`^  ${verb} `, 'm'));
  });

  test.each(listVerbs())('kiosk %s --help says what it does, in every language', async (verb) => {
    const pages = await Promise.all(
      ['en', 'fr', 'de'].map((tag) => kiosk([verb, '--help', '--language', tag])),
    );
    for (const { status, stdout, stderr } of pages) {
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain(`kiosk ${verb}`);
      for (const option of ['--help', '--json', '--data', '--language']) expect(stdout).toContain(option);
    }
    expect(new Set(pages.map(({ stdout }) => stdout)).size).toBe(3);
  });

  test('kiosk --version says which version', async () => {
    expect((await kiosk(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('wrong usage', () => {
  test.each([
    [['detekt'], /“detekt”.*“detect”/],
    [['zzzzzz'], /“zzzzzz”/],
    [['__proto__'], /“__proto__”/],
    [['--versoin'], /“--version”/],
    [['detect', '--jsn', 'x'], /“--json”/],
    [['detect'], /missing/],
  ])('kiosk %j ends with 2, a reason and a way on', async (typed, reason) => {
    const { status, stdout, stderr } = await kiosk(typed);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr).toMatch(/kiosk (detect )?--help/);
  });

  test('can’t smuggle anything into the terminal', async () => {
    expect((await kiosk(['\u001B[2Jx'])).stderr).not.toContain('\u001B');
  });
});

const withPassword = { WEB_PASSWORD: 'hunter2hunter2' };

/** Something that nobody waits for goes wrong meanwhile. */
async function failing(parts: Parameters<typeof createCommandLine>[1]) {
  const { line, stderr } = createCommandLine(['--version'], parts);
  const broken = new TypeError('no entry\u001B[2J with hunter2hunter2');
  const status = await runCommandLine({
    ...line,
    accident: Promise.reject(broken),
    stdout: new PassThrough({ highWaterMark: 0 }),
  });
  return { status, stderr: stderr.text() };
}

describe('a fault', () => {
  test('ends with 1 and one line for people, without a stack, a secret or anything a terminal obeys', async () => {
    const { status, stderr } = await failing({ environment: withPassword });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Something went wrong inside Kiosk (incident i1): TypeError: no entry[2J with [secret]\n',
    );
  });

  test('shows where it came from when LOG_LEVEL is debug', async () => {
    const { stderr } = await failing({ environment: { ...withPassword, LOG_LEVEL: 'debug' } });
    expect(stderr).toMatch(/incident i1[^]*\n\s+at .*run\.test\.ts/);
    expect(stderr).not.toContain('hunter2');
  });
});

describe('the language Kiosk speaks', () => {
  test.each([
    [['zz', '--language', 'de'], { LANG: 'fr_FR.UTF-8' }],
    [['zz', '--language=de'], {}],
    [['zz'], { LANG: 'de_AT.UTF-8' }],
    [['zz'], { LC_ALL: 'de_DE', LANG: 'fr_FR' }],
    [['zz'], { LC_ALL: '', LC_MESSAGES: 'de', LANG: 'fr_FR' }],
    [['zz'], { LANG: 'C.UTF-8', DEFAULT_LANGUAGE: 'de' }],
    [['zz'], { DEFAULT_LANGUAGE: 'de' }],
  ])('%j with %j is German', async (typed, environment) => {
    expect((await kiosk(typed, { environment })).stderr).toContain(
      german('cli.usage.unknownVerb', { verb: 'zz' }),
    );
  });
});

describe('detect', () => {
  const question = 'Woher kam das Wasser, das gestern durch die Straßen der Stadt lief?';

  test('says which language a text is in', async () => {
    expect(await kiosk(['detect', question])).toMatchObject({ status: 0, stdout: /^German/ });
  });

  test('words need no quotation marks', async () => {
    const { stdout } = await kiosk(['detect', '--json', ...question.split(' ')]);
    expect(JSON.parse(stdout)).toEqual({ language: 'de', confidence: expect.any(Number) });
  });

  test('says so where it can’t tell', async () => {
    expect(JSON.parse((await kiosk(['detect', '--json', '12345'])).stdout)).toMatchObject({ language: null });
    expect(await kiosk(['detect', '12345'])).toMatchObject({ status: 0, stdout: /cannot tell/ });
  });

  test('reads JSON lines from standard input', async () => {
    const input = [{ id: 'a', text: question }, { id: 'b' }, { id: 'c', text: '???' }];
    const { status, stdout, stderr } = await kiosk(['detect', '--batch', '-', '--json'], {
      input: input.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { id: 'a', language: 'de', confidence: expect.any(Number) },
      { id: 'b', error: expect.stringContaining('text') },
      { id: 'c', language: null, confidence: expect.any(Number) },
    ]);
  });

  test('a batch file that isn’t there is a failure with a name', async () => {
    const { status, stdout, stderr } = await kiosk(['detect', '--batch', '/nowhere.jsonl']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('/nowhere.jsonl');
  });
});
