import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFolder, checkNode, checkStore, createFound } from '../../src/cli/checks.ts';
import type { Finding } from '../../src/cli/checks.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import { UserError } from '../../src/errors.ts';
import type { SourceState } from '../../src/sources/store.ts';
import { openStore } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';
import { createCommandLine } from '../fakes/command-line.ts';

const translate = createTranslations().translate('en');
const found = createFound(translate);

const newFolder = () => mkdtempSync(join(tmpdir(), 'kiosk-doctor-'));

async function doctor(typed: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { line, stdout, stderr } = createCommandLine(['doctor', ...typed], { environment });
  const status = await runCommandLine(line);
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

describe('kiosk doctor', () => {
  test('finds nothing wrong where nothing is, and says so to programs too', async () => {
    const data = newFolder();
    const { status, stdout, stderr } = await doctor(['--data', data]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^(✓ .+\n)+$/);
    expect(JSON.parse((await doctor(['--data', data, '--json'])).stdout)).toMatchObject({ ok: true });
  });

  test('makes nothing that isn’t there yet', async () => {
    const data = join(newFolder(), 'later');
    expect((await doctor(['--data', data])).status).toBe(0);
    expect(existsSync(data)).toBe(false);
  });

  test('names every setting that is wrong and how to mend it, and fails', async () => {
    const { status, stdout } = await doctor(['--data', newFolder()], { PORT: 'x', SAMPLES: 'perhaps' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/✗ PORT must .+\n {2}→ Correct PORT /);
    expect(stdout).toMatch(/✗ SAMPLES must .+\n {2}→ Correct SAMPLES /);
  });

  test('looks at no folder when DATABASE_URL names none', async () => {
    const { stdout } = await doctor(['--json'], { DATABASE_URL: 'postgres://db' });
    const report: { findings: Finding[] } = JSON.parse(stdout);
    expect(report.findings.map(({ check }) => check)).toEqual([
      'node',
      'settings',
      'web',
      'discord',
      'slack',
    ]);
  });

  test('warns of a page that would be off', async () => {
    expect(await doctor(['--data', newFolder()], { HOST: '0.0.0.0' })).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('→ Set WEB_PASSWORD'),
    });
    const open = { HOST: '0.0.0.0', WEB_PASSWORD: 'correct horse' };
    const { status, stdout } = await doctor(['--data', newFolder()], open);
    expect(status).toBe(0);
    expect(stdout).not.toContain('correct horse');
  });

  test('a database that is none is a finding, not an accident', async () => {
    const data = newFolder();
    writeFileSync(join(data, 'kiosk.db'), 'This was never a database. '.repeat(200));
    const { status, stdout, stderr } = await doctor(['--data', data]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/✗ .*kiosk\.db/);
  });
});

describe('the data folder', () => {
  test('may not be a file', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    for (const directory of [file, join(file, 'data')]) {
      expect(await checkFolder(directory, found)).toMatchObject([
        { ok: false, text: expect.stringContaining(file) },
      ]);
    }
  });

  test.skipIf(process.getuid?.() === 0)(
    'must be writable (root may write anywhere, so this runs for others only)',
    async () => {
      const folder = join(newFolder(), 'closed');
      mkdirSync(folder);
      chmodSync(folder, 0o500);
      expect(await checkFolder(folder, found)).toMatchObject([{ ok: false, mend: expect.any(String) }]);
    },
  );
});

describe('the store', () => {
  const now = new Date('2026-11-02T10:00:00Z');

  async function storeWith(
    states: readonly Partial<SourceState>[],
    paused?: string,
  ): Promise<readonly Finding[]> {
    const store = await openStore({ directory: newFolder() });
    try {
      const urls = states.map((_, index) => `https://news.example/${index}`);
      await store.sources.add(
        urls.map((url, index) => ({ url, name: `Paper ${index}` })),
        now,
      );
      for (const [index, url] of urls.entries()) {
        await store.sources.settle(url, { status: 'active', dueAt: now, failures: 0, ...states[index] });
      }
      if (paused !== undefined) await store.sources.change(paused, { status: 'paused' });
      return await checkStore(async () => store, translate, found);
    } finally {
      await store.close();
    }
  }

  test('tells how many sources there are', async () => {
    expect(await storeWith([{}])).toMatchObject([
      { check: 'database', ok: true },
      { ok: true, text: /^1 source / },
    ]);
  });

  test('names those that fail, why and for how long', async () => {
    const findings = await storeWith([
      { failures: 3, failure: 'sources.missing' },
      {},
      { failures: 1, failure: 'sources.timeout' },
    ]);
    expect(findings.filter(({ ok }) => !ok).map(({ text }) => text)).toEqual([
      'Paper 0 (https://news.example/0) could not be read 3 times in a row: There is nothing at this address.',
      'Paper 2 (https://news.example/2) could not be read the last time: The server took too long to answer.',
    ]);
  });

  test('names those that sleep or have ended, and that one is paused on purpose', async () => {
    const findings = await storeWith(
      [
        { failures: 40, failure: 'sources.timeout', status: 'asleep' },
        { failures: 1, failure: 'sources.gone', status: 'ended' },
        { failures: 2, failure: 'sources.timeout' },
      ],
      'https://news.example/2',
    );
    expect(findings.slice(2)).toMatchObject([
      { ok: false, text: /^Paper 0 \(.+\): could not be read for long.+took too long/, mend: /browser/ },
      { ok: false, text: /^Paper 1 \(.+\): not read any more: .+/, mend: /browser/ },
      { ok: true, text: 'Paper 2 (https://news.example/2) is paused.' },
    ]);
  });

  test('that the user can mend is a finding; a fault stays a fault', async () => {
    const refused = Promise.reject(new UserError('store.folder', { folder: '/x' }));
    expect(await checkStore(() => refused, translate, found)).toMatchObject([
      { check: 'database', ok: false },
    ]);
    const broken = Promise.reject(new TypeError('broken'));
    await expect(checkStore(() => broken, translate, found)).rejects.toThrow('broken');
  });
});

test('a Node too old is named with the one that is needed', () => {
  expect(checkNode('20.19.0', 24, found)).toMatchObject({ ok: false, text: /20\.19\.0.*24/ });
  expect(checkNode('24.21.0', 24, found)).toMatchObject({ ok: true });
});
