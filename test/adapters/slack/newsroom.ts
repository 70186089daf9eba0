import * as v from 'valibot';
import { createManifest } from '../../../src/adapters/slack/index.ts';
import { openHouse, translations } from '../../commands/house.ts';
import type { TestHouse } from '../../commands/house.ts';
import { library } from '../../commands/library.ts';
import { manifestForm } from './manifest-form.ts';
import { openForTest } from './open.ts';
import type { OpenedSlack } from './open.ts';
import { createSlackStandIn } from './stand-in/index.ts';
import type { SlackStandIn } from './stand-in/index.ts';

/** The locales of Slack's readers who speak Kiosk's languages. */
export const locales = { en: 'en-US', fr: 'fr-FR', de: 'de-DE' } as const;

type Person = ReturnType<SlackStandIn['user']>;
type Channel = ReturnType<SlackStandIn['channel']>;

/** A workspace in which Kiosk has read the news, with a reader and an administrator. */
export interface SlackNewsroom extends OpenedSlack {
  readonly house: TestHouse;
  readonly channel: Channel;
  readonly reader: Person;
  /** The reader in the channel. */
  readonly ada: ReturnType<Person['in']>;
  /** An administrator in the channel. */
  readonly boss: ReturnType<Person['in']>;
}

/**
 * Opens a newsroom whose app Slack made from Kiosk's manifest: it hears and may do nothing besides.
 * @param parts.without scopes that whoever installed it took out
 */
export async function openNewsroom(
  locale: string = locales.en,
  parts: Parameters<typeof openHouse>[0] & { readonly without?: readonly string[] } = {},
): Promise<SlackNewsroom> {
  const { without = [], ...housing } = parts;
  const house = await openHouse({ items: library, ...housing });
  const t = translations.translate('en');
  const { features, oauth_config, settings } = v.parse(
    manifestForm,
    createManifest({ listings: house.listings, t, publicUrl: undefined }),
  );
  const slack = await createSlackStandIn({
    app: {
      commands: features.slash_commands.map(({ command }) => command),
      shortcuts: features.shortcuts.map(({ callback_id }) => callback_id),
      events: settings.event_subscriptions.bot_events,
    },
    workspace: {
      name: 'Harbour',
      scopes: oauth_config.scopes.bot.filter((scope) => !without.includes(scope)),
    },
  });
  const opened = await openForTest({ slack });
  const channel = slack.channel({ name: 'news' });
  const reader = slack.user({ name: 'Ada', locale });
  const boss = slack.user({ name: 'Boss', admin: true, locale });
  await opened.start(house.listings, house.desk);
  return { ...opened, house, channel, reader, ada: reader.in(channel), boss: boss.in(channel) };
}
