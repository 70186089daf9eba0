import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** What Kiosk needs in a channel to answer and to post there; `key` is what a manager calls it, in Discord's own words. */
export const permissions = [
  { key: 'ViewChannel', bit: PermissionFlagsBits.ViewChannel },
  { key: 'SendMessages', bit: PermissionFlagsBits.SendMessages },
  { key: 'EmbedLinks', bit: PermissionFlagsBits.EmbedLinks },
  { key: 'ReadMessageHistory', bit: PermissionFlagsBits.ReadMessageHistory },
  { key: 'SendMessagesInThreads', bit: PermissionFlagsBits.SendMessagesInThreads },
  { key: 'CreatePublicThreads', bit: PermissionFlagsBits.CreatePublicThreads },
] as const;

/** Where a manager takes Kiosk into a server, with the permissions it needs and no others. */
export function invitation(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(permissions.reduce((sum, { bit }) => sum | bit, 0n)),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
