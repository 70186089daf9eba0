import { DeliveryError } from '../../errors.ts';

/** The name of this platform in the ids of callers and channels. */
export const platform = 'slack';

/** A workspace's id across platforms. */
export function placeId(team: string): string {
  return `${platform}:${team}`;
}

/** A channel's id across platforms. */
export function channelId(team: string, channel: string): string {
  return `${placeId(team)}:${channel}`;
}

/** The id of a reader across platforms. */
export function callerId(team: string, user: string): string {
  return `${placeId(team)}:${user}`;
}

/**
 * What Slack calls a channel.
 * @throws {DeliveryError} for one of another platform
 */
export function partsOfChannel(id: string): { readonly team: string; readonly channel: string } {
  const [, team, channel] = /^slack:([A-Z0-9]{2,30}):([A-Z0-9]{2,30})$/.exec(id) ?? [];
  if (team === undefined || channel === undefined)
    throw new DeliveryError(`${id} is no channel of Slack's`, { reason: 'otherPlatform' });
  return { team, channel };
}

/** Whether it is a reader that Slack calls so, and no conversation. */
export function isReader(id: string): boolean {
  return /^[UW]/.test(id);
}
