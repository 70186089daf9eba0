/** The platform's name, with which its channels begin. */
export const platform = 'web';

/** The channel that every open page shows; a single reader's is `web:` and their id. */
export const everyone = `${platform}:page`;

/** True for channels of this platform. */
export function isOwnChannel(channel: string): boolean {
  return channel.startsWith(`${platform}:`);
}
