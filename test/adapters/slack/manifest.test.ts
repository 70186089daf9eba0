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
const describe = (publicUrl?: string, way?: 'socket') =>
  createManifest({ listings, t, publicUrl, ...(way !== undefined && { way }) });

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
