import * as v from 'valibot';
import { expect, test } from 'vitest';
import { createManifest } from '../../../src/adapters/slack/index.ts';
import { listCommands } from '../../../src/chat/listings.ts';
import { loadCommands } from '../../../src/commands.ts';
import { createTranslations } from '../../../src/translations.ts';
import { manifestForm } from './manifest-form.ts';

const translations = createTranslations();
const listings = listCommands(await loadCommands(), translations);
const t = translations.translate('en');
const describe = (publicUrl?: string) => createManifest({ listings, t, publicUrl });

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
      interactivity: { request_url: address, message_menu_options_url: address },
    },
  });
});

test.each([undefined, 'https://kiosk.example'])('is what Slack takes, reached at %s', (publicUrl) => {
  const manifest = describe(publicUrl);
  expect(v.parse(manifestForm, manifest)).toEqual(manifest);
});

test('tells of forms, of the assistant and of what they need', () => {
  const { features, oauth_config, settings } = v.parse(manifestForm, describe());
  expect(features.shortcuts.map(({ callback_id }) => callback_id)).toEqual(['summarise', 'ask', 'find']);
  expect(features.assistant_view.suggested_prompts).toEqual([
    { title: t('slack.pane.latest'), message: 'latest' },
    { title: t('slack.pane.help'), message: 'help' },
  ]);
  expect(oauth_config.scopes.bot).toContain('assistant:write');
  expect(settings.event_subscriptions.bot_events).toEqual(
    expect.arrayContaining(['assistant_thread_started', 'assistant_thread_context_changed', 'message.im']),
  );
});
