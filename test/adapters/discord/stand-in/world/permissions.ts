import type { Channel, Guild } from './world.ts';

/** Permissions by name (discord-api-docs, "Bitwise Permission Flags"); those that matter to a bot that reads and writes. */
export const permissions = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useApplicationCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendMessagesInThreads: 1n << 38n,
} as const;

/** The name of a permission. */
export type Permission = keyof typeof permissions;

/** What everybody may do in a fresh guild. */
export const everyday: readonly Permission[] = [
  'viewChannel',
  'sendMessages',
  'embedLinks',
  'attachFiles',
  'readMessageHistory',
  'useApplicationCommands',
  'createPublicThreads',
  'sendMessagesInThreads',
];

/** The bits of some permissions together. */
export function bits(names: readonly Permission[]): bigint {
  return names.reduce((sum, name) => sum | permissions[name], 0n);
}

/** Every bit that there is. */
export const all = (1n << 53n) - 1n;

/** What a member may do in a guild, or in one of its channels (discord-api-docs, "Permission Overwrites"). */
export function permissionsOf(guild: Guild, userId: string, channel?: Channel): bigint {
  if (guild.ownerId === userId) return all;
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  const granted = guild.roles
    .filter(({ id }) => id === guild.id || member.roles.includes(id))
    .reduce((sum, role) => sum | role.permissions, 0n);
  if ((granted & permissions.administrator) !== 0n) return all;
  if (channel === undefined) return granted;
  const of = (ids: readonly string[]) => {
    const found = channel.overwrites.filter(({ id }) => ids.includes(id));
    return {
      allow: found.reduce((sum, { allow }) => sum | allow, 0n),
      deny: found.reduce((sum, { deny }) => sum | deny, 0n),
    };
  };
  return [of([guild.id]), of(member.roles), of([userId])].reduce(
    (sum, { allow, deny }) => (sum & ~deny) | allow,
    granted,
  );
}
