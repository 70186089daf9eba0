import type { DiscordSettings } from '../adapters/discord/index.ts';
import type { Config } from '../config.ts';

/** How Discord is reached; undefined where nobody wants it. */
export function discordSettings(config: Config): DiscordSettings | undefined {
  const { discordToken: token, discordApplicationId: applicationId } = config;
  if (token === undefined || applicationId === undefined) return undefined;
  return {
    token,
    applicationId,
    guildId: config.discordGuildId,
    apiUrl: config.discordApiUrl,
    publicKey: config.discordPublicKey,
    shards: config.discordShards,
    crosspost: config.discordCrosspost,
  };
}
