import type { ClientOptions } from 'discord.js';

/** How Discord is reached. */
export interface DiscordSettings {
  readonly token: string;
  readonly applicationId: string;
  /** Commands are registered in this server only. */
  readonly guildId: string | undefined;
  /** Another address than Discord's own. */
  readonly apiUrl: string | undefined;
  /** The key with which Discord signs interactions that it sends over HTTP. */
  readonly publicKey: string | undefined;
  /** How many connections to the gateway: as many as Discord recommends without it, none at 0. */
  readonly shards: number | undefined;
  /** Whether posts in announcement channels go to the channels that follow them. */
  readonly crosspost: boolean;
}

/** How discord.js reaches Discord. */
export function restOptions({ apiUrl }: Pick<DiscordSettings, 'apiUrl'>): NonNullable<ClientOptions['rest']> {
  // discord.js adds the version itself.
  return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/v\d+$/, '') };
}
