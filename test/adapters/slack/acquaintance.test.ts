import { expect, onTestFinished, test } from 'vitest';
import { checkSlack, createFound } from '../../../src/cli/checks.ts';
import { readSettings } from '../../../src/config.ts';
import { openForTest, translations } from './open.ts';
import { createSlackStandIn } from './stand-in/index.ts';

const found = createFound(translations.translate('en'));

test('doctor tells whether Slack knows the app that workspaces take in, and where they do', async () => {
  const clientSecret = 'an-app’s-secret';
  const slack = await createSlackStandIn({ app: { clientSecret } });
  onTestFinished(() => slack.close());
  const check = (settings: Readonly<Record<string, string>>) => {
    const { config } = readSettings({
      SLACK_CLIENT_ID: slack.app.clientId,
      SLACK_CLIENT_SECRET: clientSecret,
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: slack.slackApiUrl,
      PUBLIC_URL: 'https://kiosk.example/',
      ...settings,
    });
    return checkSlack(config, found);
  };
  expect(await check({})).toMatchObject({
    ok: true,
    text: expect.stringContaining('https://kiosk.example/slack/install'),
  });
  const refused = { ok: false, text: /SLACK_CLIENT_SECRET/, mend: /anew/ };
  expect(await check({ SLACK_CLIENT_ID: '1.2' })).toMatchObject(refused);
  expect(await check({ SLACK_CLIENT_SECRET: 'another' })).toMatchObject(refused);
  expect(await check({ SLACK_APP_TOKEN: 'xapp-nobody' })).toMatchObject(refused);
  expect(await check({ SLACK_API_URL: 'http://127.0.0.1:9' })).toMatchObject({ mend: /connection/ });
  slack.fault('oauth.v2.access', { kind: 'refused', error: 'internal_error' });
  expect(await check({})).toMatchObject({ mend: /connection/ });
  expect(slack.violations).toEqual([]);
});

test('doctor tells whether Slack knows Kiosk', async () => {
  const { slack } = await openForTest();
  const check = (settings: Readonly<Record<string, string>>) => {
    const { config } = readSettings({
      SLACK_BOT_TOKEN: slack.token(),
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: slack.slackApiUrl,
      ...settings,
    });
    return checkSlack(config, found);
  };
  expect(await check({})).toMatchObject({ check: 'slack', ok: true });
  expect(await check({ SLACK_BOT_TOKEN: 'xoxb-nobody' })).toMatchObject({ ok: false, mend: /anew/ });
  expect(await check({ SLACK_APP_TOKEN: 'xapp-nobody' })).toMatchObject({ ok: false, mend: /anew/ });
  expect(await check({ SLACK_API_URL: 'http://127.0.0.1:9' })).toMatchObject({
    ok: false,
    mend: /connection/,
  });
  expect(slack.violations.filter(({ kind }) => kind !== 'authorization')).toEqual([]);
});
