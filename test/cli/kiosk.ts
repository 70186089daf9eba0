import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runCommandLine } from '../../src/cli/run.ts';
import { createTranslations } from '../../src/translations.ts';
import { createCommandLine } from '../fakes/command-line.ts';

/** Kiosk's own words to the readers of these tests. */
export const t = createTranslations({ timeZone: 'UTC' }).translate('en');

/** A folder of this run's own. */
export const folder = mkdtempSync(join(tmpdir(), 'kiosk-verbs-'));

let places = 0;

/** A folder that is not there yet. */
export function newFolder(): string {
  return join(folder, `folder-${++places}`);
}

/** Writes a file of its own and returns its path. */
export function write(name: string, text: string): string {
  const directory = newFolder();
  mkdirSync(directory);
  writeFileSync(join(directory, name), text);
  return join(directory, name);
}

/** JSON lines of values; strings go in as they are. */
export function jsonl(...lines: readonly unknown[]): string {
  return lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
}

/** What is typed, where its store is, and what comes in. */
type Typed = readonly [typed: readonly string[], parts: { readonly data: string; readonly input?: string }];

/** Runs one verb. */
export async function kiosk(...[typed, { data, input }]: Typed) {
  const { line, stdout, stderr } = createCommandLine([...typed, '--data', data], {
    environment: { LC_ALL: 'en', TIME_ZONE: 'UTC', LOG_LEVEL: 'silent' },
    ...(input !== undefined && { input }),
  });
  const status = await runCommandLine(line);
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/** What a verb that goes well writes, line by line. */
export async function json(...typed: Typed): Promise<readonly unknown[]> {
  const { status, stdout, stderr } = await kiosk(...typed);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
}
