import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Ended } from '../../src/cli/context.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import { createTranslations } from '../../src/translations.ts';
import { createCommandLine } from '../fakes/command-line.ts';

const t = createTranslations().translate('en');
const data = mkdtempSync(join(tmpdir(), 'kiosk-start-'));
afterAll(() => rmSync(data, { recursive: true }));

/** `kiosk start` on a port, reading nothing from the network. */
function start(port: number, environment: Readonly<Record<string, string>> = {}) {
  const ending = new AbortController();
  const { line, stdout, stderr } = createCommandLine(['start', '--data', data], {
    environment: {
      LC_ALL: 'en',
      PORT: String(port),
      FOLLOW_DEFAULTS: 'no',
      LOG_LEVEL: 'silent',
      ...environment,
    },
    signal: ending.signal,
  });
  return { stdout, stderr, status: runCommandLine(line), end: () => ending.abort(new Ended(143)) };
}

test('Kiosk opens its page with samples to ask about, and closes it when told to', async () => {
  const { stdout, stderr, status, end } = start(0);
  await expect.poll(stdout.text, { timeout: 10_000 }).toContain(t('cli.start.stop'));
  const address = /http:\/\/\S+/.exec(stdout.text())?.[0] ?? '';
  expect((await fetch(address)).status).toBe(200);
  expect(stdout.text()).toMatch(/Read \d+ sample articles/);
  end();
  expect({ status: await status, stderr: stderr.text() }).toEqual({ status: 0, stderr: '' });
  expect(stdout.text().trim().split('\n').at(-1)).toBe(t('cli.start.stopping'));
  await expect(fetch(address)).rejects.toThrow('fetch failed');
});

test('Kiosk can be taken into Slack workspaces over its web server', async () => {
  const { stdout, status, end } = start(0, {
    SLACK_CLIENT_ID: '11.22',
    SLACK_CLIENT_SECRET: 'secret',
    SLACK_SIGNING_SECRET: 'another',
    SLACK_API_URL: 'http://127.0.0.1:9/api',
    PUBLIC_URL: 'https://kiosk.example',
  });
  await expect.poll(stdout.text, { timeout: 10_000 }).toContain(t('cli.start.stop'));
  const address = /http:\/\/\S+/.exec(stdout.text())?.[0] ?? '';
  const began = await fetch(`${address}/slack/install`, { redirect: 'manual' });
  expect(began.headers.get('location')).toMatch(
    /^http:\/\/127\.0\.0\.1:9\/oauth\/v2\/authorize\?client_id=11\.22&/,
  );
  const denied = await fetch(`${address}/slack/oauth_redirect?error=access_denied`);
  expect(await denied.text()).toContain(t('slack.install.denied'));
  expect((await fetch(`${address}/slack/events`, { method: 'POST' })).status).toBe(401);
  end();
  expect(await status).toBe(0);
});

test('Kiosk says that its port is taken, and ends', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { stderr, status } = start(port);
  expect(await status).toBe(1);
  // Ports are written as they are typed.
  expect(stderr.text()).toBe(`${t('web.portInUse', { port: String(port) })}\n`);
  other.close();
});
