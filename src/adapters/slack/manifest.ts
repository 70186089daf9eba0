import type { Listing } from '../../chat/adapter.ts';
import type { Translate } from '../../texts.ts';
import { installPaths } from './settings.ts';

/** What Slack is told of Kiosk, for "create an app from a manifest" (https://docs.slack.dev/reference/app-manifest). */
export interface Manifest {
  readonly display_information: Readonly<Record<string, string>>;
  readonly features: object;
  readonly oauth_config: object;
  readonly settings: object;
}

/** The one slash command: Slack localizes none, and reserves many names. */
export const slashCommand = '/kiosk';
/** Ids of what is offered on messages and everywhere. */
export const shortcuts = { summarise: 'summarise', ask: 'ask' } as const;

/** What Kiosk may do; nothing more than it does. */
export const scopes: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'users:read',
];
const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
  'user_change',
];

/**
 * Describes Kiosk to Slack.
 * @param parts.publicUrl where Kiosk is reached from outside
 * @param parts.way how Slack brings things: over HTTP where there is a public address, unless it is told otherwise
 */
export function createManifest(parts: {
  readonly listings: readonly Listing[];
  readonly t: Translate;
  readonly publicUrl: string | undefined;
  readonly way?: 'socket' | 'http';
}): Manifest {
  const { listings, t, publicUrl } = parts;
  const { way = publicUrl === undefined ? 'socket' : 'http' } = parts;
  const isReached = publicUrl !== undefined && way === 'http';
  const url = isReached ? { url: `${publicUrl}/slack/events` } : {};
  const requests = isReached ? { request_url: `${publicUrl}/slack/events` } : {};
  const redirects = publicUrl === undefined ? {} : { redirect_urls: [`${publicUrl}${installPaths.back}`] };
  const menu = listings.find((listing) => listing.language === 'en' && listing.menu !== undefined)?.menu;
  return {
    display_information: { name: 'Kiosk', description: t('slack.about'), background_color: '#1f5c46' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Kiosk', always_online: true },
      slash_commands: [
        {
          command: slashCommand,
          description: t('slack.command'),
          usage_hint: t('slack.usage'),
          should_escape: false,
          ...url,
        },
      ],
      shortcuts: [
        ...(menu === undefined
          ? []
          : [
              {
                name: menu.name,
                type: 'message',
                callback_id: shortcuts.summarise,
                description: t('slack.summarise'),
              },
            ]),
        {
          name: t('slack.ask'),
          type: 'global',
          callback_id: shortcuts.ask,
          description: t('slack.askAbout'),
        },
      ],
    },
    oauth_config: { ...redirects, scopes: { bot: scopes } },
    settings: {
      event_subscriptions: { ...requests, bot_events: events },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: false,
      socket_mode_enabled: way === 'socket',
      token_rotation_enabled: false,
    },
  };
}
