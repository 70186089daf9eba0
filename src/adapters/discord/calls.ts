import { PermissionFlagsBits } from 'discord.js';
import type { APIApplicationCommandInteractionDataOption, APIInteraction, InteractionType } from 'discord.js';
import type { Call, Permission } from '../../chat/adapter.ts';
import { permissions } from './invitation.ts';

/** Who calls, from where and in which language, whatever the interaction is. */
export type Caller = Pick<Call, 'caller' | 'channel' | 'place' | 'locale' | 'placeLocale' | 'lacks'>;

/** The name of this platform in the ids of callers and channels. */
export const platform = 'discord';
/** In place of a server's id, for direct messages. */
const direct = '@me';

/** A channel's id across platforms. */
export function channelId(guild: string | undefined, channel: string): string {
  return `${platform}:${guild ?? direct}:${channel}`;
}

/** What Discord calls a channel; undefined for one of another platform. */
export function partsOfChannel(
  id: string,
): { readonly guild: string | undefined; readonly channel: string } | undefined {
  const [, guild, channel] = /^discord:(@me|\d{1,20}):(\d{1,20})$/.exec(id) ?? [];
  if (guild === undefined || channel === undefined) return undefined;
  return { guild: guild === direct ? undefined : guild, channel };
}

/** The id of a reader across platforms. */
export function callerId(user: string): string {
  return `${platform}:${user}`;
}

/** What Discord calls a reader; undefined where it isn't one's id. */
export function userOf(id: string): string | undefined {
  return /^discord:(\d{1,20})$/.exec(id)?.[1];
}

/** A server's id across platforms. */
export function placeId(guild: string): string {
  return `${platform}:${guild}`;
}

/** Who uses an interaction. */
export function readerOf(interaction: APIInteraction): Caller {
  const user = interaction.member?.user ?? interaction.user;
  const channel = interaction.channel?.id ?? interaction.channel_id ?? '0';
  return {
    caller: { id: callerId(user?.id ?? '0'), manager: manages(interaction.member?.permissions) },
    channel: channelId(interaction.guild_id, channel),
    ...('locale' in interaction && { locale: interaction.locale }),
    ...(interaction.guild_id !== undefined && { place: placeId(interaction.guild_id) }),
    ...(interaction.guild_locale !== undefined && { placeLocale: interaction.guild_locale }),
    ...('app_permissions' in interaction && { lacks: lackedOf(interaction.app_permissions) }),
  };
}

/** Whether somebody with these permissions manages a server. */
export function manages(permissions: string | undefined): boolean {
  const bits = BigInt(permissions ?? '0');
  return (bits & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}

/** The options of a slash command by their names. */
export function optionsOf(
  options: readonly APIApplicationCommandInteractionDataOption<
    InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
  >[] = [],
): Call['options'] {
  return Object.fromEntries(
    options.flatMap((option) => ('value' in option ? [[option.name, option.value]] : [])),
  );
}

/** What Kiosk lacks with these permissions. */
function lackedOf(granted: string): readonly Permission[] {
  const bits = BigInt(granted);
  if ((bits & PermissionFlagsBits.Administrator) !== 0n) return [];
  return permissions.filter(({ bit }) => (bits & bit) === 0n).map(({ name }) => name);
}
