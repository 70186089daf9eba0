import { onTestFinished } from 'vitest';
import { createDiscordAdapter } from '../../../src/adapters/discord/index.ts';
import type { DiscordAdapter, DiscordSettings } from '../../../src/adapters/discord/index.ts';
import type { Desk, Listing } from '../../../src/chat/adapter.ts';
import type { KeyValue } from '../../../src/chat/key-value.ts';
import { createLog } from '../../../src/log.ts';
import { createTranslations } from '../../../src/translations.ts';
import { createFakeKeyValue } from '../../fakes/key-value.ts';
import { createDiscordStandIn } from './stand-in/index.ts';
import type { DiscordStandIn } from './stand-in/index.ts';

/** Kiosk's own words, dates in UTC. */
export const translations = createTranslations({ timeZone: 'UTC' });

/** Kiosk on a Discord of its own. */
export interface OpenedDiscord {
  readonly discord: DiscordStandIn;
  readonly adapter: DiscordAdapter;
  /** What was logged, a line an event. */
  readonly logged: readonly string[];
  readonly kept: KeyValue;
  /** Starts the adapter; settles when it is connected and Discord knows the commands. */
  start(listings: readonly Listing[], desk: Desk): Promise<void>;
}

/** Makes an adapter that has not started, and a Discord. */
export async function openDiscord(
  parts: {
    readonly discord?: DiscordStandIn;
    readonly kept?: KeyValue;
    readonly settings?: Partial<DiscordSettings>;
    readonly longestPost?: number;
    readonly postsPace?: number;
  } = {},
): Promise<OpenedDiscord> {
  const discord = parts.discord ?? (await createDiscordStandIn());
  const now = () => new Date(discord.clock.now());
  const kept = parts.kept ?? createFakeKeyValue(now);
  const logged: string[] = [];
  const adapter = createDiscordAdapter({
    settings: {
      token: discord.token,
      applicationId: discord.applicationId,
      guildId: undefined,
      apiUrl: discord.api,
      publicKey: undefined,
      shards: undefined,
      crosspost: false,
      ...parts.settings,
    },
    kept,
    translations,
    now,
    log: createLog({ level: 'debug', destination: { write: (line) => void logged.push(line) } }),
    patience: 50,
    ...(parts.longestPost !== undefined && { longestPost: parts.longestPost }),
    ...(parts.postsPace !== undefined && { postsPace: parts.postsPace }),
  });
  return {
    discord,
    adapter,
    logged,
    kept,
    async start(listings, desk) {
      const before = discord.gateway.connected();
      await adapter.start(listings, desk);
      await discord.until(() => (discord.gateway.connected() > before ? true : undefined));
      await discord.until(() => (discord.commands(parts.settings?.guildId).length > 0 ? true : undefined));
    },
  };
}

/** The same, closed after the test. */
export async function openForTest(...parts: Parameters<typeof openDiscord>): Promise<OpenedDiscord> {
  const opened = await openDiscord(...parts);
  onTestFinished(async () => {
    await opened.adapter.stop();
    await opened.discord.close();
  });
  return opened;
}
