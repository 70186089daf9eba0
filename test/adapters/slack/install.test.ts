import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createInstallOpenings } from '../../../src/adapters/slack/install.ts';
import { createOAuth } from '../../../src/adapters/slack/oauth.ts';
import { createNotices } from '../../../src/adapters/web/index.ts';
import { createLog } from '../../../src/log.ts';
import type { TextKey } from '../../../src/texts.ts';
import { tags } from '../../commands/house.ts';
import { serve } from '../../sources/server.ts';
import { translations } from './open.ts';
import { oauthOf, publicUrl, says } from './several.ts';
import { back, begin, openTown } from './town.ts';

const minute = 60_000;

/** What a page should say. */
const inLanguage = (tag: (typeof tags)[number], key: TextKey) => translations.translate(tag)(key);

test('the install page is open while the page is closed, and leads to Slack’s with all that Kiosk needs', async () => {
  const { browser, slack, url } = await openTown();
  expect((await browser().ask(`${publicUrl}/`)).location).toBe('/sign-in');
  const page = await browser().ask(begin);
  expect(page.status).toBe(302);
  expect(page.headers.get('cache-control')).toBe('no-store');
  const address = new URL(page.location ?? '');
  expect(`${address.origin}${address.pathname}`).toBe(slack.authorizationUrl);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    client_id: slack.app.clientId,
    redirect_uri: back,
    scope: expect.stringContaining('chat:write'),
  });
  const state = address.searchParams.get('state') ?? '';
  expect(page.headers.getSetCookie()).toEqual([
    `kiosk_slack_install=${state}; Max-Age=600; Path=/slack; HttpOnly; SameSite=Lax; Secure`,
  ]);
  const other = new URL((await browser().ask(begin)).location ?? '').searchParams.get('state');
  expect(other).not.toBe(state);
  expect((await fetch(`${url}/slack/install`, { method: 'POST' })).status).toBe(405);
});

test.each(tags)('whoever agrees is told so in %s, by a page that needs nothing else', async (tag) => {
  const { agree, browser } = await openTown('<b>Ferry & "Sons"</b>');
  agree();
  const reading = browser(`${tag}-CH,en;q=0.5`);
  const { status, text, headers } = await reading.visit(begin);
  expect(status).toBe(200);
  expect(text).toContain(`<html lang="${tag}">`);
  expect(text).toContain(inLanguage(tag, 'slack.install.done'));
  expect(text).toContain('&lt;b&gt;Ferry &amp; &quot;Sons&quot;&lt;/b&gt;');
  const [, style = ''] = /<style>([^]*)<\/style>/.exec(text) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  expect(text).not.toMatch(/ src=|<link|<script/);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
  expect([...reading.cookies]).toEqual([]);
});

describe.each(tags)('in %s, a page tells', (tag) => {
  const stopped = (key: TextKey) =>
    new RegExp(
      `${inLanguage(tag, 'slack.install.stopped')}[^]*${inLanguage(tag, key)}[^]*` +
        `<a href="${begin}">${inLanguage(tag, 'slack.install.again')}</a>`,
    );

  test('who says no', async () => {
    const { browser, exchanged } = await openTown();
    const page = await browser(tag).visit(begin);
    expect(page).toMatchObject({ status: 403, text: expect.stringMatching(stopped('slack.install.denied')) });
    expect(exchanged()).toBe(0);
  });

  test('who took too long', async () => {
    const { agree, browser, consent, slack, exchanged } = await openTown();
    agree();
    const reading = browser(tag);
    const returns = await consent(reading);
    slack.clock.pass(10 * minute);
    expect(await reading.ask(returns)).toMatchObject({
      status: 400,
      text: expect.stringMatching(stopped('slack.install.expired')),
    });
    expect(exchanged()).toBe(0);
  });

  test('whose code Slack doesn’t take', async () => {
    const { agree, browser, consent } = await openTown();
    agree();
    const reading = browser(tag);
    const returns = (await consent(reading)).replace(/code=[^&]*/, 'code=another');
    expect(await reading.ask(returns)).toMatchObject({
      status: 400,
      text: expect.stringMatching(stopped('slack.install.refused')),
    });
  });

  test.each([
    ['is out of reach', { kind: 'dropped' }],
    ['fails', { kind: 'status', status: 503 }],
    ['has too much to do', { kind: 'rate-limited', retryAfter: 30 }],
  ] as const)('that Slack %s', async (_, fault) => {
    const { agree, browser, slack } = await openTown();
    agree();
    slack.fault('oauth.v2.access', fault);
    const page = await browser(tag).visit(begin);
    expect(page).toMatchObject({
      status: 502,
      text: expect.stringMatching(stopped('slack.install.unreachable')),
    });
  });
});

test('an organisation that would take Kiosk in as a whole is refused, and its token is not kept', async () => {
  const server = await serve((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        ok: true,
        access_token: 'xoxb-organisation',
        bot_user_id: 'U1',
        team: null,
        enterprise: { id: 'E1', name: 'Port' },
        is_enterprise_install: true,
      }),
    );
  });
  const { slack } = await openTown();
  const now = new Date(0);
  const log = createLog({ level: 'silent' });
  const settings = { apiUrl: server.url, oauth: oauthOf(slack) };
  const installed: unknown[] = [];
  const [, opening] = createInstallOpenings({
    oauth: createOAuth({ settings, now: () => now, log }),
    state: { create: () => 'a state', take: async () => true },
    publicUrl,
    showNotice: createNotices(translations),
    installed: async (installation) => void installed.push(installation),
    log,
  });
  const page = await opening?.answer(new Request(`${back}?code=1&state=1`), {});
  expect(page?.status).toBe(403);
  expect(await page?.text()).toContain(inLanguage('en', 'slack.install.organisation'));
  expect(installed).toEqual([]);
  await server.close();
});

test('no secret is logged, however much is', async () => {
  const { slack, agree, browser, consent, logged, workspace, adapter } = await openTown();
  agree();
  const reading = browser();
  const returns = await consent(reading);
  await reading.ask(returns);
  const { id } = workspace.channel({ name: 'news' });
  const message = says('Hello');
  await adapter.post({ key: 'one', channel: `slack:${workspace.id}:${id}`, message });
  const said = logged.join('');
  expect(said).toContain('Kiosk was taken into a workspace on Slack');
  expect(said).toContain('chat.postMessage');
  const code = new URL(returns).searchParams.get('code') ?? '';
  expect(code).not.toBe('');
  for (const secret of [workspace.token(), slack.app.clientSecret, `"${code}"`, `=${code}`])
    expect(said).not.toContain(secret);
});
