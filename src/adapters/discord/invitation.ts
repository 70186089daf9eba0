import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import type { Permission } from '../../chat/adapter.ts';

/** What Kiosk needs in a channel to answer and to post there. */
export const permissions: readonly { readonly name: Permission; readonly bit: bigint }[] = [
  { name: 'view', bit: PermissionFlagsBits.ViewChannel },
  { name: 'send', bit: PermissionFlagsBits.SendMessages },
  { name: 'embed', bit: PermissionFlagsBits.EmbedLinks },
  { name: 'history', bit: PermissionFlagsBits.ReadMessageHistory },
  { name: 'threads', bit: PermissionFlagsBits.SendMessagesInThreads },
  { name: 'newThreads', bit: PermissionFlagsBits.CreatePublicThreads },
];

/** Where a manager takes Kiosk into a server, with the permissions it needs and no others. */
export function invitation(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(permissions.reduce((sum, { bit }) => sum | bit, 0n)),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
