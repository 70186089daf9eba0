import { PermissionFlagsBits } from 'discord.js';
import type { APIApplicationCommandInteractionDataOption, APIInteraction, InteractionType } from 'discord.js';
import type { Call } from '../../chat/adapter.ts';

/** Who calls, from where and in which language, whatever the interaction is. */
export type Reader = Pick<Call, 'caller' | 'channel'> & { readonly locale?: string };

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

/** Who uses an interaction. */
export function readerOf(interaction: APIInteraction): Reader {
  const user = interaction.member?.user ?? interaction.user;
  const channel = interaction.channel?.id ?? '0';
  return {
    caller: { id: callerId(user?.id ?? '0'), manager: manages(interaction.member?.permissions) },
    channel: channelId(interaction.guild_id, channel),
    ...('locale' in interaction && { locale: interaction.locale }),
  };
}

/** Whether somebody with these permissions manages a server. */
export function manages(permissions: string | undefined): boolean {
  const bits = BigInt(permissions ?? '0');
  return (bits & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}

/** The options of a slash command by their names. */
export function optionsOf(
  options: readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>[] = [],
): Call['options'] {
  return Object.fromEntries(
    options.flatMap((option) => ('value' in option ? [[option.name, option.value]] : [])),
  );
}
