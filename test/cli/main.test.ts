import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nodeFlags } from '../flags.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const line = (id: number) =>
  `${JSON.stringify({ id, text: 'Where did all the water in the streets come from?' })}\n`;

/** Starts `kiosk …` as a process of its own, in a folder of its own. */
function start(
  typed: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  dotenv?: string,
) {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-main-'));
  if (dotenv !== undefined) writeFileSync(join(folder, '.env'), dotenv);
  return spawn(process.execPath, [...nodeFlags, main, ...typed], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
}

async function run(...parts: Parameters<typeof start>) {
  const child = start(...parts);
  child.stdin.end();
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { status: Number(status), stdout, stderr };
}

describe('the kiosk process', () => {
  test('ends with 0, 1 or 2', async () => {
    const runs = await Promise.all([run([]), run(['detect', '--batch', 'nowhere']), run(['nonsense'])]);
    expect(runs.map(({ status }) => status)).toEqual([0, 1, 2]);
    expect(runs.map(({ stdout }) => stdout !== '')).toEqual([true, false, false]);
    expect(runs.map(({ stderr }) => stderr !== '')).toEqual([false, true, true]);
  });

  test('reads the settings of a .env beside it; those of the environment win', async () => {
    const dotenv = 'DEFAULT_LANGUAGE=de\n';
    expect((await run([], {}, dotenv)).stdout).toContain('Aufruf');
    expect((await run([], { DEFAULT_LANGUAGE: 'fr' }, dotenv)).stdout).toContain('Utilisation');
  });

  test('is quiet when its reader has read enough', async () => {
    const child = start(['detect', '--batch', '-']);
    const stderr = text(child.stderr);
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    let id = 0;
    const feed = () => {
      while (child.stdin.writable && child.stdin.write(line(id++)));
    };
    child.stdin.on('drain', feed);
    feed();
    const [status] = await once(child, 'close');
    expect(status).toBe(0);
    expect(await stderr).toBe('');
  });

  test('stops in good order at the first request', async () => {
    const child = start(['detect', '--batch', '-']);
    const stderr = text(child.stderr);
    child.stdin.write(line(1));
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect((await once(child, 'close'))[0]).toBe(130);
    expect(await stderr).toBe('');
  });
});
