import type { DiscordAdapter } from '../adapters/discord/index.ts';
import type { SlackAdapter } from '../adapters/slack/index.ts';
import { createNotices } from '../adapters/web/index.ts';
import type { Store } from '../stores/index.ts';
import { discordSettings } from './discord.ts';
import { slackSettings } from './slack.ts';
import type { VerbContext } from './verb.ts';

/** Kiosk on Discord, where somebody wants it; its library is loaded only then. */
export async function createDiscord(
  { config, translations, now, log }: VerbContext,
  store: Store,
): Promise<DiscordAdapter | undefined> {
  const settings = discordSettings(config);
  if (settings === undefined) return undefined;
  const { createDiscordAdapter } = await import('../adapters/discord/index.ts');
  return createDiscordAdapter({ settings, kept: store.keyValue('discord'), translations, now, log });
}

/** Kiosk on Slack, where somebody wants it; its library is loaded only then. */
export async function createSlack(
  { config, translations, now, log }: VerbContext,
  store: Store,
): Promise<SlackAdapter | undefined> {
  const settings = slackSettings(config);
  if (settings === undefined) return undefined;
  const { createSlackAdapter } = await import('../adapters/slack/index.ts');
  return createSlackAdapter({
    settings,
    kept: store.keyValue('slack'),
    translations,
    showNotice: createNotices(translations),
    now,
    log,
  });
}
