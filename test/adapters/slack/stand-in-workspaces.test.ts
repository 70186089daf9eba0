import { App, HTTPReceiver } from '@slack/bolt';
import type { Installation } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { serve } from '../../sources/server.ts';
import { openHarbour, silent } from './stand-in-bot.ts';
import type { Harbour } from './stand-in-bot.ts';

/** Lets in a Bolt that is installed into workspaces by their members. */
async function openInstaller({ slack }: Harbour) {
  const kept = new Map<string, Installation>();
  const clientOptions = { slackApiUrl: slack.slackApiUrl, retryConfig: { retries: 0 } };
  const server = await serve((request, response) => receiver.requestListener(request, response));
  const redirectUri = `${server.url}/slack/oauth_redirect`;
  const receiver = new HTTPReceiver({
    signingSecret: slack.app.signingSecret,
    clientId: slack.app.clientId,
    clientSecret: slack.app.clientSecret,
    stateSecret: 'a secret of the state',
    scopes: ['chat:write', 'commands'],
    redirectUri,
    logger: silent,
    installationStore: {
      async storeInstallation(installation) {
        kept.set(installation.team?.id ?? '', installation);
      },
      async fetchInstallation({ teamId = '' }) {
        const found = kept.get(teamId);
        if (found === undefined) throw new Error(`Not installed in ${teamId}`);
        if (found.isEnterpriseInstall === true) throw new Error('Not for organisations');
        return { ...found, isEnterpriseInstall: false };
      },
    },
    installerOptions: {
      authorizationUrl: slack.authorizationUrl,
      clientOptions,
      directInstall: true,
      redirectUriPath: '/slack/oauth_redirect',
    },
  });
  const app = new App({ receiver, logger: silent, clientOptions, deferInitialization: true });
  app.command('/kiosk', async ({ command, ack, client }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text: `For ${command.team_domain}` });
  });
  await app.init();
  await slack.setEndpoint(`${server.url}/slack/events`);
  /** Goes where a browser would go: to the install page, to Slack, and back. */
  const install = async () => {
    const page = await fetch(`${server.url}/slack/install`, { redirect: 'manual' });
    const cookie = page.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const consent = await fetch(page.headers.get('location') ?? '', { redirect: 'manual' });
    const back = consent.headers.get('location') ?? '';
    return { back, status: (await fetch(back, { headers: { cookie } })).status };
  };
  return { kept, install, [Symbol.asyncDispose]: server.close };
}

describe('Bolt', () => {
  test('answers in the workspaces into which it was installed, each with its token', async () => {
    await using harbour = await openHarbour();
    const { slack } = harbour;
    await using installer = await openInstaller(harbour);
    const names = ['Ferry', 'Boat'];
    for (const name of names) {
      const workspace = slack.addWorkspace({ name, installed: false });
      const ada = workspace.user({ name: 'Ada' });
      slack.agree({ teamId: workspace.id, userId: ada.id });
      expect((await installer.install()).status).toBe(200);
      expect(installer.kept.get(workspace.id)?.bot?.token).toBe(workspace.token());
      const channel = workspace.channel({ name: 'news' });
      ada.in(channel).slash('/kiosk', 'latest');
      const posted = await slack.until(() => slack.visible(channel)[0]);
      expect(posted.text).toBe(`For ${name.toLowerCase()}`);
    }
    expect(slack.violations).toEqual([]);
  });

  test('hears of somebody who says no', async () => {
    await using harbour = await openHarbour();
    await using installer = await openInstaller(harbour);
    const { back, status } = await installer.install();
    expect(back).toContain('error=access_denied');
    expect(status).toBe(500);
  });
});

