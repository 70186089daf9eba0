import { describe, expect, test } from 'vitest';
import { readConfig, readSettings, settings } from '../src/config.ts';
import { UserError } from '../src/errors.ts';
import { createTranslations } from '../src/translations.ts';

const translate = createTranslations().translate('en');

/** What Kiosk needs to be in several Slack workspaces, but for how it is reached. */
const several = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'b',
  PUBLIC_URL: 'https://kiosk.example',
};

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  return readSettings(environment).problems.map(({ variable }) => variable);
}

describe('without any setting', () => {
  const config = readConfig({}, translate);

  test('Kiosk runs on its own machine only, on a folder beside it', () => {
    expect(config).toMatchObject({
      dataDirectory: 'data',
      host: '127.0.0.1',
      webPassword: undefined,
      defaultLanguage: 'en',
      allowPrivateHosts: [],
      contact: undefined,
      samples: true,
      followDefaults: true,
      logLevel: 'info',
    });
    expect(config.secrets.size).toBe(0);
  });

  test('an empty setting is one that is not set', () => {
    const empty = Object.fromEntries(Object.values(settings).map(({ variable }) => [variable, '  ']));
    expect(readConfig(empty, translate)).toEqual(config);
  });

  test('the settings can’t be changed afterwards', () => {
    expect(Object.isFrozen(config)).toBe(true);
  });
});

describe('a setting is read as what it means', () => {
  test.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65535 }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: 'kiosk.example.org' }, { host: 'kiosk.example.org' }],
    [{ DEFAULT_LANGUAGE: 'de' }, { defaultLanguage: 'de' }],
    [{ TIME_ZONE: 'Asia/Kathmandu' }, { timeZone: 'Asia/Kathmandu' }],
    [{ SAMPLES: 'No' }, { samples: false }],
    [{ FOLLOW_DEFAULTS: '0' }, { followDefaults: false }],
    [{ SAMPLES: 'yes' }, { samples: true }],
    [{ LOG_LEVEL: 'DEBUG' }, { logLevel: 'debug' }],
    [{ DATABASE_URL: 'file:./news' }, { dataDirectory: './news' }],
    [{ DATABASE_URL: 'file:news' }, { dataDirectory: 'news' }],
    [{ DATABASE_URL: 'file:///srv/the%20news' }, { dataDirectory: '/srv/the news' }],
    [{ DATABASE_URL: '/srv/news' }, { dataDirectory: '/srv/news' }],
    [
      { ALLOW_PRIVATE_HOSTS: 'intranet, 10.0.0.0/8,, fd00::/8' },
      { allowPrivateHosts: ['intranet', '10.0.0.0/8', 'fd00::/8'] },
    ],
    [{ CONTACT: 'https://paper.example/kiosk?a=b' }, { contact: 'https://paper.example/kiosk?a=b' }],
    [{ CONTACT: ' desk@paper.example ' }, { contact: 'desk@paper.example' }],
  ])('%o', (environment, expected) => {
    expect(readConfig(environment, translate)).toMatchObject(expected);
  });

  test('a password is kept among the secrets', () => {
    const config = readConfig({ WEB_PASSWORD: 'correct horse' }, translate);
    expect(config.webPassword).toBe('correct horse');
    expect([...config.secrets]).toEqual(['correct horse']);
  });
});

describe('a setting that isn’t as it must be', () => {
  test.each([
    { PORT: '70000' },
    { PORT: '-1' },
    { PORT: '80a' },
    { PORT: '8.5' },
    { HOST: 'http://localhost' },
    { WEB_PASSWORD: 'short' },
    { DEFAULT_LANGUAGE: 'it' },
    { TIME_ZONE: 'Berlin' },
    { ALLOW_PRIVATE_HOSTS: '10.0.0.0/33' },
    { ALLOW_PRIVATE_HOSTS: 'a/b' },
    { ALLOW_PRIVATE_HOSTS: 'fe80::1%eth0' },
    { ALLOW_PRIVATE_HOSTS: 'fe80::1%eth0/64' },
    { CONTACT: 'me' },
    { CONTACT: 'ftp://paper.example/' },
    { CONTACT: 'https://user:secret@paper.example/' },
    { CONTACT: 'https://paper.example/a b' },
    { CONTACT: 'https://paper.example/(a)' },
    { CONTACT: 'desk@paper.example\r\nX-More: 1' },
    { CONTACT: 'büro@paper.example' },
    { CONTACT: `https://paper.example/${'x'.repeat(200)}` },
    { SAMPLES: 'perhaps' },
    { LOG_LEVEL: 'loud' },
    { DATABASE_URL: 'postgres://kiosk@db/kiosk' },
    { DATABASE_URL: 'mysql://db' },
  ])('is named: %o', (environment) => {
    expect(problemsOf(environment)).toEqual(Object.keys(environment));
  });

  test.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, []],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a' }, []],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_SIGNING_SECRET: 'a' }, ['SLACK_BOT_TOKEN']],
    [{ ...several, SLACK_APP_TOKEN: 'xapp-1' }, []],
    [{ ...several, SLACK_SIGNING_SECRET: 'a' }, []],
    [several, ['SLACK_APP_TOKEN']],
    [{ SLACK_CLIENT_ID: '1.2', SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_CLIENT_SECRET', 'PUBLIC_URL']],
    [{ SLACK_CLIENT_SECRET: 'b', SLACK_SIGNING_SECRET: 'a' }, ['SLACK_CLIENT_ID', 'PUBLIC_URL']],
    [{ ...several, SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_BOT_TOKEN']],
    [
      { SLACK_CLIENT_ID: 'mine' },
      ['SLACK_CLIENT_ID', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_SECRET', 'PUBLIC_URL'],
    ],
    [{ PUBLIC_URL: 'https://kiosk.example' }, []],
  ])('of Slack’s is named where others are there, or must not be: %o', (environment, expected) => {
    expect(problemsOf(environment)).toEqual(expected);
  });

  test('all of them are told at once, with what is allowed', () => {
    const environment = { PORT: 'x', DEFAULT_LANGUAGE: 'it', DATABASE_URL: 'postgresql://u:hunter2@db/k' };
    let told: unknown;
    try {
      readConfig(environment, translate);
    } catch (error) {
      told = error;
    }
    if (!(told instanceof UserError)) throw new Error('expected a UserError');
    const text = translate(told.key, told.values);
    expect(text).toMatch(/^PORT must be a number from 0 to 65535/m);
    expect(text).toMatch(/^DEFAULT_LANGUAGE must be one of: .*\bde\b/m);
    expect(text).toMatch(/^DATABASE_URL .*PostgreSQL.*yet/m);
    expect(text).not.toContain('hunter2');
  });

  test('has its initial value until it is mended, so that help and doctor still work', () => {
    expect(readSettings({ PORT: 'x', HOST: '::1' }).config).toMatchObject({
      port: settings.port.initial,
      host: '::1',
    });
  });
});
