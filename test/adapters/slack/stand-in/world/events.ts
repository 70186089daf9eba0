import type { Install } from './world.ts';

/** The scopes of which an event needs one (docs.slack.dev/reference/events); none where it needs none. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  app_home_opened: [],
  user_change: ['users:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  channel_left: ['channels:read'],
  channel_archive: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_deleted: ['channels:read'],
  assistant_thread_started: ['assistant:write'],
  assistant_thread_context_changed: ['assistant:write'],
  app_uninstalled: [],
  tokens_revoked: [],
};

/** Whether the app in a workspace is told of such events. @param events that it subscribed to, or all */
export function hears(install: Install, events: readonly string[] | undefined, name: string): boolean {
  const scopes = scopesOf[name];
  if (scopes === undefined) throw new Error(`There are no events ${name}`);
  if (events !== undefined && !events.includes(name)) return false;
  return scopes.length === 0 || scopes.some((scope) => install.scopes.includes(scope));
}