describe('a code', () => {
  test('is good once, for whoever knows the secret, at the same address', async () => {
    await using harbour = await openHarbour();
    const { slack } = harbour;
    const ada = slack.user({ name: 'Ada' });
    slack.agree({ teamId: slack.workspace.id, userId: ada.id });
    const code = await codeFor(harbour);
    const trade = async (more: object = {}) =>
      harbour.ask('oauth.v2.access', {
        client_id: slack.app.clientId,
        client_secret: slack.app.clientSecret,
        redirect_uri: 'https://kiosk.example/back',
        code,
        ...more,
      });
    expect(await trade({ client_secret: 'another' })).toMatchObject({ error: 'bad_client_secret' });
    expect(await trade({ redirect_uri: 'https://a.example' })).toMatchObject({ error: 'bad_redirect_uri' });
    expect(await trade()).toMatchObject({ ok: true, token_type: 'bot', team: { name: 'Harbour' } });
    expect(await trade()).toMatchObject({ error: 'invalid_code' });
  });

  test('brings a token that expires and is refreshed, where the app rotates its tokens', async () => {
    await using harbour = await openHarbour({ app: { rotates: true } });
    const { slack } = harbour;
    const ada = slack.user({ name: 'Ada' });
    slack.agree({ teamId: slack.workspace.id, userId: ada.id });
    const secrets = { client_id: slack.app.clientId, client_secret: slack.app.clientSecret };
    const first = await harbour.ask('oauth.v2.access', {
      ...secrets,
      code: await codeFor(harbour),
      redirect_uri: 'https://kiosk.example/back',
    });
    expect(first).toMatchObject({ expires_in: 43_200 });
    const refresh = { ...secrets, grant_type: 'refresh_token', refresh_token: first['refresh_token'] };
    slack.clock.pass(43_200_000);
    const second = await harbour.ask('oauth.v2.access', refresh);
    const who = async (token: unknown) => harbour.ask('auth.test', {}, String(token));
    expect(await who(first['access_token'])).toMatchObject({ error: 'token_expired' });
    expect(await who(second['access_token'])).toMatchObject({ ok: true });
    expect(await harbour.ask('oauth.v2.access', refresh)).toMatchObject({ error: 'invalid_refresh_token' });
    expect(await harbour.ask('auth.revoke', {}, String(second['access_token']))).toMatchObject({
      revoked: true,
    });
    expect(await who(second['access_token'])).toMatchObject({ error: 'token_revoked' });
  });
});

test('a bot hears of changes to readers and channels, and of its own messages', async () => {
  await using harbour = await openHarbour();
  const { slack, channel, ada } = harbour;
  ada.change({ locale: 'de-DE' });
  channel.remove('bot');
  channel.invite('bot');
  channel.archive();
  channel.unarchive();
  const { ts } = await harbour.ask('chat.postMessage', { channel: channel.id, text: 'One' });
  await harbour.ask('chat.update', { channel: channel.id, ts, text: 'Two' });
  expect(slack.delivered().map(({ name }) => name)).toEqual([
    'user_change',
    'channel_left',
    'member_joined_channel',
    'channel_archive',
    'channel_unarchive',
    'message.channels',
    'message.channels',
  ]);
  expect(slack.delivered().at(-1)?.payload).toMatchObject({
    event: { subtype: 'message_changed', message: { text: 'Two' }, previous_message: { text: 'One' } },
  });
});

test('a bot hears of nothing that it has not subscribed to, or has no scope for', async () => {
  await using harbour = await openHarbour({
    app: { events: ['app_mention', 'message.im'] },
    workspace: { name: 'Small', scopes: ['channels:history', 'app_mentions:read'] },
  });
  const { slack, channel, ada } = harbour;
  ada.in(channel).write('@Kiosk hello');
  ada.direct().write('Hello');
  expect(slack.delivered().map(({ name }) => name)).toEqual(['app_mention']);
});

async function codeFor({ slack }: Harbour): Promise<string> {
  const query = new URLSearchParams({
    client_id: slack.app.clientId,
    scope: 'chat:write,commands',
    redirect_uri: 'https://kiosk.example/back',
    state: 'a state',
  });
  const page = await fetch(`${slack.authorizationUrl}?${query}`, { redirect: 'manual' });
  const back = new URL(page.headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('a state');
  return back.searchParams.get('code') ?? '';
}
