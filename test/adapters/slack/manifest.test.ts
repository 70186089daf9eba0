import { expect, test } from 'vitest';
import { createManifest } from '../../../src/adapters/slack/index.ts';
import { listCommands } from '../../../src/chat/listings.ts';
import { loadCommands } from '../../../src/commands.ts';
import { createTranslations } from '../../../src/translations.ts';

const translations = createTranslations();
const listings = listCommands(await loadCommands(), translations);
const describe = (publicUrl?: string, way?: 'socket') =>
  createManifest({ listings, t: translations.translate('en'), publicUrl, ...(way !== undefined && { way }) });

test('an app in Socket Mode needs no address', () => {
  const manifest = describe();
  expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(JSON.stringify(manifest)).not.toContain('url');
});

test('an app over HTTP is called where Kiosk is reached', () => {
  const address = 'https://kiosk.example/slack/events';
  expect(describe('https://kiosk.example')).toMatchObject({
    features: { slash_commands: [{ command: '/kiosk', url: address }] },
    settings: {
      socket_mode_enabled: false,
      event_subscriptions: { request_url: address },
      interactivity: { request_url: address },
    },
  });
});

test('an app that can be installed from outside says where browsers come back to, in Socket Mode too', () => {
  const redirects = { redirect_urls: ['https://kiosk.example/slack/oauth_redirect'] };
  expect(describe('https://kiosk.example')).toMatchObject({ oauth_config: redirects });
  const socket = describe('https://kiosk.example', 'socket');
  expect(socket).toMatchObject({ oauth_config: redirects, settings: { socket_mode_enabled: true } });
  expect(JSON.stringify(socket)).not.toContain('/slack/events');
});

test('an app is told when a workspace takes it out', () => {
  expect(describe().settings).toMatchObject({
    event_subscriptions: { bot_events: expect.arrayContaining(['app_uninstalled', 'tokens_revoked']) },
  });
});

// https://docs.slack.dev/reference/app-manifest
test('its texts are no longer than Slack takes', () => {
  const { display_information: shown, features } = describe();
  expect(shown['description']?.length).toBeLessThanOrEqual(140);
  expect(features).toMatchObject({
    shortcuts: [
      {
        type: 'message',
        name: expect.stringMatching(/^.{1,24}$/),
        description: expect.stringMatching(/^.{1,150}$/),
      },
      {
        type: 'global',
        name: expect.stringMatching(/^.{1,24}$/),
        description: expect.stringMatching(/^.{1,150}$/),
      },
    ],
  });
});
