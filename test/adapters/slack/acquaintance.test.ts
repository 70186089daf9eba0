import { expect, test } from 'vitest';
import { checkSlack, createFound } from '../../../src/cli/checks.ts';
import { readSettings } from '../../../src/config.ts';
import { openForTest, translations } from './open.ts';

const found = createFound(translations.translate('en'));

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
