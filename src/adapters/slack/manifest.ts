import type { Listing } from '../../chat/adapter.ts';
import type { Translate } from '../../texts.ts';
import { promptsIn } from './prompts.ts';
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
/** The id of what is offered on messages. */
export const summariseShortcut = 'summarise';

/** What is offered everywhere: forms, each asking for the option that a command can't do without. */
export const formShortcuts = [
  {
    callbackId: 'ask',
    title: 'slack.ask',
    description: 'slack.askAbout',
    command: 'ask',
    asks: 'question',
  },
  {
    callbackId: 'find',
    title: 'slack.find',
    description: 'slack.findOne',
    command: 'story',
    asks: 'story',
  },
] as const;

/** What Kiosk may do; nothing more than it does. */
export const scopes: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
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
  'assistant_thread_context_changed',
  'assistant_thread_started',
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
  const address = publicUrl === undefined || way === 'socket' ? undefined : `${publicUrl}/slack/events`;
  const url = address === undefined ? {} : { url: address };
  const requests = address === undefined ? {} : { request_url: address };
  // What menus offer is asked for at an address of its own.
  const menus = address === undefined ? {} : { message_menu_options_url: address };
  const redirects = publicUrl === undefined ? {} : { redirect_urls: [`${publicUrl}${installPaths.back}`] };
  const menu = listings.find((listing) => listing.language === 'en' && listing.menu !== undefined)?.menu;
  return {
    display_information: { name: 'Kiosk', description: t('slack.about'), background_color: '#1f5c46' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      assistant_view: {
        assistant_description: t('slack.pane.about'),
        // Once the pane is open, Kiosk suggests some in its reader's own language.
        suggested_prompts: promptsIn('en', { listings, t }),
      },
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
                callback_id: summariseShortcut,
                description: t('slack.summarise'),
              },
            ]),
        ...formShortcuts.map(({ callbackId, title, description }) => ({
          name: t(title),
          type: 'global',
          callback_id: callbackId,
          description: t(description),
        })),
      ],
    },
    oauth_config: { ...redirects, scopes: { bot: scopes } },
    settings: {
      event_subscriptions: { ...requests, bot_events: events },
      interactivity: { is_enabled: true, ...requests, ...menus },
      org_deploy_enabled: false,
      socket_mode_enabled: way === 'socket',
      token_rotation_enabled: false,
    },
  };
}
