import { expect, test } from 'vitest';
import { createManifest } from '../../../src/adapters/slack/index.ts';
import { listCommands } from '../../../src/chat/listings.ts';
import { loadCommands } from '../../../src/commands.ts';
import { createTranslations } from '../../../src/translations.ts';

const translations = createTranslations();
const listings = listCommands(await loadCommands(), translations);
const describe = (publicUrl?: string) =>
  createManifest({ listings, t: translations.translate('en'), publicUrl });

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
