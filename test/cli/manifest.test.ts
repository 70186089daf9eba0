import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommandLine } from '../../src/cli/run.ts';
import { manifestForm } from '../adapters/slack/manifest-form.ts';
import { createCommandLine } from '../fakes/command-line.ts';

async function print(environment: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const { line, stdout, stderr } = createCommandLine(['manifest', ...options], {
    environment: { LC_ALL: 'en', LOG_LEVEL: 'silent', ...environment },
  });
  expect({ status: await runCommandLine(line), stderr: stderr.text() }).toEqual({ status: 0, stderr: '' });
  return stdout.text();
}

/** Reads YAML as readers of both its versions do, of which one takes "yes" for true. */
function read(text: string): unknown {
  const manifest: unknown = parse(text, { version: '1.2' });
  expect(parse(text, { version: '1.1' })).toEqual(manifest);
  return manifest;
}

test.each([
  ['in Socket Mode', {}, true],
  ['over HTTP', { PUBLIC_URL: 'https://kiosk.example' }, false],
] as const)(
  'kiosk manifest prints for an app %s what Slack takes, as YAML or JSON',
  async (_, environment, isSocket) => {
    const yaml = await print(environment);
    const json = await print(environment, '--json');
    const manifest = v.parse(manifestForm, read(yaml));
    expect(JSON.parse(json)).toEqual(manifest);
    expect(json.trim()).toMatch(/^\{.*\}$/);
    expect(yaml).not.toContain('{');
    expect(manifest.settings.socket_mode_enabled).toBe(isSocket);
    expect(yaml.includes('https://kiosk.example/slack/events')).toBe(!isSocket);
  },
);
